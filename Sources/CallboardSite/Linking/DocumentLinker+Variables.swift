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

  /// The day of the newest change to a page of each of the docs; nil where that is not known.
  static func newestChanges(in model: SiteModel) -> [String?] {
    model.docs.map { site in
      site.tree.pages.compactMap { model.history(of: $0.source)?.seconds }.max().map(Self.day)
    }
  }

  /// What the history says; where it says nothing, because there is none, that.
  private func value(of variable: PageVariable, from origin: LinkOrigin) -> String {
    let history = model.history(of: origin.page.source)
    let value: String? =
      switch variable {
      case .revisionDate: history.map { Self.day($0.seconds) }
      case .siteRevisionDate: newestChanges[origin.site]
      case .authors:
        history.flatMap { $0.contributors.isEmpty ? nil : $0.contributors.joined(separator: ", ") }
      }
    return value ?? "unknown"
  }

  private static func day(_ seconds: Int64) -> String {
    CommitDate(secondsSince1970: seconds).label
  }
}
