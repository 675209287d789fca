import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import CallboardSite
import Synchronization

/// Draws the diagrams of all pages and publishes the drawings, each distinct source once.
///
/// Runs between rendering and composing: pages hold the sources, and get the pictures when they are linked.
struct DiagramStage: Sendable {
  /// A diagram where it stands.
  struct Use: Hashable, Sendable {
    var source: DiagramSource
    var span: SourceSpan
  }

  let uses: [Use]
  let settings: DiagramSettings
  /// The folder of `site.yaml`.
  let folder: String
  let searchPath: String
  let cacheFolder: String
  let writer: any SiteWriter
  let jobs: Int
  let progress: any BuildProgress
  /// Whether the site may have others than ``uses``.
  var isPartial = false

  struct Output: Sendable {
    var gallery = DiagramGallery()
    var diagnostics: [Diagnostic] = []
    /// Drawings that were not in the cache.
    var drawnCount = 0
    /// The programs that were asked for drawings; see ``identity(of:folder:searchPath:)``.
    var identities: [DiagramLanguage: String] = [:]
  }

  /// Tells the program of a renderer from the one that replaces it; empty while there is none.
  static func identity(
    of renderer: DiagramRenderer,
    folder: String,
    searchPath: String
  ) -> String {
    DiagramWorkshop(renderer, folder: folder, searchPath: searchPath)?.identity ?? ""
  }

  func run() throws -> Output {
    guard !uses.isEmpty else { return Output() }
    var output = Output()
    let workshops = openWorkshops(&output.diagnostics)
    for language in Set(uses.map(\.source.language)) where settings.renderers[language] != nil {
      output.identities[language] = workshops[language]?.identity ?? ""
    }
    let sources = Set(uses.map(\.source)).filter { workshops[$0.language] != nil }.sorted()
    progress.begin("Drawing diagrams", total: sources.count)
    let cache = DiagramCache(folder: cacheFolder + "/diagrams")
    let results = try ParallelFor(width: jobs, chunkSize: 1).map(count: sources.count) { index in
      defer { progress.advance(by: 1) }
      return try picture(of: sources[index], workshops, cache)
    }
    cache.save(isPartial: isPartial)
    var pictures: [DiagramSource: DiagramGallery.Picture] = [:]
    var failures: [DiagramSource: String] = [:]
    for (source, result) in zip(sources, results) {
      switch result {
      case .success(let picture): pictures[source] = picture
      case .failure(let failure): failures[source] = failure.reason
      }
    }
    output.diagnostics += uses.compactMap { use in
      failures[use.source].map { .diagramFailed(use.source.language, reason: $0, at: use.span) }
    }
    output.gallery = DiagramGallery(pictures)
    output.drawnCount = cache.newCount
    return output
  }

  /// The workshop of each language in use; a finding for each that has none.
  private func openWorkshops(
    _ diagnostics: inout [Diagnostic]
  ) -> [DiagramLanguage: DiagramWorkshop] {
    var workshops: [DiagramLanguage: DiagramWorkshop] = [:]
    for language in Set(uses.map(\.source.language)).sorted() {
      let spans = uses.filter { $0.source.language == language }.map(\.span)
      guard let first = spans.min() else { continue }
      guard let renderer = settings.renderers[language] else {
        diagnostics.append(.diagramRendererMissing(language, count: spans.count, at: first))
        continue
      }
      if let workshop = DiagramWorkshop(renderer, folder: folder, searchPath: searchPath) {
        workshops[language] = workshop
      } else {
        diagnostics.append(
          .diagramRendererNotFound(
            language,
            program: renderer.program,
            count: spans.count,
            at: first
          )
        )
      }
    }
    return workshops
  }

  private func picture(
    of source: DiagramSource,
    _ workshops: [DiagramLanguage: DiagramWorkshop],
    _ cache: DiagramCache
  ) throws -> Result<DiagramGallery.Picture, DiagramWorkshop.Failure> {
    guard let workshop = workshops[source.language] else {
      return .failure(DiagramWorkshop.Failure(reason: "it has no renderer"))
    }
    var drawings: [DiagramGallery.Drawing] = []
    for theme in workshop.renderer.themes(for: source) {
      let key = key(of: source, theme, workshop)
      let picture: SVGPicture
      if let kept = cache.lookup(key) {
        picture = kept
      } else {
        do throws(DiagramWorkshop.Failure) {
          picture = try workshop.draw(source, theme: theme)
        } catch {
          return .failure(error)
        }
        cache.keep(picture, key: key)
      }
      let path = DiagramGallery.folder + "\(key.description.prefix(20)).svg"
      try writer.write(OutputFile(path: path, bytes: picture.bytes))
      drawings.append(
        DiagramGallery.Drawing(path: path, width: picture.width, height: picture.height)
      )
    }
    return .success(
      DiagramGallery.Picture(light: drawings[0], dark: drawings.count > 1 ? drawings[1] : nil)
    )
  }

  private func key(
    of source: DiagramSource,
    _ theme: DiagramRenderer.Theme,
    _ workshop: DiagramWorkshop
  ) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("format", DiagramCache.version)
    combiner.combine("language", source.language.rawValue)
    combiner.combine("source", source.text)
    combiner.combine("program", workshop.renderer.program)
    combiner.combine("identity", workshop.identity)
    let arguments = workshop.renderer.arguments(theme: theme, input: "input", output: "output")
    combiner.combine("arguments", arguments.joined(separator: "\0"))
    return combiner.finalize()
  }
}
