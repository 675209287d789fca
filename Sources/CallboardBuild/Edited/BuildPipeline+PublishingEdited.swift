import CallboardSearch
import CallboardSite

/// The last stage of a build of edited texts.
extension BuildPipeline {
  /// What a folder was left with.
  struct PublishedEdit {
    var summary: EmitSummary
    /// nil when that is not known.
    var left: OutputIdentity?
    /// See ``KeptTexts/outline``.
    var outline: [UInt8]
  }

  /// Publishes edited pages and the files of search that change with them, without a look at the others.
  ///
  /// - Parameter stands: Whether the site does.
  /// - Returns: nil when more has to be looked at; nothing has been written then.
  mutating func publish(
    _ pages: [EditedPage],
    of edited: EditedTexts,
    through site: StandingOutput,
    _ stands: SideThread<Bool>
  ) throws -> PublishedEdit? {
    defer { site.release() }
    let index = site.isAsBefore(pages) ? reviseIndex(of: edited, pages, site) : nil
    let isStanding = timings.measure("output", items: { _ in edited.record.outcome.fileCount }) {
      stands.value
    }
    guard isStanding, let index else { return nil }
    let published = try timings.measure(
      "emit",
      items: { $0?.summary.written ?? 0 },
      bytes: { $0?.summary.bytesWritten ?? 0 },
      { try site.publish(pages.flatMap(\.files) + index.files) }
    )
    return published.map {
      PublishedEdit(summary: $0.summary, left: $0.left, outline: index.outline)
    }
  }

  /// Publishes edited pages through a writer that looks at all files of the folder.
  ///
  /// - Returns: nil when the site has other files than before, or the words of its pages are lost.
  mutating func publish(
    _ pages: [EditedPage],
    of edited: EditedTexts,
    _ output: String,
    _ onConflict: OutputConflict
  ) throws -> PublishedEdit? {
    let writer = try FolderSiteWriter(output: output, onConflict: onConflict)
    guard writer.isAsLeft(edited.record.output), writer.isAsBefore(pages) else { return nil }
    for file in pages.flatMap(\.files) { try writer.write(file) }
    var outline = edited.texts.outline
    if let index = reviseIndex(of: edited, pages, writer) {
      for file in index.files { try writer.write(file) }
      outline = index.outline
      try writer.keepOthers { _ in true }
    } else {
      guard let assembled = try assembleIndex(of: edited, pages, into: writer) else { return nil }
      outline = assembled
      try writer.keepOthers { path in
        !path.hasPrefix(ThemeAssets.searchFolder) || path.hasPrefix(SearchStage.textFolder)
      }
    }
    let summary = try timings.measure(
      "emit",
      items: { $0.written },
      bytes: { $0.bytesWritten },
      { try writer.finish() }
    )
    return PublishedEdit(summary: summary, left: writer.left, outline: outline)
  }

  /// The files of search that may be others; nil when the whole index has to be assembled.
  private mutating func reviseIndex(
    of edited: EditedTexts,
    _ pages: [EditedPage],
    _ site: some LeftSite
  ) -> (files: [OutputFile], outline: [UInt8])? {
    let records = pages.compactMap(\.record)
    guard !records.isEmpty else { return ([], edited.texts.outline) }
    let words = CompositionWords(CompositionCache.entries(folder: cacheFolder))
    let options = configuration.search
    return timings.measure("index", items: { $0?.files.count ?? 0 }) {
      let revision = IndexRevision(
        of: edited.texts.records.map { words.record($0) },
        revised: Dictionary(
          records.map { ($0.place, words.record($0.record)) },
          uniquingKeysWith: { first, _ in first }
        ),
        options: options
      )
      guard let revision,
        let made = revision.files(
          since: edited.texts.outline,
          file: { site.verified(SearchStage.path(of: $0)) }
        ),
        let entry = site.verified(SearchStage.entryFile)
      else { return nil }
      var files = made.files.map {
        OutputFile(path: SearchStage.path(of: $0.path), bytes: $0.bytes)
      }
      let hashes = Dictionary(
        files.map { ($0.path, ContentHash(of: $0.bytes)) },
        uniquingKeysWith: { first, _ in first }
      )
      let digests = site.files(in: ThemeAssets.searchFolder).lazy
        .filter { $0.path != SearchStage.entryFile && !$0.path.hasPrefix(SearchStage.textFolder) }
        .map { hashes[$0.path] ?? $0.hash }
        .map { SIMD2($0.high, $0.low) }
      guard let entry = revision.entry(digests: Array(digests), since: entry), !words.areLost,
        files.allSatisfy({ site.has($0.path) })
      else { return nil }
      files.append(OutputFile(path: SearchStage.entryFile, bytes: entry.bytes))
      return (files, made.outline)
    }
  }

  /// Makes the whole index; nil when words of its pages are lost.
  private mutating func assembleIndex(
    of edited: EditedTexts,
    _ pages: [EditedPage],
    into writer: FolderSiteWriter
  ) throws -> [UInt8]? {
    let words = CompositionWords(CompositionCache.entries(folder: cacheFolder))
    let records = edited.texts(with: pages, outline: []).records.map { words.record($0) }
    let stage = SearchStage(options: configuration.search, cache: searchCache, jobs: jobs)
    let made = try timings.measure("index", items: { _ in records.count }, bytes: { $0.bytes }) {
      try stage.run(records, into: writer)
    }
    guard !words.areLost else { return nil }
    stage.cache?.save()
    return made.outline
  }
}

extension LeftSite {
  /// Whether it has all files of some pages, and those of their earlier texts as they are composed now.
  fileprivate func isAsBefore(_ pages: [EditedPage]) -> Bool {
    pages.allSatisfy { page in has(page.earlier) && page.files.allSatisfy { has($0.path) } }
  }

  /// The bytes of a file that are the ones it was left with.
  fileprivate func verified(_ path: String) -> [UInt8]? {
    contents(of: path).flatMap { ContentHash(of: $0) == hash(of: path) ? $0 : nil }
  }
}
