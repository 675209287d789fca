import CallboardDiagnostics
import CallboardYAML

/// What `callboard init --from` takes over from a Backstage `app-config.yaml`.
struct BackstageConfiguration {
  /// `app.title`.
  var title: String?
  /// Entries of `sources` as YAML flow text: `git: https://…`.
  var sources: [String] = []
  /// The kinds that `catalog.rules` allows everywhere, without repetition.
  var allowedKinds: [String] = []
  /// What is allowed from some places only.
  var placedRules: [PlacedRule] = []

  /// A rule for one file, or for all of one repository.
  struct PlacedRule: Equatable {
    var kinds: [String]
    var repository: String
    var path: String?
  }

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
      let kinds = rule["allow"]?.sequence?.compactMap(\.string) ?? []
      guard let locations = rule["locations"]?.sequence else {
        for kind in kinds where !configuration.allowedKinds.contains(kind) {
          configuration.allowedKinds.append(kind)
        }
        continue
      }
      for location in locations {
        if let rule = placedRule(kinds, type: location["type"], target: location["exact"]) {
          configuration.placedRules.append(rule)
        } else {
          diagnostics.append(.locationNotImported(at: location.span(in: file)))
        }
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
      for rule in location["rules"]?.sequence ?? [] {
        let kinds = rule["allow"]?.sequence?.compactMap(\.string) ?? []
        let placed = placedRule(kinds, type: location["type"], target: location["target"])
        if let placed { configuration.placedRules.append(placed) }
      }
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
      return repository(ofPage: target).map { url, ref, _ in
        "git: \(YAMLScalar.quoted(url))" + (ref.map { "\n    ref: \(YAMLScalar.quoted($0))" } ?? "")
      }
    default:
      return nil
    }
  }

  /// A rule for the one file that a location names; nil if no repository can be told from it.
  private static func placedRule(
    _ kinds: [String],
    type: YAMLNode?,
    target: YAMLNode?
  ) -> PlacedRule? {
    guard let target = target?.string, !kinds.isEmpty else { return nil }
    if type?.string == "file" {
      let parts = target.split(separator: "/")
      // A folder's repository is called by the folder's name, which `..` does not tell.
      guard let folder = parts.dropLast().last, folder != ".", folder != ".." else { return nil }
      return PlacedRule(kinds: kinds, repository: String(folder), path: parts.last.map(String.init))
    }
    guard let page = repository(ofPage: target) else { return nil }
    let name = page.url.split(separator: "/").last.map { $0.dropLast(".git".count) } ?? ""
    return PlacedRule(kinds: kinds, repository: String(name), path: page.path)
  }

  /// `https://host/owner/name/blob/main/catalog-info.yaml` → the repository's URL, `main` and the file's path.
  private static func repository(
    ofPage url: String
  ) -> (url: String, ref: String?, path: String?)? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    var parts = url[scheme.upperBound...].split(separator: "/").map(String.init)
    guard let marker = parts.firstIndex(where: { ["blob", "tree", "raw", "src"].contains($0) }),
      marker >= 3, marker + 1 < parts.count
    else { return nil }
    var ref = parts[marker + 1]
    var rest = parts[(marker + 2)...]
    if ref == "branch", let name = rest.popFirst() { ref = name }
    let path = rest.isEmpty ? nil : rest.joined(separator: "/")
    parts = Array(parts[..<marker])
    if parts.last == "-" { parts.removeLast() }
    return (url[..<scheme.upperBound] + parts.joined(separator: "/") + ".git", ref, path)
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
