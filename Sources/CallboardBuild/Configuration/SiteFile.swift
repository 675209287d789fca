package import CallboardDiagnostics
import CallboardYAML
import Glibc

/// Writes the `site.yaml` that `callboard init` leaves behind.
package enum SiteFile {
  /// Writes a commented file.
  ///
  /// - Parameters:
  ///   - path: Where to write, relative to the current folder.
  ///   - appConfig: The path of a Backstage `app-config.yaml` whose catalog locations and rules to take over.
  ///   - isReplacing: Whether an existing file may be overwritten.
  /// - Returns: What of the Backstage configuration has no counterpart, as findings in that file.
  /// - Throws: ``BuildFailure`` when a file cannot be read or written, or exists already.
  package static func write(
    to path: String,
    importing appConfig: String?,
    replacing isReplacing: Bool
  ) throws(BuildFailure) -> Diagnosed<Void> {
    guard isReplacing || access(path, F_OK) != 0 else {
      throw BuildFailure(
        "'\(path)' exists already",
        help: ["Run 'callboard init --force' to replace it, or '--config' to write another file."]
      )
    }
    var diagnostics: [Diagnostic] = []
    var settings = BackstageConfiguration()
    if let appConfig {
      let bytes = try OperatorFile.read(appConfig)
      settings = BackstageConfiguration.read(
        bytes,
        file: SourcePath(repository: "", path: appConfig)
      )
      .unwrap(into: &diagnostics)
    }
    try OperatorFile.write(Array(text(settings).utf8), to: path)
    return Diagnosed((), diagnostics: diagnostics)
  }

  /// The file's text: every key with what it means, optional ones as comments.
  static func text(_ settings: BackstageConfiguration) -> String {
    let sources = settings.sources.isEmpty ? ["path: repos/*"] : settings.sources
    let rules = rules(of: settings)
    return """
      # The developer portal of your organisation. Build it with: callboard build

      site:
        title: \(YAMLScalar.quoted(settings.title ?? "Developer portal"))
      #   url: https://portal.example.com/   # where it is published, for canonical links
      #   language: en

      # Where entities and docs come from. Paths are relative to this file.
      #   path: a folder, or a pattern for several; git working copies and plain folders alike
      #   git:  a repository to clone, with ref: (branch, tag or commit) and, for a private one,
      #         token: {env: NAME_OF_AN_ENVIRONMENT_VARIABLE}
      #   descriptors: where catalog files are, when not catalog-info.yaml at any depth
      sources:
      \(sources.map { "  - \($0)" }.joined(separator: "\n"))

      # Which kinds repositories may declare; everything unless you say otherwise. A rule can be for some
      # repositories:, paths: or namespaces: only. kinds: declares kinds of your own.
      \(rules.isEmpty ? Self.sampleRules : "catalog:\n  rules:\n" + rules.joined(separator: "\n"))

      # How findings are judged; each at its own severity unless you say otherwise.
      # check:
      #   rules:
      #     relation-target-missing: error     # or warning, note, off
      #   baseline: known.ndjson               # findings that are known, and judged no more
      #   portal: https://portal.example.com/  # what 'callboard check --repo' compares with

      # api:
      #   backstage: true   # publish entities at the paths of Backstage's REST API as well

      # Who draws the diagrams of the docs, when the programs are installed.
      # diagrams:
      #   mermaid: {renderer: merman, program: .venv/bin/python3}
      #   graphviz: dot

      # The look of the portal, and what stands where.
      # theme:
      #   colour: '#0b3d91'
      #   logo: {light: brand/logo.svg, dark: brand/logo-dark.svg}
      # layout:
      #   navigation: [catalog, docs, {label: Runbooks, url: https://runbooks.example.com}]

      # The folder that the site is written to.
      output: dist

      """
  }

  private static let sampleRules = """
    # catalog:
    #   rules:
    #     - allow: [Component, API, System, Resource, Domain, Location]
    #     - allow: [Group, User]
    #       repositories: [organisation]
    """

  /// The lines of the rules, each an entry; empty for none.
  private static func rules(of settings: BackstageConfiguration) -> [String] {
    var lines: [String] = []
    // Where rules stand beside locations only, Backstage's default holds for all the rest.
    let isDefault = settings.allowedKinds.isEmpty && !settings.placedRules.isEmpty
    let kinds = isDefault ? ["Component", "API", "Location"] : settings.allowedKinds
    if !kinds.isEmpty { lines.append("    - allow: [\(kinds.joined(separator: ", "))]") }
    for rule in settings.placedRules {
      lines.append("    - allow: [\(rule.kinds.joined(separator: ", "))]")
      lines.append("      repositories: [\(YAMLScalar.quoted(rule.repository))]")
      if let path = rule.path { lines.append("      paths: [\(YAMLScalar.quoted(path))]") }
    }
    return lines
  }
}
