import CallboardDocs
import CallboardHTML
import CallboardMarkdown

extension DocumentLinker {
  /// Copies a page up to a variable and writes its value in the place of the text that stands there. Where the history
  /// says nothing, because there is none, the text stays.
  func fill(
    _ slot: FragmentText,
    of document: RenderedDocument,
    from origin: LinkOrigin,
    after copied: inout Int,
    into html: inout [UInt8]
  ) {
    if slot.offset >= copied, slot.name == TagListing.slot {
      let listing = TagListingMarkup(site: model.docs[origin.site], strings: strings)
      guard let markup = listing.html(on: origin) else { return }
      html += document.html[copied..<slot.offset]
      html += markup.bytes
      copied = slot.offset + slot.length
      return
    }
    guard slot.offset >= copied, let variable = PageVariable(rawValue: slot.name),
      let value = value(of: variable, from: origin)
    else { return }
    html += document.html[copied..<slot.offset]
    Escape.text(value, into: &html)
    copied = slot.offset + slot.length
  }

  /// When a page of each of the docs was last changed; nil where that is not known.
  static func newestChanges(in model: SiteModel, _ strings: UIStrings) -> [String?] {
    model.docs.map { site in
      site.tree.pages.compactMap { model.history(of: $0.source)?.seconds }.max()
        .map { CommitDate(secondsSince1970: $0).label(strings) }
    }
  }

  /// What the history says; nil without one.
  private func value(of variable: PageVariable, from origin: LinkOrigin) -> String? {
    let history = model.history(of: origin.page.source)
    return switch variable {
    case .revisionDate: history.map { CommitDate(secondsSince1970: $0.seconds).label(strings) }
    case .siteRevisionDate: newestChanges[origin.site]
    case .authors: history.flatMap { $0.contributors.isEmpty ? nil : $0.namedContributors }
    }
  }
}
