/// Turns the patterns of CODEOWNERS files, which are those of `.gitignore`, into globs for whole paths.
enum CodeOwnersPattern {
  /// The globs of which one must match: that of the file itself, and that of all in a folder of the name.
  ///
  /// A pattern without a slash, or with one at its end only, matches at any depth. `docs/*` means the
  /// folder's own files and not those of folders within.
  ///
  ///     /docs/   →  docs/**
  ///     *.js     →  **/*.js, **/*.js/**
  static func globs(for pattern: String) -> [String] {
    var text = pattern[...]
    let isFolder = text.hasSuffix("/")
    if isFolder { text.removeLast() }
    let isAnchored = text.contains("/")
    if text.hasPrefix("/") { text.removeFirst() }
    guard !text.isEmpty else { return isFolder ? ["**"] : [] }
    let glob = (isAnchored || text == "**" ? "" : "**/") + escaped(text)
    if isFolder { return [glob + "/**"] }
    let last = text.split(separator: "/").last ?? ""
    // `*` at the end stands for files; all else may be the name of a folder.
    if last == "*", isAnchored { return [glob] }
    return last == "**" ? [glob] : [glob, glob + "/**"]
  }

  /// Takes the meaning from what is special in globs and not in these files.
  private static func escaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if !isEscaped, "{}[],".contains(character) { result += "\\" }
      isEscaped = !isEscaped && character == "\\"
      result.append(character)
    }
    return result
  }
}
