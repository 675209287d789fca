import CallboardCrawl
import CallboardDiagnostics
import CallboardMarkdown

/// What a build came to, apart from the files: enough to say the same again.
struct BuildOutcome: Sendable {
  /// As judged by the rules of the site, before any baseline; sorted.
  var diagnostics: [Diagnostic]
  var pageCount: Int
  var entityCount: Int
  var repositoryCount: Int
  /// Of the whole site.
  var fileCount: Int
  /// See ``BuildReport/folders``.
  var folders: [String: String]
  /// Where the folders of repositories are, by name, for the excerpts of findings.
  var places: [String: String]
  /// The files in clones that have findings, for their excerpts.
  var texts: [SourcePath: [UInt8]] = [:]

  /// The most bytes of ``texts`` together.
  private static let textLimit = 8 << 20

  /// nil when too many files of clones have findings.
  init?(of report: BuildReport, places: [String: String]) {
    for file in Set(report.diagnostics.lazy.flatMap(\.files))
    where !file.repository.isEmpty && places[file.repository] == nil {
      texts[file] = report.source(file)
    }
    guard texts.values.reduce(0, { $0 + $1.count }) <= Self.textLimit else { return nil }
    diagnostics = report.diagnostics
    pageCount = report.pageCount
    entityCount = report.entityCount
    repositoryCount = report.repositoryCount
    fileCount = (report.emitted?.written ?? 0) + (report.emitted?.unchanged ?? 0)
    folders = report.folders
    self.places = places
  }

  /// The report of a build that had nothing to do.
  func report(siteFile: String, timings: StageTimings, seconds: Double) -> BuildReport {
    var emitted = EmitSummary()
    emitted.unchanged = fileCount
    return BuildReport(
      diagnostics: diagnostics,
      pageCount: pageCount,
      entityCount: entityCount,
      repositoryCount: repositoryCount,
      emitted: emitted,
      timings: timings,
      siteFile: siteFile,
      unread: [],
      folders: folders,
      // Who listens to folders builds into memory, of which there is no record.
      sourceFolders: [],
      seconds: seconds,
      source: { [places, texts] file in
        if file.repository.isEmpty { return try? OperatorFile.read(file.path) }
        if let text = texts[file] { return text }
        return places[file.repository].flatMap {
          try? RepositoryFolder($0).contents(of: file.path, limit: IngestStage.fileLimit)
        }
      }
    )
  }
}

extension BuildOutcome {
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.list(diagnostics) { $0.finding($1) }
    for count in [pageCount, entityCount, repositoryCount, fileCount] { writer.number(count) }
    for table in [folders, places] {
      writer.list(table.sorted { $0.key < $1.key }) { writer, entry in
        writer.text(entry.key)
        writer.text(entry.value)
      }
    }
    writer.list(texts.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.repository)
      writer.text(entry.key.path)
      writer.blob(entry.value)
    }
    return writer.bytes
  }

  /// nil when the bytes are not what ``encoded()`` gives.
  init?(_ bytes: [UInt8]) {
    do {
      var reader = ByteReader(bytes)
      diagnostics = try reader.list { reader throws(ByteReader.Damage) in try reader.finding() }
      pageCount = try reader.number()
      entityCount = try reader.number()
      repositoryCount = try reader.number()
      fileCount = try reader.number()
      folders = try reader.table()
      places = try reader.table()
      let texts = try reader.list { reader throws(ByteReader.Damage) in
        let file = SourcePath(repository: try reader.text(), path: try reader.text())
        return (file, try reader.blob())
      }
      self.texts = Dictionary(texts, uniquingKeysWith: { first, _ in first })
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

extension ByteReader {
  fileprivate mutating func table() throws(Damage) -> [String: String] {
    let entries = try list { reader throws(Damage) in (try reader.text(), try reader.text()) }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }
}
