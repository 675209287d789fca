import CallboardDocs
import CallboardHTML
import CallboardMarkdown

extension DocumentLinker {
  /// Copies a page up to a variable and writes its value in the place of the text that stands there.
  func fill(
    _ slot: FragmentText,
    of document: RenderedDocument,
    from origin: LinkOrigin,
    after copied: inout Int,
    into html: inout [UInt8]
  ) {
    guard slot.offset >= copied, let variable = PageVariable(rawValue: slot.name) else { return }
    html += document.html[copied..<slot.offset]
    Escape.text(value(of: variable, from: origin), into: &html)
    copied = slot.offset + slot.length
  }

  /// When a page of each of the docs was last changed; nil where that is not known.
  static func newestChanges(in model: SiteModel) -> [String?] {
    model.docs.map { site in
      site.tree.pages.compactMap { model.lastChange(of: $0.source) }.max { $0.iso < $1.iso }?.label
    }
  }

  /// What the history says; where it says nothing, because there is none, that.
  private func value(of variable: PageVariable, from origin: LinkOrigin) -> String {
    let value: String? =
      switch variable {
      case .revisionDate: model.lastChange(of: origin.page.source)?.label
      case .siteRevisionDate:
        newestChanges[origin.site]
      }
    return value ?? "unknown"
  }
}
