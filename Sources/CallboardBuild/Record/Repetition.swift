import CallboardCrawl
import CallboardMarkdown
import Glibc

/// Whether a build would only repeat the last one: decided from that one's record before anything is read, and prepared for
/// the next one while a build runs.
struct Repetition: Sendable {
  /// To be handed to the crawl; nil where builds of this kind are never repeated.
  let log: ReadingLog?
  /// Of everything but files and the environment that decides what a build does and says.
  let request: ContentHash
  /// Of the operator's files that pages of widgets are made from.
  let files: ContentHash
  /// Of both and of the environment: where it differs, the last build's record says nothing.
  let key: ContentHash
  private let file: BuildRecordFile
  private let output: String
  private let siteFile: String
  private let jobs: Int
  private let configuration: SiteConfiguration
  private let cacheFolder: String
  /// Now, by the clock that files are stamped with.
  let moment: Int64

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
    let request = Self.request(configuration, output: output, executable: executable, theme: theme)
    self.request = request
    self.files = files
    var combiner = ContentHash.Combiner()
    combiner.combine("request", request)
    combiner.combine("files", files)
    // Where git is found, which says what the repositories hold; pages follow from that, wherever it is.
    combiner.combine("path", Machine.environment["PATH"] ?? "")
    key = combiner.finalize()
    // An export takes its date from the environment.
    log = if case .portal = product { ReadingLog(digest: InputTable.digest) } else { nil }
    file = BuildRecordFile(cacheFolder: cacheFolder, output: output)
    self.output = output
    siteFile = configuration.file ?? "site.yaml"
    self.jobs = jobs
    self.configuration = configuration
    self.cacheFolder = cacheFolder
    moment = Machine.fileClock
  }

  /// What is known of a build before it.
  enum Outlook: Sendable {
    /// It would come to this report, and change nothing.
    case same(BuildReport)
    /// It differs from the last one by some texts, perhaps.
    case edited(EditedTexts)
    case unknown
  }

  /// Compares what the last build looked at with what is there.
  ///
  /// - Parameter start: When the command began.
  func outlook(since start: Double, onConflict: OutputConflict) -> Outlook {
    guard log != nil else { return .unknown }
    var timings = StageTimings()
    let checked = timings.measure("inputs", items: { $0.count }) {
      () -> (count: Int, changed: [ReadingEntry], record: BuildRecord?) in
      guard let record = file.load(key: key), let found = record.inputs.changes(width: jobs) else {
        return (0, [], nil)
      }
      return (found.count, found.changed, record)
    }
    guard let record = checked.record else { return .unknown }
    if !checked.changed.isEmpty { return edited(record, checked.changed, timings) }
    return report(of: record, timings, since: start, onConflict: onConflict).map { .same($0) }
      ?? .unknown
  }

  /// The last build with the texts that have changed since, if that may be all.
  private func edited(
    _ record: BuildRecord,
    _ changed: [ReadingEntry],
    _ timings: StageTimings
  ) -> Outlook {
    var timings = timings
    guard changed.count <= EditedTexts.limit,
      changed.allSatisfy({ entry in
        if case .file(_, .some) = entry.sight { true } else { false }
      }),
      let texts = file.loadTexts(of: record.output), hold(record.answers, &timings)
    else { return .unknown }
    return .edited(
      EditedTexts(record: record, texts: texts, changed: changed, timings: timings)
    )
  }

  /// The report that a whole build would come to; nil when the output is not as it was left, or somebody answers
  /// differently.
  private func report(
    of record: BuildRecord,
    _ timings: StageTimings,
    since start: Double,
    onConflict: OutputConflict
  ) -> BuildReport? {
    var timings = timings
    let stands = timings.measure("output", items: { _ in record.outcome.fileCount }) {
      FolderSiteWriter.isUnchanged(
        output,
        since: record.output,
        onConflict: onConflict,
        width: jobs
      )
    }
    guard stands, hold(record.answers, &timings) else { return nil }
    return record.outcome.report(
      siteFile: siteFile,
      timings: timings,
      seconds: StageTimings.now - start
    )
  }

  /// What has been read of the file system so far; nil when that cannot be compared later.
  var inputs: InputTable? {
    log.flatMap { InputTable($0.entries, moment: moment) }
  }

  /// Keeps what the next build needs to know of one of edited texts.
  ///
  /// - Parameter seen: The edited files as that build read them.
  func save(
    _ edited: EditedTexts,
    _ texts: KeptTexts,
    seen: [ReadingEntry],
    output: OutputIdentity
  ) {
    var record = edited.record
    guard let inputs = record.inputs.revised(seen, at: moment) else { return }
    record.inputs = inputs
    record.output = output
    file.save(texts, of: output)
    file.save(record)
  }

  /// Keeps what the next build needs to know of this one.
  func save(
    _ outcome: BuildOutcome,
    _ texts: KeptTexts,
    output: OutputIdentity,
    renderers: [DiagramLanguage: String]
  ) {
    guard let inputs, let remotes = log?.remoteLooks else { return }
    let record = BuildRecord(
      key: key,
      inputs: inputs,
      answers: RecordedAnswers(remotes: remotes, renderers: renderers),
      output: output,
      outcome: outcome
    )
    file.save(texts, of: output)
    file.save(record)
  }

  /// Asks those who are no files; last, because others take longer to answer.
  private func hold(_ answers: RecordedAnswers, _ timings: inout StageTimings) -> Bool {
    let count = answers.remotes.count + answers.renderers.count
    guard count > 0 else { return true }
    return timings.measure("answers", items: { _ in count }) {
      let environment = Machine.environment
      return answers.hold(
        sources: configuration.sources,
        crawler: Crawler(cacheFolder: cacheFolder + "/repositories", environment: environment),
        identity: { [configuration] language in
          configuration.diagrams.renderers[language].map { renderer in
            DiagramStage.identity(
              of: renderer,
              folder: configuration.folder,
              searchPath: environment["PATH"] ?? ""
            )
          }
        },
        width: jobs
      )
    }
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
    return combiner.finalize()
  }
}
