package import CallboardDiagnostics

/// A CODEOWNERS file: who owns which paths of a repository.
///
/// One reader takes the syntaxes of GitHub, GitLab (with sections and their default owners) and Bitbucket (with
/// groups of its own), because a file rarely says whose it is, and they differ in little.
package struct CodeOwnersFile: Sendable {
  /// One line that says who owns what.
  package struct Rule: Hashable, Sendable {
    /// As the author wrote it, without the escapes.
    package var pattern: String
    /// Whether the pattern takes paths out again: `!docs/**`.
    package var isExclusion: Bool
    /// In the order of the line; empty for paths that nobody owns.
    package var owners: [CodeOwner]
  }

  /// In the order of the file; the last one that matches a path decides.
  package let rules: [Rule]
  /// Patterns for whole paths, in the syntax of ``CodeOwnersPattern``; one list for each rule.
  private let globs: [[String]]

  /// Where the file may lie, in the order they are looked for.
  package static let paths = [
    "CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".bitbucket/CODEOWNERS",
    "docs/CODEOWNERS",
  ]

  /// Reads a file. Lines that are none of the syntax own nothing; there is nothing to report about them,
  /// because the forge does.
  package init(_ bytes: [UInt8], file: SourcePath) {
    var reader = CodeOwnersReader(file: file)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { reader.read(line, number: index + 1) }
    rules = reader.rules
    globs = reader.rules.map { CodeOwnersPattern.globs(for: $0.pattern) }
  }

  /// The first owner of a path; nil if nobody owns it.
  ///
  /// - Parameters:
  ///   - path: From the repository's root.
  ///   - matches: Whether a glob matches a path: `*` and `?` within a component, `**` for any number of
  ///     components, `\` before what stands for itself.
  package func owner(
    of path: String,
    matches: (_ glob: String, _ path: String) -> Bool
  ) -> CodeOwner? {
    for (rule, globs) in zip(rules, globs).reversed() {
      guard globs.contains(where: { matches($0, path) }) else { continue }
      return rule.isExclusion ? nil : rule.owners.first
    }
    return nil
  }
}
