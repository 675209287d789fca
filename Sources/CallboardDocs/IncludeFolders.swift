import CallboardYAML

/// Where pages look for the files that they include.
enum IncludeFolders {
  /// The folders that a `mkdocs.yml` names, in its order: `base_path` of `pymdownx.snippets` and of
  /// `markdown_include`, one or a list. A tag such as `!relative $docs_dir` counts as its text.
  static func read(_ extensions: NamedFeatures) -> [String] {
    let names = ["pymdownx.snippets", "markdown_include.include"]
    return extensions.entries.flatMap { entry -> [String] in
      guard names.contains(entry.name), let path = entry.options?["base_path"] else { return [] }
      return path.items?.compactMap(\.text) ?? [path.text].compactMap(\.self)
    }
  }

  /// The files that `pymdownx.snippets` appends to every page.
  static func readAppended(_ extensions: NamedFeatures) -> [String] {
    let files = extensions.options(of: "pymdownx.snippets")?["auto_append"]
    return files?.items?.compactMap(\.text) ?? [files?.text].compactMap(\.self)
  }

  /// Folders of the repository in the order in which they are searched: those that the configuration
  /// names, its own, and that of the docs. One outside of the repository is left out.
  static func resolve(_ named: [String], base: String, docs: String) -> [String] {
    let paths = named.compactMap { name in
      for (variable, folder) in [("$config_dir", base), ("$docs_dir", docs)]
      where name.hasPrefix(variable) {
        return RepositoryPath.join(folder, String(name.dropFirst(variable.count)))
      }
      return RepositoryPath.join(base, name)
    }
    var folders: [String] = []
    for folder in paths + [base, docs] where !folders.contains(folder) { folders.append(folder) }
    return folders
  }
}
