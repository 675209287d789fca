import CallboardDiagnostics
import CallboardMarkdown
import CallboardSearch
import CallboardSite
import Synchronization

/// What composing pages came to in earlier builds, so that a page is composed again only if something that it shows has
/// changed.
///
/// A key has everything that a page can show, see ``SiteFacts``. So an edit of a page's text composes that page, one of
/// its headings the docs of its repository, and one of a descriptor all pages.
final class CompositionCache: Sendable {
  /// Where compositions are kept.
  private enum Place: Sendable {
    case folder(GrowingCache, CompositionWords)
    case memory(CompositionMemory)
  }

  private let place: Place
  private let facts: SiteFacts

  init(folder: String, facts: SiteFacts) {
    let entries = Self.entries(folder: folder)
    place = .folder(entries, CompositionWords(entries))
    self.facts = facts
  }

  /// Where the compositions of a site are kept.
  ///
  /// - Parameter folder: That of the site's cache.
  static func entries(folder: String) -> GrowingCache {
    GrowingCache(folder: folder + "/pages-composed")
  }

  /// Keeps compositions for later builds of this process alone.
  init(memory: CompositionMemory, facts: SiteFacts) {
    place = .memory(memory)
    self.facts = facts
  }

  /// The key of a page that is none of docs.
  func key(of route: Route) -> ContentHash {
    Self.key(of: route, facts.general)
  }

  /// The key of files that are made of the whole site.
  ///
  /// - Parameter found: All findings of the build.
  func key(ofFiles group: String, found: [Diagnostic]) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("facts", facts.all)
    combiner.combine("files", group)
    combiner.combine("findings", SiteFacts.hash(of: found))
    return combiner.finalize()
  }

  /// The key of a page of docs.
  ///
  /// - Parameters:
  ///   - site: The index of its docs.
  ///   - body: The key of its rendered body.
  func key(of route: Route, docs site: Int, _ source: SourcePath, body: ContentHash) -> ContentHash
  {
    Self.key(of: route, facts.docs(site, source, body: body))
  }

  private static func key(of route: Route, _ facts: ContentHash) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("facts", facts)
    combiner.combine("route", route.path)
    return combiner.finalize()
  }

  /// What composing a page came to; nil when that is not known, or it would come to something else.
  func lookup(_ key: ContentHash) -> KnownComposition? {
    let known =
      switch place {
      case .folder(let entries, _): entries.lookup(key).flatMap { KnownComposition($0) }
      case .memory(let memory): memory.lookup(key)
      }
    return known?.portal.map { $0 == facts.portal } ?? true ? known : nil
  }

  /// - Parameter reachesPortal: Whether the page depends on what pages the portal has.
  func keep(_ composition: KnownComposition, key: ContentHash, reachesPortal: Bool = false) {
    var composition = composition
    if reachesPortal { composition.portal = facts.portal }
    switch place {
    case .folder(let entries, _): entries.keep(composition.encoded(), key: key)
    case .memory(let memory): memory.keep(composition, key: key)
    }
  }

  /// The record without its words, which are fetched when an index is made of them: those of a large site need more memory
  /// than anything else of it.
  ///
  /// - Parameter key: Of a composition that is kept, whose record it is.
  func withoutWords(_ record: IndexRecord, key: ContentHash) -> IndexRecord {
    switch place {
    case .folder(_, let words):
      return words.record(.init(url: record.url, figures: record.figures, words: .composed(key)))
    case .memory: return record
    }
  }

  /// Whether words were asked for that are not there any more.
  var hasLostWords: Bool {
    guard case .folder(_, let words) = place else { return false }
    return words.areLost
  }

  /// Writes what is still in memory and gives up what this build had no use for.
  func save() {
    switch place {
    case .folder(let entries, _): entries.save()
    case .memory(let memory): memory.forgetOthers()
    }
  }
}

/// Compositions of a process that builds again and again. From any thread.
final class CompositionMemory: Sendable {
  private struct State {
    var known: [ContentHash: KnownComposition] = [:]
    /// Looked up or kept since the others were forgotten.
    var touched: [ContentHash: KnownComposition] = [:]
  }

  private let state = Mutex(State())

  func lookup(_ key: ContentHash) -> KnownComposition? {
    state.withLock { state in
      let found = state.touched[key] ?? state.known[key]
      if let found { state.touched[key] = found }
      return found
    }
  }

  func keep(_ composition: KnownComposition, key: ContentHash) {
    state.withLock { $0.touched[key] = composition }
  }

  /// Gives up what nobody had a use for since the last call.
  func forgetOthers() {
    state.withLock { state in
      state.known = state.touched
      state.touched = [:]
    }
  }
}

/// All that a page's composition tells apart from the files themselves, which stand in the output.
struct KnownComposition: Sendable {
  /// A file that was written, and its hash.
  struct File: Sendable {
    var path: String
    var hash: ContentHash
  }

  /// The page, and the text of its search record if it has one.
  var files: [File] = []
  var findings: [Diagnostic] = []
  /// As ``PageComposer/Composition/assets``.
  var assets: [String] = []
  var unlistedTargets: [DocsPageIndex] = []
  /// Those of the page's search record; nil for a page that search does not find.
  var tokens: IndexRecord?
  /// What ``SiteFacts/portal`` was; nil for a page that does not depend on it.
  var portal: ContentHash?

  /// Of the files when they have been made in this build; not kept.
  var bytes = 0

  private static let format: UInt8 = 3

  init() {}

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(Self.format)
    writer.list(files) { writer, file in
      writer.text(file.path)
      var hash: [UInt8] = []
      hash.append(file.hash)
      writer.blob(hash)
    }
    writer.list(findings) { $0.finding($1) }
    writer.list(assets) { $0.text($1) }
    writer.list(unlistedTargets) { writer, target in
      writer.number(target.site)
      writer.number(target.page)
    }
    writer.optional(tokens) { $0.blob($1.encoded) }
    writer.optional(portal) { writer, portal in
      var hash: [UInt8] = []
      hash.append(portal)
      writer.blob(hash)
    }
    return writer.bytes
  }

  /// nil for bytes that ``encoded()`` has not made.
  init?(_ bytes: [UInt8]) {
    do {
      var reader = ByteReader(bytes)
      guard try reader.byte() == Self.format else { return nil }
      files = try reader.list { reader throws(ByteReader.Damage) in
        let path = try reader.text()
        var hash = ByteFieldReader(try reader.blob())
        guard let hash = hash.hash() else { throw ByteReader.Damage() }
        return File(path: path, hash: hash)
      }
      findings = try reader.list { reader throws(ByteReader.Damage) in try reader.finding() }
      assets = try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
      unlistedTargets = try reader.list { reader throws(ByteReader.Damage) in
        DocsPageIndex(site: try reader.number(), page: try reader.number())
      }
      if let encoded = try reader.optional({ reader throws(ByteReader.Damage) in try reader.blob() }
      ) {
        guard let tokens = IndexRecord(encoded: encoded, digest: SearchCache.digest) else {
          return nil
        }
        self.tokens = tokens
      }
      portal = try reader.optional { reader throws(ByteReader.Damage) in
        var hash = ByteFieldReader(try reader.blob())
        guard let hash = hash.hash() else { throw ByteReader.Damage() }
        return hash
      }
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}
