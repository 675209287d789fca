import CallboardDiagnostics

/// Says, once for each, which parts of a configuration would run code or change the theme, and what pages lack
/// because they are not followed.
enum UnfollowedParts {
  /// In the order of the file's keys as they are read.
  static func findings(in root: ConfigurationValue) -> [Diagnostic] {
    keys(root) + plugins(root) + extensions(root) + environment(root)
  }

  private static func keys(_ root: ConfigurationValue) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for entry in root.entries ?? [] where isFilled(entry.value) {
      guard let loss = lostKeys[entry.key] else { continue }
      findings.append(.mkDocsKeyIgnored(entry.key, loss: loss, at: entry.keySpan))
    }
    let theme = root["theme"]?.entries ?? []
    for entry in theme where entry.key == "custom_dir" && isFilled(entry.value) {
      let loss = "templates and files laid over the theme are missing"
      findings.append(.mkDocsKeyIgnored("theme.custom_dir", loss: loss, at: entry.keySpan))
    }
    return findings
  }

  private static let lostKeys = [
    "hooks": "what these scripts change or generate is missing",
    "extra_javascript": "what these scripts do on a page is missing",
    "extra_css": "pages look as the portal does",
    "extra_templates": "the files made from these templates are missing",
  ]

  private static func plugins(_ root: ConfigurationValue) -> [Diagnostic] {
    var seen: Set<String> = []
    return NamedFeatures(root["plugins"]).entries.compactMap { entry in
      guard seen.insert(entry.name).inserted, entry.options?["enabled"]?.bool != false else {
        return nil
      }
      switch MkDocsPlugin.effect(of: entry.name) {
      case .provided: return nil
      case .lost(let loss): return .pluginNotRun(entry.name, loss: loss, at: entry.span)
      case nil:
        let loss = "what it adds to the pages is missing"
        return .pluginNotRun(entry.name, loss: loss, at: entry.span)
      }
    }
  }

  private static func extensions(_ root: ConfigurationValue) -> [Diagnostic] {
    var seen: Set<String> = []
    return NamedFeatures(root["markdown_extensions"]).entries.compactMap { entry in
      guard seen.insert(entry.name).inserted else { return nil }
      switch MarkdownExtensionName.effect(of: entry.name) {
      case .provided: return nil
      case .lost(let loss): return .extensionNotRun(entry.name, loss: loss, at: entry.span)
      case nil:
        let loss = "its syntax stays in the text as it is written"
        return .extensionNotRun(entry.name, loss: loss, at: entry.span)
      }
    }
  }

  /// The first value that Callboard reads and that stands behind `!ENV`.
  private static func environment(_ root: ConfigurationValue) -> [Diagnostic] {
    let read = ["site_name", "site_description", "docs_dir", "repo_url", "edit_uri", "INHERIT"]
      .compactMap { root[$0] }
    return read.first(where: \.isFromEnvironment).map {
      [.environmentNotRead(default: $0.string, at: $0.span)]
    } ?? []
  }

  private static func isFilled(_ value: ConfigurationValue) -> Bool {
    !value.isNull && value.items?.isEmpty != true && value.entries?.isEmpty != true
  }
}

/// What becomes of the pages of an author who relies on a plugin or extension that is not run.
enum UnrunEffect: Sendable {
  /// Callboard does the same on its own.
  case provided
  /// Completes the sentence "it is not run: …".
  case lost(String)
}
