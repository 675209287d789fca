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
  /// Tells whether a path matches; one list for each rule, of which one must match.
  private let matchers: [[Matcher]]

  /// A compiled pattern.
  package typealias Matcher = @Sendable (_ path: String) -> Bool

  /// Where the file may lie, in the order they are looked for.
  package static let paths = [
    "CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".bitbucket/CODEOWNERS",
    "docs/CODEOWNERS",
  ]

  /// Reads a file. Lines that are none of the syntax own nothing; there is nothing to report about them,
  /// because the forge does.
  ///
  /// - Parameter compile: Makes a matcher of a glob for whole paths: `*` and `?` within a component, `**` for
  ///   any number of components, `\` before what stands for itself. nil for one that is not well-formed.
  package init(_ bytes: [UInt8], file: SourcePath, compile: (_ glob: String) -> Matcher?) {
    var reader = CodeOwnersReader(file: file)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { reader.read(line, number: index + 1) }
    rules = reader.rules
    matchers = reader.rules.map { CodeOwnersPattern.globs(for: $0.pattern).compactMap(compile) }
  }

  /// The first owner of a path from the repository's root; nil if nobody owns it.
  ///
  /// - Complexity: O(*n*) in the number of rules.
  package func owner(of path: String) -> CodeOwner? {
    for (rule, matchers) in zip(rules, matchers).reversed()
    where matchers.contains(where: { $0(path) }) {
      return rule.isExclusion ? nil : rule.owners.first
    }
    return nil
  }
}
