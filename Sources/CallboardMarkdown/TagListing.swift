/// The place where a page lists the tags of its docs with their pages, as the plugin `tags` of Material for MkDocs marks
/// it: a paragraph `[TAGS]` or a comment `<!-- material/tags -->`.
package enum TagListing {
  /// The name of the slot that a rendered page has there.
  package static let slot = "tag-listing"

  /// What the ids of its headings begin with. As a whole id it says, among those of a page, that there is a listing.
  package static let idPrefix = "tag:"

  /// The id of a tag's heading: `tag:web-api` for `Web API`.
  package static func id(of tag: String) -> String {
    let slug = HeadingSlug.make(tag, by: .unicode)
    return idPrefix + (slug.isEmpty ? tag : slug)
  }

  /// Whether a block of HTML is the mark; options behind the name, such as a scope, are passed over.
  static func isMark(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    guard html.starts(with: "<!--".utf8) else { return false }
    let text = html.dropFirst("<!--".utf8.count).drop(while: isBlankByte)
    guard text.starts(with: "material/tags".utf8) else { return false }
    let next = text.dropFirst("material/tags".utf8.count).first
    return next.map { isBlankByte($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "{") }
      ?? false
  }
}
