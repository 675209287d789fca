import CallboardDiagnostics
import CallboardYAML

/// What `callboard init --from` takes over from a Backstage `app-config.yaml`.
struct BackstageConfiguration {
  /// `app.title`.
  var title: String?
  /// Entries of `sources` as YAML flow text: `git: https://…`.
  var sources: [String] = []
  /// The kinds that `catalog.rules` allows, without repetition.
  var allowedKinds: [String] = []

  /// Reads `app.title`, `catalog.locations` and `catalog.rules`; the rest of the file has no counterpart.
  static func read(_ bytes: [UInt8], file: SourcePath) -> Diagnosed<BackstageConfiguration> {
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions(foreignTags: .opaque))
    var configuration = BackstageConfiguration()
    var diagnostics = parsed.diagnostics
    guard let root = parsed.output else {
      return Diagnosed(configuration, diagnostics: diagnostics)
    }
    configuration.title = root["app"]?["title"]?.string
    for rule in root["catalog"]?["rules"]?.sequence ?? [] {
      for kind in rule["allow"]?.sequence?.compactMap(\.string) ?? []
      where !configuration.allowedKinds.contains(kind) {
        configuration.allowedKinds.append(kind)
      }
    }
    for location in root["catalog"]?["locations"]?.sequence ?? [] {
      guard let target = location["target"]?.string, let type = location["type"]?.string,
        let source = source(type: type, target: target)
      else {
        diagnostics.append(.locationNotImported(at: location.span(in: file)))
        continue
      }
      if !configuration.sources.contains(source) { configuration.sources.append(source) }
    }
    return Diagnosed(configuration, diagnostics: diagnostics)
  }

  /// The repository that holds a location: the folder of a file, the repository of a forge's page.
  private static func source(type: String, target: String) -> String? {
    switch type {
    case "file":
      let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      return "path: " + YAMLScalar.quoted(folder.isEmpty ? "." : folder)
    case "url":
      return repository(ofPage: target).map { url, ref in
        "git: \(YAMLScalar.quoted(url))" + (ref.map { "\n    ref: \(YAMLScalar.quoted($0))" } ?? "")
      }
    default:
      return nil
    }
  }

  /// `https://host/owner/name/blob/main/catalog-info.yaml` → the repository's URL and `main`.
  private static func repository(ofPage url: String) -> (url: String, ref: String?)? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    var parts = url[scheme.upperBound...].split(separator: "/").map(String.init)
    guard let marker = parts.firstIndex(where: { ["blob", "tree", "raw", "src"].contains($0) }),
      marker >= 3, marker + 1 < parts.count
    else { return nil }
    var ref = parts[marker + 1]
    if ref == "branch", marker + 2 < parts.count { ref = parts[marker + 2] }
    parts = Array(parts[..<marker])
    if parts.last == "-" { parts.removeLast() }
    return (url[..<scheme.upperBound] + parts.joined(separator: "/") + ".git", ref)
  }
}

extension Diagnostic.ID {
  static let locationNotImported = Self(rawValue: "location-not-imported")
}

extension Diagnostic {
  fileprivate static func locationNotImported(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .locationNotImported,
      severity: .warning,
      summary: "This location has no counterpart in site.yaml",
      span: span,
      help: ["Add the repository that it means under 'sources' by hand."]
    )
  }
}
