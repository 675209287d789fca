import CallboardCrawl
import Glibc

/// Whether a build would only repeat the last one: decided from that one's record before anything is read, and prepared for
/// the next one while a build runs.
struct Repetition: Sendable {
  /// To be handed to the crawl; nil where builds of this kind are never repeated.
  let log: ReadingLog?
  /// Of everything but files that decides what a build does and says.
  let request: ContentHash
  /// Of the operator's files that pages of widgets are made from.
  let files: ContentHash
  /// Of both: where it differs, the last build's record says nothing.
  private let key: ContentHash
  private let file: BuildRecordFile
  private let output: String
  private let siteFile: String
  private let jobs: Int
  /// Now, by the clock that files are stamped with.
  private let moment: Int64

  /// - Parameters:
  ///   - theme: The version of the theme's files, the operator's own among them.
  ///   - files: That of the files that pages of widgets are made from.
  init(
    configuration: SiteConfiguration,
    product: BuildPipeline.Product,
    output: String,
    cacheFolder: String,
    executable: String,
    theme: String,
    files: ContentHash,
    jobs: Int
  ) {
    // An export takes its date from the environment.
    log = if case .portal = product { ReadingLog(digest: InputTable.digest) } else { nil }
    file = BuildRecordFile(cacheFolder: cacheFolder, output: output)
    let request = Self.request(configuration, output: output, executable: executable, theme: theme)
    self.request = request
    self.files = files
    var combiner = ContentHash.Combiner()
    combiner.combine("request", request)
    combiner.combine("files", files)
    key = combiner.finalize()
    self.output = output
    siteFile = configuration.file ?? "site.yaml"
    self.jobs = jobs
    moment = Machine.fileClock
  }

  /// The report that a whole build would come to; nil when only a whole build can tell.
  ///
  /// - Parameter start: When the command began.
  func report(since start: Double, onConflict: OutputConflict) -> BuildReport? {
    guard log != nil else { return nil }
    var timings = StageTimings()
    let checked = timings.measure("inputs", items: { $0.count }) {
      () -> (count: Int, record: BuildRecord?) in
      guard let record = file.load(key: key), let found = record.inputs.changes(width: jobs) else {
        return (0, nil)
      }
      return (found.count, found.changed.isEmpty ? record : nil)
    }
    guard let record = checked.record else { return nil }
    let stands = timings.measure("output", items: { _ in record.outcome.fileCount }) {
      FolderSiteWriter.isUnchanged(
        output,
        since: record.output,
        onConflict: onConflict,
        width: jobs
      )
    }
    guard stands else { return nil }
    return record.outcome.report(
      siteFile: siteFile,
      timings: timings,
      seconds: StageTimings.now - start
    )
  }

  /// Keeps what the next build needs to know of this one.
  func save(_ outcome: BuildOutcome, output: OutputIdentity) {
    guard let entries = log?.entries, let inputs = InputTable(entries, moment: moment) else {
      return
    }
    file.save(BuildRecord(key: key, inputs: inputs, output: output, outcome: outcome))
  }

  private static func request(
    _ configuration: SiteConfiguration,
    output: String,
    executable: String,
    theme: String
  ) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("generator", GeneratorVersion.current)
    combiner.combine("program", Machine.fileMark(executable))
    combiner.combine("site", configuration.hash)
    combiner.combine("theme", theme)
    combiner.combine("site file", configuration.file ?? "")
    combiner.combine("folder", Machine.currentFolder ?? "")
    combiner.combine("output", output)
    // Where git is found.
    combiner.combine("path", Machine.environment["PATH"] ?? "")
    return combiner.finalize()
  }
}
