import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown
import CallboardSite
import Glibc
import Synchronization

/// Stage 5: renders the Markdown of all docs, from the cache where it can.
///
/// Bodies are not kept in memory: they stay in the cache, where composing fetches them by ``Output/keys``.
struct RenderStage: Sendable {
  let trees: [DocsTree]
  let snapshots: [String: RepositorySnapshot]
  let options: MarkdownOptions
  /// Of the Markdown of one repository, with all that its pages include.
  var markdownBytes = RepositoryLimits().markdownBytes
  let cache: RenderCache
  let workers: WorkerPool
  let jobs: Int
  let progress: any BuildProgress

  struct Output: Sendable {
    /// One for each tree, with what is known of its pages.
    var sites: [DocsSite]
    /// Of each tree's pages, the key of its body in the cache.
    var keys: [[ContentHash]]
    /// Of each tree's pages, what other pages can show of it.
    var facts: [[SiteFacts.PageFacts]]
    var diagnostics: [Diagnostic]
    /// The diagrams of all pages.
    var diagrams: [DiagramStage.Use] = []
    /// Pages that were not in the cache.
    var renderedCount: Int
    /// What all of this was put together from, for each page of each tree.
    var pages = RevisedArray<PageOutcome>()
    /// Whether a repository had no room for some of its pages.
    var hasRefused = false
    /// The pages whose text alone may differ from the output before; nil for an output that was put together anew.
    var edited: Set<DocsPageIndex>?
  }

  /// Files that have changed since an output was made, by repository and path.
  typealias Changes = [String: Set<String>]

  /// Reads the pages.
  var sources: PageSources { PageSources(snapshots: snapshots, limits: options.limits) }

  /// One page of all docs, counted through.
  struct Job: Sendable {
    var tree: Int
    var page: Int
    var source: SourcePath
  }

  /// All pages, in the order of their trees.
  var jobList: [Job] {
    trees.indices.flatMap { tree in
      trees[tree].pages.indices.map {
        Job(tree: tree, page: $0, source: trees[tree].pages[$0].source)
      }
    }
  }

  /// - Parameter earlier: The output of the same trees, and the files that have changed since; nil to look at each page.
  func run(
    after earlier: (output: Output, changes: Changes)? = nil
  ) throws(BuildFailure) -> Output {
    let jobList = jobList
    let due = jobList.indices.filter { index in
      earlier.map { $0.output.pages[index].mayDiffer(after: $0.changes, of: jobList[index]) }
        ?? true
    }
    progress.begin("Rendering pages", total: due.count)
    var outcomes = [PageOutcome?](repeating: nil, count: jobList.count)
    let found = ParallelFor(width: jobs).map(count: due.count) { lookUp(jobList[due[$0]]) }
    var sizes = jobList.indices.map { earlier?.output.pages[$0].sourceBytes ?? 0 }
    for (index, page) in zip(due, found) {
      outcomes[index] = page.outcome
      sizes[index] = page.sourceBytes
    }
    let (refused, findings) = refuse(jobList, sizes: sizes)
    for (index, outcome) in refused { outcomes[index] = outcome }
    let missing = due.filter { outcomes[$0] == nil }
    for (index, outcome) in zip(missing, try render(missing.map { jobList[$0] })) {
      outcomes[index] = outcome
      outcomes[index]?.sourceBytes = sizes[index]
    }
    if let earlier, refused.isEmpty,
      var output = revised(earlier.output, jobList, due.map { ($0, outcomes[$0]) })
    {
      output.renderedCount = missing.count
      return output
    }
    if let earlier {
      for index in jobList.indices where outcomes[index] == nil {
        outcomes[index] = earlier.output.pages[index]
      }
    }
    return assemble(
      jobList,
      outcomes.compactMap(\.self),
      findings,
      renderedCount: missing.count,
      hasRefused: !refused.isEmpty
    )
  }

  /// An output with other texts of some pages; nil when one of them tells other pages or the report anything else than
  /// before.
  ///
  /// - Parameter fresh: The new outcomes by their places in the list.
  private func revised(
    _ earlier: Output,
    _ jobs: [Job],
    _ fresh: [(place: Int, outcome: PageOutcome?)]
  ) -> Output? {
    guard !earlier.hasRefused else { return nil }
    var output = earlier
    var edited: Set<DocsPageIndex> = []
    for (place, outcome) in fresh {
      guard let outcome, outcome.saysTheSame(as: earlier.pages[place]) else { return nil }
      let job = jobs[place]
      output.sites[job.tree].outlines[job.page] = outcome.outline
      output.keys[job.tree][job.page] = outcome.key
      output.pages[place] = outcome
      edited.insert(DocsPageIndex(site: job.tree, page: job.page))
    }
    output.edited = edited
    return output
  }

  /// - Parameter findings: About repositories, before those about pages.
  private func assemble(
    _ jobs: [Job],
    _ outcomes: [PageOutcome],
    _ findings: [Diagnostic],
    renderedCount: Int,
    hasRefused: Bool
  ) -> Output {
    // What is wrong with a file is said once, however many pages include it.
    var said: Set<Diagnostic> = []
    var ceiling = FindingCeiling()
    var output = Output(
      sites: trees.map { DocsSite(tree: $0, outlines: []) },
      keys: trees.map { _ in [] },
      facts: trees.map { _ in [] },
      diagnostics: findings,
      renderedCount: renderedCount,
      pages: RevisedArray(outcomes),
      hasRefused: hasRefused
    )
    for (index, tree) in trees.enumerated() {
      output.sites[index].outlines.reserveCapacity(tree.pages.count)
      output.keys[index].reserveCapacity(tree.pages.count)
      output.facts[index].reserveCapacity(tree.pages.count)
    }
    for (job, outcome) in zip(jobs, outcomes) {
      output.sites[job.tree].outlines.append(outcome.outline)
      output.keys[job.tree].append(outcome.key)
      output.facts[job.tree].append(outcome.facts)
      output.diagnostics += outcome.diagnostics.filter { diagnostic in
        (diagnostic.span?.file == job.source || said.insert(diagnostic).inserted)
          && ceiling.admits(diagnostic)
      }
      output.diagrams += outcome.diagrams
    }
    output.diagnostics += ceiling.findings
    return output
  }

  /// The pages that their repositories have no room for, by their places in the list: stubs that say so. The first
  /// of each repository is reported.
  ///
  /// - Parameter sizes: Of the pages' Markdown with all that they include, in bytes.
  private func refuse(
    _ jobs: [Job],
    sizes: [Int]
  ) -> (pages: [Int: PageOutcome], findings: [Diagnostic]) {
    var used: [String: Int] = [:]
    var pages: [Int: PageOutcome] = [:]
    var findings: [Diagnostic] = []
    for index in jobs.indices {
      let source = jobs[index].source
      let before = used[source.repository, default: 0]
      guard before + sizes[index] > markdownBytes else {
        used[source.repository] = before + sizes[index]
        continue
      }
      let finding = Diagnostic.tooMuchMarkdown(markdownBytes, first: .wholeFile(source))
      if before <= markdownBytes { findings.append(finding) }
      // Smaller pages behind it are refused as well: what is shown must not depend on luck.
      used[source.repository] = markdownBytes + 1
      var page = stub(jobs[index], finding)
      page.diagnostics = []
      pages[index] = page
    }
    return (pages, findings)
  }

  /// What a page's rendering tells other pages and the report.
  struct PageOutcome: Sendable {
    var key: ContentHash
    var outline: PageOutline
    var facts: SiteFacts.PageFacts
    var diagnostics: [Diagnostic]
    var diagrams: [DiagramStage.Use]
    /// The paths of the files that it includes, in its own repository.
    var included: Set<String>
    /// Of its Markdown with all that it includes.
    var sourceBytes = 0

    /// Whether all that other pages and the report can tell of the page is the same.
    fileprivate func saysTheSame(as other: PageOutcome) -> Bool {
      facts == other.facts && diagrams == other.diagrams && diagnostics == other.diagnostics
    }

    fileprivate func mayDiffer(after changes: Changes, of job: Job) -> Bool {
      guard let changed = changes[job.source.repository] else { return false }
      return changed.contains(job.source.path) || !changed.isDisjoint(with: included)
    }
  }

  /// The page from the cache; without an outcome when it must be rendered.
  func lookUp(_ job: Job) -> (outcome: PageOutcome?, sourceBytes: Int) {
    do {
      var included: Set<String> = []
      let page = try sources.read(job.source, in: trees[job.tree], including: &included)
      let count = page.output.source.count
      let key = cache.key(of: page.output.content)
      guard let stored = cache.lookup(key),
        let document = DocumentCoder.decode(stored, file: job.source)
      else { return (nil, count) }
      progress.advance(by: 1)
      var found = outcome(of: document, job, key: key, before: page.diagnostics, included)
      found.sourceBytes = count
      return (found, count)
    } catch {
      progress.advance(by: 1)
      return (stub(job, .fileUnreadable(job.source, error)), 0)
    }
  }

  /// Renders pages in the workers; the outcomes have the order of the jobs.
  func render(_ pages: [Job]) throws(BuildFailure) -> [PageOutcome] {
    let sent = Mutex([Sent?](repeating: nil, count: pages.count))
    let outcomes = Mutex([PageOutcome?](repeating: nil, count: pages.count))
    do {
      try workers.map(count: pages.count) { index in
        let job = pages[index]
        // Should the file have gone in the meantime, the worker gets an empty page.
        var included: Set<String> = []
        let page =
          (try? sources.read(job.source, in: trees[job.tree], including: &included))
          ?? Diagnosed(WorkerRequest(file: job.source, source: []))
        // The key of what is sent: the file may have changed since it was looked up.
        let key = cache.key(of: page.output.content)
        sent.withLock {
          $0[index] = Sent(key: key, diagnostics: page.diagnostics, included: included)
        }
        return page.output.encode()
      } deliver: { index, result in
        let request = sent.withLock { $0[index] }
        let outcome = receive(result, pages[index], request)
        outcomes.withLock { $0[index] = outcome }
        progress.advance(by: 1)
      }
    } catch {
      throw BuildFailure("rendering could not start: \(error)")
    }
    return outcomes.withLock { $0 }.compactMap(\.self)
  }

  /// What is remembered of a request until its answer comes.
  private struct Sent {
    var key: ContentHash
    /// About the files that the page includes.
    var diagnostics: [Diagnostic]
    /// The paths of those files.
    var included: Set<String>
  }

  /// Keeps what a worker answered, or makes a stub that says why there is no answer.
  private func receive(
    _ result: Result<[UInt8], WorkerFailure>,
    _ job: Job,
    _ request: Sent?
  ) -> PageOutcome {
    switch result {
    case .success(let bytes):
      guard let request, let document = DocumentCoder.decode(bytes, file: job.source) else {
        return stub(job, .renderCrashed(reason: "its answer is damaged", file: job.source))
      }
      cache.keep(bytes, key: request.key)
      return outcome(
        of: document,
        job,
        key: request.key,
        before: request.diagnostics,
        request.included
      )
    case .failure(let failure):
      let finding: Diagnostic =
        if case .timedOut(let seconds) = failure {
          .renderTimedOut(seconds: Int(seconds), file: job.source)
        } else if case .crashed(SIGXCPU) = failure {
          .renderTimedOut(seconds: options.limits.pageSeconds, file: job.source)
        } else {
          .renderCrashed(reason: "it \(failure)", file: job.source)
        }
      return stub(job, finding)
    }
  }

  private func stub(_ job: Job, _ finding: Diagnostic) -> PageOutcome {
    let document = RenderedDocument.stub(reason: [finding])
    let key = cache.keepForThisBuild(document, of: job.source)
    return outcome(of: Diagnosed(document, diagnostics: [finding]), job, key: key)
  }

  private func outcome(
    of document: Diagnosed<RenderedDocument>,
    _ job: Job,
    key: ContentHash,
    before: [Diagnostic] = [],
    _ included: Set<String> = []
  ) -> PageOutcome {
    var diagnostics = before + document.diagnostics
    let rendered = document.output
    let frontMatter =
      rendered.frontMatter.map { block in
        FrontMatter.read(block.text, firstLine: block.firstLine, file: job.source)
          .unwrap(into: &diagnostics)
      } ?? FrontMatter()
    diagnostics.shorten(from: 0, file: job.source)
    let page = trees[job.tree].pages[job.page]
    let heading = rendered.title.flatMap { $0.isEmpty ? nil : $0 }
    let outline = PageOutline(
      title: page.navigationTitle ?? frontMatter.title ?? heading ?? page.titleFromFileName,
      frontMatter: frontMatter,
      anchors: Set(rendered.ids).union(
        rendered.variables.contains { $0.name == TagListing.slot } ? [TagListing.idPrefix] : []
      ).sorted()
    )
    return PageOutcome(
      key: key,
      outline: outline,
      facts: SiteFacts.PageFacts(outline, frontMatter: rendered.frontMatter?.text ?? ""),
      diagnostics: diagnostics,
      diagrams: rendered.diagrams.map { diagram in
        DiagramStage.Use(
          source: diagram.source,
          span: rendered.includedLines.span(of: diagram.position, in: job.source)
        )
      },
      included: included
    )
  }
}
