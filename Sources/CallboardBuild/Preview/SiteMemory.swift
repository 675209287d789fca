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

  /// Whether the last build looked at nothing but the files that were said to have changed.
  package var isByHearsay: Bool { last?.isByHearsay ?? false }

  /// Looks at all files that the last build is made of, when nobody waits.
  ///
  /// - Returns: Whether they are as it shows them.
  package mutating func verify(width: Int = Machine.coreCount) -> Bool {
    guard let inputs = last?.repetition.inputs else { return last == nil }
    last?.isByHearsay = false
    return inputs.changes(width: width)?.changed.isEmpty ?? false
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
  /// What reading repositories came upon before anything was composed; nil when that cannot be told.
  let read: ReadingFacts?
  /// Whether it was made without looking at anything but what was said to have changed.
  var isByHearsay: Bool

  init(
    repetition: Repetition,
    scan: SiteScan,
    cache: RenderCache,
    workers: WorkerPool,
    rendered: RenderStage.Output,
    composition: SiteComposition,
    search: DeferredSearch,
    report: BuildReport,
    read: ReadingFacts?,
    isByHearsay: Bool
  ) {
    self.repetition = repetition
    self.scan = scan
    self.cache = cache
    self.workers = workers
    self.rendered = rendered
    self.composition = composition
    self.search = search
    self.report = report
    self.read = read
    self.isByHearsay = isByHearsay
  }

  /// The build with the pages whose files have changed; nil when anything else has.
  ///
  /// Servers of clones are not asked: a preview shows their commits as they were when it last read everything.
  func standing(hearing heard: HeardChanges, width: Int) -> StandingBuild? {
    guard let log = repetition.log else { return nil }
    let told = heard.changes(in: log, since: repetition.moment)
    guard let changed = told ?? repetition.inputs?.changes(width: width)?.changed else {
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
    var build = self
    build.isByHearsay = told != nil
    return StandingBuild(build: build, changedPages: pages)
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
      [heard, jobs] in earlier.standing(hearing: heard, width: jobs)
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
    guard let edited = rendered.edited, !build.cache.hasStubs,
      edited.allSatisfy({ $0.site < build.scan.trees.count })
    else { return nil }
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
      return try stage.run(after: earlier, composing: edited)
    }
    guard let composed, try writer.keepAll(replacing: draft.files.all) else { return nil }
    build.rendered = rendered
    build.composition.stage = stage
    build.composition.composed = composed
    if draft.files.count == 0 { search = build.search } else { deferSearch(of: composed) }
    build.search = search ?? build.search
    let emitted = try writer.finish()
    build.report.emitted = emitted
    build.report.timings = timings
    build.report.seconds = StageTimings.now - start
    remembered = build
    return build.report
  }
}
