import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown
import CallboardSearch
import CallboardSite

/// Composes edited pages, of their earlier texts too.
struct EditedPageComposer {
  let texts: KeptTexts
  let model: SiteModel
  let composer: PageComposer
  let part: BuildPipeline.SitePart
  let cache: RenderCache
  let words: CompositionWords
  let search: SearchOptions
  let limits: MarkdownOptions.Limits

  /// nil when the page may tell other pages, the report or the files of the site anything else than before.
  func compose(_ index: Int, _ job: RenderStage.Job) throws -> EditedPage? {
    let outcome = part.rendered.pages[index]
    let tree = model.docs[job.tree].tree
    let (source, address) = (KeptTexts.hash(of: job.source), KeptTexts.hash(of: job.page, tree))
    guard outcome.diagnostics.isEmpty, outcome.diagrams.isEmpty, outcome.included.isEmpty,
      let place = texts.pages.firstIndex(where: { $0.source == source }),
      texts.pages[place].address == address, texts.pages[place].facts == outcome.facts,
      let earlier = document(texts.pages[place].body, job),
      let document = document(outcome.key, job), resolvesAsBefore(document, earlier)
    else { return nil }

    let before = try composer.compose(docs: job.tree, job.page, document: earlier)
    let composition = try composer.compose(docs: job.tree, job.page, document: document)
    guard composition.tellsTheSame(as: before) else { return nil }
    var page = EditedPage(place: place, body: outcome.key)
    page.earlier.append(before.file.known)
    page.files.append(composition.file)
    let markdown = composer.markdown(docs: job.tree, job.page, document: document, composition) {
      let sources = part.stage.sources
      var included: Set<String> = []
      let text = try? sources.read(job.source, in: tree, including: &included).output.source
      return text.flatMap { $0.count > limits.sourceBytes ? nil : $0 }
    }
    if let markdown { page.files.append(markdown) }
    return addWords(of: document, after: earlier, job, to: &page) ? page : nil
  }

  /// Adds what search knows of a page. False when that is not all that the index was made of.
  private func addWords(
    of document: RenderedDocument,
    after earlier: RenderedDocument,
    _ job: RenderStage.Job,
    to page: inout EditedPage
  ) -> Bool {
    let records = SearchRecords(model: model)
    guard let before = records.record(docs: job.tree, job.page, document: earlier) else {
      // An author's wish, in front matter that is the same.
      return true
    }
    guard let place = texts.records.firstIndex(where: { $0.url == before.url }) else {
      return false
    }
    let kept = texts.records[place]
    let encoded = words.encoded(kept.words)
    guard let now = records.record(docs: job.tree, job.page, document: document),
      let oldRecord = SearchRecord(
        earlier: encoded,
        summary: before.summary,
        sections: before.sections
      ),
      let record = SearchRecord(earlier: encoded, summary: now.summary, sections: now.sections)
    else { return false }
    let known = tokens(of: oldRecord)
    guard known.encoded == encoded, known.figures == kept.figures else { return false }
    let (oldTexts, files) = (texts(of: oldRecord), texts(of: record))
    guard oldTexts.map(\.path) == files.map(\.path) else { return false }
    page.earlier += oldTexts.map(\.known)
    page.files += files
    let tokens = tokens(of: record)
    page.record = (
      place,
      KeptTexts.Record(url: kept.url, figures: tokens.figures, words: .held(tokens.encoded))
    )
    return true
  }

  private func tokens(of record: SearchRecord) -> IndexRecord {
    IndexRecord(
      SearchIndex.tokenize(record, options: search),
      digest: SearchCache.digest
    )
  }

  private func texts(of record: SearchRecord) -> [OutputFile] {
    SearchIndex.texts(of: record).map {
      OutputFile(path: ThemeAssets.searchFolder + $0.path, bytes: $0.bytes)
    }
  }

  private func document(_ key: ContentHash, _ job: RenderStage.Job) -> RenderedDocument? {
    cache.lookup(key).flatMap { DocumentCoder.decode($0, file: job.source) }?.output
  }

  /// Whether all that links of a page lead to was linked from it before, or needs no look at the site. What is put into a
  /// page besides, such as dates, is not.
  private func resolvesAsBefore(
    _ document: RenderedDocument,
    _ earlier: RenderedDocument
  ) -> Bool {
    guard document.variables.isEmpty, document.diagrams.isEmpty else { return false }
    return document.links.lazy.filter(\.isSlot).allSatisfy { link in
      switch LinkDestination(link.destination) {
      case .external, .samePage: true
      default:
        earlier.links.contains { other in
          other.isSlot && other.destination == link.destination && other.kind == link.kind
            && other.isAuthorHTML == link.isAuthorHTML
        }
      }
    }
  }
}

extension PageComposer.Composition {
  /// Whether the rest of the site learns the same of the page.
  fileprivate func tellsTheSame(as other: Self) -> Bool {
    diagnostics.isEmpty && other.diagnostics.isEmpty && Set(assets) == Set(other.assets)
      && unlistedTargets == other.unlistedTargets && !reachesOtherRepositories
      && file.path == other.file.path
  }
}

extension OutputFile {
  /// Its path with the hash of its bytes.
  fileprivate var known: KnownComposition.File {
    KnownComposition.File(path: path, hash: ContentHash(of: bytes))
  }
}
