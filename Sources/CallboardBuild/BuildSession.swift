package import CallboardCatalog
import CallboardCrawl
package import CallboardDiagnostics
import CallboardMarkdown
import CallboardSearch
import CallboardSite
import Glibc

/// One run of the pipeline: from `site.yaml` to a site, or to the findings of a check.
package struct BuildSession: Sendable {
  package let configuration: SiteConfiguration
  /// Where one repository is judged alone, the portal that has the others.
  private let portal: PublishedCatalog?
  private let request: BuildRequest
  private let progress: any BuildProgress
  private let start: Double

  /// The hidden command of the binary that renders pages; see ``runWorker()``.
  package static let workerArgument = "render-worker"

  /// Reads `site.yaml`.
  ///
  /// - Throws: ``BuildFailure`` when it cannot be read or has errors: a portal of half its sources helps
  ///   nobody, and the operator is at hand to mend the file.
  package init(request: BuildRequest, progress: any BuildProgress) throws(BuildFailure) {
    self.request = request
    self.progress = progress
    start = StageTimings.now
    var configuration = try ConfigureStage.run(request)
    if let repository = request.repository {
      let place = repository.portal ?? configuration.portalPlace
      portal = try Self.portal(at: place, timeoutSeconds: repository.timeoutSeconds)
      configuration.sources = [repository.source]
    } else {
      portal = nil
    }
    self.configuration = configuration
  }

  /// Builds the site into its output folder.
  package func build() throws(BuildFailure) -> BuildReport {
    guard request.watchesMemory else { return try write(.portal, to: outputFolder) }
    let watched = try MemorySampler().watch { () throws(BuildFailure) in
      try write(.portal, to: outputFolder)
    }
    var report = watched.0
    report.timings.memory = watched.1
    return report
  }

  /// Fills the cache with one shard's share of the work, for a build of this or another machine.
  package func scan(_ shard: ScanShard) throws(BuildFailure) -> ScanReport {
    do {
      var pipeline = try pipeline()
      return try pipeline.fill(shard, since: start)
    } catch {
      throw BuildFailure(error)
    }
  }

  /// Writes the docs of all entities in the layout of Backstage's storage into the output folder that was asked
  /// for.
  package func exportTechDocs() throws(BuildFailure) -> BuildReport {
    try write(.techDocs, to: request.output ?? "techdocs")
  }

  private func write(
    _ product: BuildPipeline.Product,
    to output: String
  ) throws(BuildFailure) -> BuildReport {
    let theme = try theme()
    let repetition = try repetition(product, output: output, theme)
    let onConflict = OutputConflict.wait { [progress] in
      progress.tell("Waiting for another build that writes to '\(output)'")
    }
    do {
      switch repetition.outlook(since: start, onConflict: onConflict) {
      case .same(let report): return try judged(report)
      case .edited(let edited):
        var pipeline = try pipeline(repetition, theme)
        let report = try pipeline.follow(
          edited,
          to: output,
          onConflict: onConflict,
          since: start
        )
        if let report { return try judged(report) }
      case .unknown: break
      }
      var pipeline = try pipeline(repetition, theme)
      let writer = try FolderSiteWriter(output: output, onConflict: onConflict)
      let report = try pipeline.run(product, into: writer, since: start)
      if pipeline.isRepeatable, let left = writer.left,
        let outcome = BuildOutcome(of: report, places: pipeline.places)
      {
        repetition.save(
          outcome,
          pipeline.keptTexts,
          output: left,
          renderers: pipeline.renderers
        )
      }
      return try judged(report)
    } catch {
      throw BuildFailure(error)
    }
  }

  /// Builds the site into memory.
  ///
  /// - Parameters:
  ///   - memory: Of the builds before, and then of this one; see ``SiteMemory``.
  ///   - heard: What is said to have changed since the build before.
  package func preview(
    after memory: inout SiteMemory,
    hearing heard: HeardChanges = .anything
  ) throws(BuildFailure) -> PreviewedSite {
    do {
      let writer = MemorySiteWriter(after: memory.writer)
      // A published portal may change without a word.
      let theme = portal == nil ? try theme() : nil
      let repetition = try theme.map { try self.repetition(.portal, output: "", $0) }
      var pipeline = try pipeline(repetition, theme)
      pipeline.isRemembering = true
      pipeline.heard = heard
      pipeline.compositions = memory.compositions
      if memory.last?.repetition.key == pipeline.repetition?.key { pipeline.earlier = memory.last }
      // A build that fails leaves nothing to go on with.
      memory.last = nil
      let report = try pipeline.run(into: writer, since: start)
      memory.last = pipeline.remembered
      memory.writer = writer
      return PreviewedSite(
        report: try judged(report),
        files: writer.files,
        search: pipeline.search,
        basePath: SiteSettings.basePath(of: configuration.url)
      )
    } catch {
      throw BuildFailure(error)
    }
  }

  /// The files of the site's theme, not yet made into anything.
  private func theme() throws(BuildFailure) -> SiteTheme {
    do { return try ThemeStage(configuration).read() } catch { throw BuildFailure(error) }
  }

  private func repetition(
    _ product: BuildPipeline.Product,
    output: String,
    _ theme: SiteTheme
  ) throws(BuildFailure) -> Repetition {
    Repetition(
      configuration: configuration,
      product: product,
      output: output,
      cacheFolder: cacheFolder,
      executable: try executable(),
      theme: BuildPipeline.version(of: theme.files),
      files: WidgetFiles(configuration).version,
      jobs: jobs
    )
  }

  /// Does everything but write.
  package func check() throws(BuildFailure) -> BuildReport {
    do {
      var pipeline = try pipeline()
      var report = try judged(pipeline.run(into: DiscardingSiteWriter(), since: start))
      report.emitted = nil
      return report
    } catch {
      throw BuildFailure(error)
    }
  }

  /// Reads the entities and their relations, and renders nothing. What the baseline of `site.yaml` knows is no finding.
  package func catalog() throws(BuildFailure) -> Diagnosed<Catalog> {
    do {
      let path = baselinePath
      let baseline = try path.map { try Baseline(file: OperatorFile.read($0), path: $0) }
      var pipeline = try pipeline()
      return try pipeline.catalog(besides: baseline)
    } catch {
      throw BuildFailure(error)
    }
  }

  /// - Parameters:
  ///   - repetition: Gets what the next build needs to know; nil where none follows.
  ///   - theme: Its files, if they were read already.
  private func pipeline(
    _ repetition: Repetition? = nil,
    _ theme: SiteTheme? = nil
  ) throws(BuildFailure) -> BuildPipeline {
    var pipeline = BuildPipeline(
      configuration: configuration,
      cacheFolder: cacheFolder,
      jobs: jobs,
      executable: try executable(),
      portal: portal,
      progress: progress
    )
    pipeline.repetition = repetition
    pipeline.themeFiles = theme
    return pipeline
  }

  /// The folder or address of the portal that a repository is seen inside of; nil for a whole site.
  ///
  /// - Throws: ``BuildFailure`` when `site.yaml`, which may name it, cannot be read.
  package static func portalPlace(of request: BuildRequest) throws(BuildFailure) -> String? {
    guard let repository = request.repository else { return nil }
    if let place = repository.portal { return place }
    return try ConfigureStage.run(request).portalPlace
  }

  /// The folder that the portal is written to, relative to the current folder.
  package var outputFolder: String {
    request.output ?? RelativeFolder.path(configuration.output, from: configuration.folder)
  }

  /// The folder of what is kept between builds, relative to the current folder.
  package var cacheFolder: String {
    request.cache ?? RelativeFolder.path(".callboard/cache", from: configuration.folder)
  }

  /// How many things to work on at once.
  package var jobs: Int { request.jobs ?? Machine.coreCount }

  private func executable() throws(BuildFailure) -> String {
    if let given = request.executable { given } else { try Machine.executablePath() }
  }

  private static func portal(
    at place: String?,
    timeoutSeconds: Int
  ) throws(BuildFailure) -> PublishedCatalog {
    guard let place else {
      throw BuildFailure(
        "there is no portal to judge the repository against",
        help: [
          "Name its output folder or address with '--portal', or as 'check.portal' in site.yaml."
        ]
      )
    }
    return try PublishedCatalog.open(place, timeoutSeconds: timeoutSeconds)
  }

  /// The file of known findings; nil without one.
  private var baselinePath: String? {
    request.baseline
      ?? configuration.check.baseline.map { RelativeFolder.path($0, from: configuration.folder) }
  }

  /// The report less what the baseline knows.
  private func judged(_ report: BuildReport) throws(BuildFailure) -> BuildReport {
    guard let path = baselinePath else {
      guard !request.updatesBaseline else {
        throw BuildFailure(
          "there is no baseline to write",
          help: ["Name the file with '--baseline FILE', or as 'check.baseline' in site.yaml."]
        )
      }
      return report
    }
    // A first baseline is written, so that it need not exist; one that is only read must.
    let isNew = request.updatesBaseline && access(path, F_OK) != 0
    let baseline = isNew ? Baseline([]) : try Baseline(file: OperatorFile.read(path), path: path)
    var report = report
    let renewed = report.compare(with: baseline, isRenewed: request.updatesBaseline)
    if request.updatesBaseline, renewed.entries != baseline.entries || isNew {
      try OperatorFile.write(renewed.file, to: path)
    }
    return report
  }

  /// Renders pages that arrive on standard input until it ends.
  package static func runWorker() {
    RenderWorker.run(input: STDIN_FILENO, output: STDOUT_FILENO)
  }
}
