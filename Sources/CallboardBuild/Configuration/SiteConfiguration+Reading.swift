import CallboardCrawl
package import CallboardDiagnostics
import CallboardYAML

extension SiteConfiguration {
  /// Reads `site.yaml`.
  ///
  /// - Parameters:
  ///   - file: The path as the operator gave it, for messages.
  ///   - folder: The folder that relative paths start from.
  /// - Returns: The configuration with defaults where the file says nothing usable; the caller ends the
  ///   build when there is an error among the findings, because a portal of half its sources helps nobody.
  package static func read(
    _ bytes: [UInt8],
    file: SourcePath,
    folder: String
  ) -> Diagnosed<SiteConfiguration> {
    var configuration = SiteConfiguration.withoutFile()
    configuration.folder = folder
    configuration.hash = ContentHash(of: bytes)
    configuration.file = file.path
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions())
    var diagnostics = parsed.diagnostics
    guard let root = parsed.output, let mapping = root.mapping else {
      if diagnostics.isEmpty { diagnostics.append(.siteFileEmpty(file)) }
      return Diagnosed(configuration, diagnostics: diagnostics)
    }
    var record = YAMLRecord(mapping, file: file)
    configuration.readSite(&record)
    configuration.readSources(&record, at: root.span(in: file))
    configuration.theme = theme(&record)
    configuration.readCatalog(&record)
    configuration.integrations = IntegrationAddresses.read(from: &record)
    configuration.readCheck(&record)
    configuration.readSearch(&record)
    configuration.diagrams = diagrams(&record)
    configuration.layout = layout(&record)
    configuration.docs = record.record("docs") { DocsSettings(reading: &$0) } ?? DocsSettings()
    configuration.announcements = record.string("announcements")
    configuration.radars = record.strings("radars") ?? []
    configuration.scorecards = scorecards(&record)
    configuration.readRedirects(&record)
    configuration.publish =
      record.record("publish") { PublishSettings(reading: &$0) } ?? PublishSettings()
    configuration.limits =
      record.record("limits") { LimitSettings(reading: &$0) } ?? LimitSettings()
    configuration.isOffline = record.bool("offline") ?? false
    configuration.output = record.string("output") ?? configuration.output
    let backstage = record.record("api") { $0.bool("backstage") }
    configuration.isServingBackstage = (backstage ?? nil) ?? false
    return Diagnosed(configuration, diagnostics: diagnostics + record.finish())
  }

  private mutating func readSite(_ record: inout YAMLRecord) {
    let site = record.record("site") { site in
      (
        title: site.string("title"),
        url: site.string("url").flatMap { Self.checkedURL($0, &site) },
        language: site.string("language")
      )
    }
    title = site?.title ?? title
    url = site?.url
    language = site?.language ?? language
  }

  private mutating func readSources(_ record: inout YAMLRecord, at span: SourceSpan) {
    let folder = self.folder
    let listed = record.records("sources") { entry, node in
      Self.source(&entry, node, folder: folder)
    }
    guard let listed else {
      record.report(.sourcesMissing(at: span))
      return
    }
    sources = listed.compactMap { $0 }
    if listed.isEmpty { record.report(.sourcesMissing(at: span)) }
  }

  private static func source(
    _ entry: inout YAMLRecord,
    _ node: YAMLNode,
    folder: String
  ) -> RepositorySource? {
    let span = node.span(in: entry.file)
    let descriptors = entry.strings("descriptors") ?? defaultDescriptors
    for pattern in descriptors {
      do throws(GlobError) { _ = try Glob(pattern) } catch {
        let place = entry.node("descriptors")?.span(in: entry.file) ?? span
        entry.report(.descriptorPatternInvalid(pattern, error, at: place))
      }
    }
    let name = entry.string("name")
    let forgeKind = forgeKind(&entry)
    let versions = VersionRules.read("versions", from: &entry)
    let path = entry.string("path")
    let git = entry.string("git")
    let ref = entry.string("ref")
    let token = entry.record("token") { $0.string("env") } ?? nil
    let place: RepositorySource.Place
    switch (path, git) {
    case (let path?, nil):
      if ref != nil || token != nil || versions != nil {
        let rule = "'ref', 'token' and 'versions' belong to a 'git' source"
        entry.report(.sourceKeysClash(rule, at: span))
      }
      place = .folder(pattern: path, base: folder)
    case (nil, let url?):
      place = .git(url: url, ref: ref, tokenVariable: token)
    default:
      entry.report(.sourceKeysClash("a source has either 'path' or 'git'", at: span))
      return nil
    }
    return RepositorySource(
      place,
      name: name,
      descriptors: descriptors,
      forgeKind: forgeKind,
      versions: versions,
      span: span
    )
  }

  /// The family of a forge whose host does not tell what it is.
  private static func forgeKind(_ entry: inout YAMLRecord) -> Forge.Kind? {
    guard let text = entry.string("forge"), let node = entry.node("forge") else { return nil }
    let kind = Forge.Kind(rawValue: text)
    if kind == nil { entry.report(.forgeUnknown(text, at: node.span(in: entry.file))) }
    return kind
  }

  /// Only an absolute web address can be a base of canonical links.
  private static func checkedURL(_ url: String, _ record: inout YAMLRecord) -> String? {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
      if let node = record.node("url") {
        record.report(.siteURLInvalid(url, at: node.span(in: record.file)))
      }
      return nil
    }
    return url.hasSuffix("/") ? url : url + "/"
  }
}
