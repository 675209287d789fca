/// A name between double braces that the portal knows a value for once pages are linked, such as
/// `{{ git_revision_date_localized }}` of mkdocs-git-revision-date-localized.
package enum PageVariable: String, Hashable, Sendable, CaseIterable {
  /// When the page was last changed.
  case revisionDate = "git_revision_date_localized"
  /// When any page of the same docs was last changed.
  case siteRevisionDate = "git_site_revision_date_localized"
  /// Who changed the page.
  case authors = "git_page_authors"

  /// Other names of the same, as plugins of MkDocs have them.
  private static let otherNames: [String: PageVariable] = [
    "git_revision_date": .revisionDate,
    "git_site_revision_date": .siteRevisionDate,
    "git_authors": .authors,
    "git_authors_summary": .authors,
    "authors_summary": .authors,
  ]

  /// nil for a name that stands for nothing here.
  init?(name: String) {
    guard let variable = Self(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = variable
  }

  /// Reads `{{ name }}`; nil if that names no variable.
  init?(spelling: UnsafeBufferPointer<UInt8>) {
    guard spelling.count > 4 else { return nil }
    let name = spelling.dropFirst(2).dropLast(2).filter { !isBlankByte($0) }
    self.init(name: String(decoding: name, as: UTF8.self))
  }
}
