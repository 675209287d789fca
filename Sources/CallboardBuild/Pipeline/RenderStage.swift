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
  /// Of Markdown that waits in memory to be rendered, see ``SourceRoom``.
  var waitingBytes = 64 << 20
  /// Gets the Markdown of rendered pages; nil where nobody asks for it again.
  var kept: KeptSources?
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
    let room = SourceRoom(byteLimit: waitingBytes)
    let found = ParallelFor(width: jobs).map(count: due.count) { lookUp(jobList[due[$0]], room) }
    var sizes = jobList.indices.map { earlier?.output.pages[$0].sourceBytes ?? 0 }
    var read = [ReadPage?](repeating: nil, count: jobList.count)
    for (index, page) in zip(due, found) {
      outcomes[index] = page.outcome
      sizes[index] = page.sourceBytes
      read[index] = page.read
    }
    let (refused, findings) = refuse(jobList, sizes: sizes)
    for (index, outcome) in refused { outcomes[index] = outcome }
    let missing = due.filter { outcomes[$0] == nil }
    let rendered = try render(missing.map { jobList[$0] }, read: missing.map { read[$0] })
    for (index, outcome) in zip(missing, rendered) {
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

  /// What looking for a page in the cache came to.
  struct Found: Sendable {
    /// nil when the page must be rendered.
    var outcome: PageOutcome?
    /// Of its Markdown with all that it includes.
    var sourceBytes: Int
    /// A page that must be rendered, where there was room for it.
    var read: ReadPage?
  }

  /// The page from the cache, or what to render.
  func lookUp(_ job: Job, _ room: SourceRoom) -> Found {
    do {
      let page = try read(job)
      let count = page.request.source.count
      guard let stored = cache.lookup(page.key),
        let document = DocumentCoder.decode(stored, file: job.source)
      else {
        return Found(sourceBytes: count, read: room.take(count) ? page : nil)
      }
      progress.advance(by: 1)
      var found = outcome(of: document, job, page)
      found.sourceBytes = count
      return Found(outcome: found, sourceBytes: count)
    } catch {
      progress.advance(by: 1)
      return Found(outcome: stub(job, .fileUnreadable(job.source, error)), sourceBytes: 0)
    }
  }

  private func read(_ job: Job) throws(ReadError) -> ReadPage {
    var included: Set<String> = []
    let page = try sources.read(job.source, in: trees[job.tree], including: &included)
    return ReadPage(
      request: page.output,
      key: cache.key(of: page.output.content),
      diagnostics: page.diagnostics,
      included: included
    )
  }

  /// Renders pages in the workers; the outcomes have the order of the jobs.
  ///
  /// - Parameter read: The same pages as far as they have been read; others are read shortly before they are sent.
  func render(
    _ pages: [Job],
    read earlier: [ReadPage?]
  ) throws(BuildFailure) -> [PageOutcome] {
    let known = Mutex(earlier)
    let outcomes = Mutex([PageOutcome?](repeating: nil, count: pages.count))
    do {
      try workers.map(count: pages.count) { index in
        // Should the file have gone in the meantime, the worker gets an empty page.
        var page =
          known.withLock { $0[index].take() } ?? (try? read(pages[index]))
          ?? ReadPage(nothingOf: pages[index].source, cache)
        let payload = page.request.encode()
        kept?.keep(page.request.source, for: page.key)
        page.request.source = []
        known.withLock { [page] in $0[index] = page }
        return payload
      } deliver: { index, result in
        let page = known.withLock { $0[index].take() }
        let outcome = receive(result, pages[index], page)
        outcomes.withLock { $0[index] = outcome }
        progress.advance(by: 1)
      }
    } catch {
      throw BuildFailure("rendering could not start: \(error)")
    }
    return outcomes.withLock { $0 }.compactMap(\.self)
  }

  /// Keeps what a worker answered, or makes a stub that says why there is no answer.
  private func receive(
    _ result: Result<[UInt8], WorkerFailure>,
    _ job: Job,
    _ page: ReadPage?
  ) -> PageOutcome {
    switch result {
    case .success(let bytes):
      guard let page, let document = DocumentCoder.decode(bytes, file: job.source) else {
        return stub(job, .renderCrashed(reason: "its answer is damaged", file: job.source))
      }
      cache.keep(bytes, key: page.key)
      return outcome(of: document, job, page)
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
    var page = ReadPage(nothingOf: job.source, cache)
    page.key = cache.keepForThisBuild(document, of: job.source)
    return outcome(of: Diagnosed(document, diagnostics: [finding]), job, page)
  }

  private func outcome(
    of document: Diagnosed<RenderedDocument>,
    _ job: Job,
    _ read: ReadPage
  ) -> PageOutcome {
    var diagnostics = read.diagnostics + document.diagnostics
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
      key: read.key,
      outline: outline,
      facts: SiteFacts.PageFacts(outline, frontMatter: rendered.frontMatter?.text ?? ""),
      diagnostics: diagnostics,
      diagrams: rendered.diagrams.map { diagram in
        DiagramStage.Use(
          source: diagram.source,
          span: rendered.includedLines.span(of: diagram.position, in: job.source)
        )
      },
      included: read.included
    )
  }
}
