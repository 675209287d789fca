import CallboardCrawl
import CallboardDiagnostics
import CallboardSite

/// A site of which nothing has changed since its last build but the contents of a few files, all of them texts of pages.
struct EditedTexts: Sendable {
  /// Of the last build.
  var record: BuildRecord
  /// What that build left for this one.
  var texts: KeptTexts
  /// The files as the last build saw them.
  var changed: [ReadingEntry]
  /// Of what was done to find that out.
  var timings: StageTimings

  /// More edits are rather a change of branches, which the whole build takes with less trouble.
  static let limit = 16
}

/// What an edited page comes to, before anything of it is written.
struct EditedPage: Sendable {
  /// All of the page's files, but for those of the index.
  var files: [OutputFile] = []
  /// Files that were composed of the earlier text: the output has them if what they were composed from is all that the
  /// page shows.
  var earlier: [KnownComposition.File] = []
  /// What search knows of it now, and the place of that in ``KeptTexts/records``; nil for a page that search does not find.
  var record: (place: Int, record: KeptTexts.Record)?
  /// Its place in ``KeptTexts/pages``.
  var place: Int
  /// The key of its body.
  var body: ContentHash
}

extension EditedTexts {
  /// Whether the last build has said nothing of a file.
  func hasNoFindings(in source: SourcePath) -> Bool {
    !record.outcome.diagnostics.contains { finding in
      finding.span?.file == source || finding.notes.contains { $0.span?.file == source }
    }
  }

  /// What the next build can begin with, once the pages are written.
  func texts(with pages: [EditedPage], outline: [UInt8]) -> KeptTexts {
    var texts = texts
    texts.outline = outline
    for page in pages {
      texts.pages[page.place].body = page.body
      if let (place, record) = page.record { texts.records[place] = record }
    }
    return texts
  }
}
