import CallboardCrawl
import CallboardDiagnostics
import CallboardSite

/// What a process that builds a site again and again keeps of it, so that a build begins where the last one ended.
package struct SiteMemory: Sendable {
  /// nil before the first build, and after one that cannot be gone on with.
  var last: RememberedBuild?
  var compositions = CompositionMemory()
  /// With the files of the last build that came to an end.
  var writer: MemorySiteWriter?

  package init() {}

  /// Takes note of what the last build has read. To be called before the next one, when nobody waits.
  package mutating func settle() {
    last?.settle()
  }
}

/// A build that has come to an end, with the results of its stages.
struct RememberedBuild: Sendable {
  /// Its log goes on: what is read again replaces what it says.
  let repetition: Repetition
  var scan: SiteScan
  var cache: RenderCache
  var workers: WorkerPool
  var rendered: RenderStage.Output
  var composition: SiteComposition
  var search: DeferredSearch
  var report: BuildReport
  /// What was read; nil when that cannot be told of a file.
  private var inputs: InputTable?

  init(
    repetition: Repetition,
    scan: SiteScan,
    cache: RenderCache,
    workers: WorkerPool,
    rendered: RenderStage.Output,
    composition: SiteComposition,
    search: DeferredSearch,
    report: BuildReport
  ) {
    self.repetition = repetition
    self.scan = scan
    self.cache = cache
    self.workers = workers
    self.rendered = rendered
    self.composition = composition
    self.search = search
    self.report = report
  }

  mutating func settle() {
    inputs = repetition.inputs
  }

  /// The build with the pages whose files have changed; nil when anything else has.
  ///
  /// Servers of clones are not asked: a preview shows their commits as they were when it last read everything.
  func standing(width: Int) -> StandingBuild? {
    guard let changed = inputs?.changes(width: width)?.changed, let log = repetition.log else {
      return nil
    }
    var pages: RenderStage.Changes = [:]
    for entry in changed {
      guard log.isPage(entry) else { return nil }
      for place in scan.places(of: entry.path) {
        pages[place.repository, default: []].insert(place.path)
      }
    }
    log.forget(changed.map(\.path))
    return StandingBuild(build: self, changedPages: pages)
  }
}

/// An earlier build whose scan is still right.
struct StandingBuild: Sendable {
  var build: RememberedBuild
  /// Files of pages that have changed since.
  var changedPages: RenderStage.Changes
}

extension BuildPipeline {
  /// The build before if nothing has changed since but the text of pages.
  mutating func findStanding() -> StandingBuild? {
    guard let earlier else { return nil }
    return timings.measure("inputs", items: { $0?.changedPages.count ?? 0 }) {
      [jobs] in earlier.standing(width: jobs)
    }
  }

  /// Ends a build in which nothing but the text of pages has changed, and nothing that the rest of the site shows of them.
  ///
  /// - Returns: nil when the site has to be linked anew.
  mutating func follow(
    _ standing: StandingBuild,
    _ rendered: RenderStage.Output,
    into writer: any SiteWriter,
    since start: Double
  ) throws -> BuildReport? {
    var build = standing.build
    // The heads of announcements are shown on other pages.
    let isOfDocs = rendered.due.allSatisfy { $0.site < build.scan.trees.count }
    guard isOfDocs, !build.cache.hasStubs, rendered.saysTheSame(as: build.rendered) else {
      return nil
    }
    // Should the pages tell something else, they are composed once more, with other files perhaps.
    let draft = MemorySiteWriter()
    var stage = build.composition.stage
    stage.keys = rendered.keys
    stage.writer = draft
    let earlier = build.composition.composed
    let composed = try timings.measure(
      "compose",
      items: { $0?.composedCount ?? 0 },
      bytes: { $0?.composedBytes }
    ) {
      repetition?.log?.beginPages()
      defer { repetition?.log?.endPages() }
      return try stage.run(after: earlier, composing: rendered.due)
    }
    guard let composed, try writer.keepAll(replacing: draft.files) else { return nil }
    build.rendered = rendered
    build.composition.stage = stage
    build.composition.composed = composed
    if draft.files.isEmpty { search = build.search } else { deferSearch(of: composed) }
    build.search = search ?? build.search
    let emitted = try writer.finish()
    build.report.emitted = emitted
    build.report.timings = timings
    build.report.seconds = StageTimings.now - start
    remembered = build
    return build.report
  }
}
