/// A pattern for paths, compiled once: `docs/**/*.{md,markdown}`.
///
/// `*` and `?` stand for text within one component, `**` for any number of whole components, also
/// none: `**/catalog-info.yaml` matches the one in the root, too. `[a-z]` and `[!a-z]` stand for
/// one character, `{a,b}` for a choice, and `\` takes the meaning from what follows.
package struct Glob: Hashable, Sendable, CustomStringConvertible {
  /// As the author wrote it.
  package let description: String

  private let automaton: PatternAutomaton

  /// Compiles a pattern. A leading `/` or `./` means nothing and is dropped.
  ///
  /// - Throws: ``GlobError`` for a pattern that is not well-formed.
  package init(_ pattern: String) throws(GlobError) {
    description = pattern
    var bytes = Array(pattern.utf8)
    while bytes.starts(with: "./".utf8) { bytes.removeFirst(2) }
    if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    automaton = PatternAutomaton(try PatternCompiler(bytes, dialect: .glob))
  }

  /// Whether the pattern matches the whole of a relative, `/`-separated path.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of path and pattern, whatever the pattern.
  package func matches(_ path: String) -> Bool {
    path.withBytes { automaton.matches($0) }
  }

  /// Whether a text has characters that mean something in a pattern.
  package static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { "*?[{\\".utf8.contains($0) }
  }

  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.description.hasSameBytes(as: rhs.description)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }
}

/// Why a pattern cannot be compiled.
package enum GlobError: Error, Equatable, Sendable, CustomStringConvertible {
  case unbalancedBrace
  case unclosedClass
  case unknownClass
  /// A character class lists a character outside ASCII.
  case characterInClass
  case trailingBackslash
  case tooLong
  case tooDeep

  /// Completes the sentence "the pattern …".
  package var description: String {
    switch self {
    case .unbalancedBrace: "has a '{' without its '}'"
    case .unclosedClass: "has a '[' without its ']'"
    case .unknownClass: "names a character class that does not exist"
    case .characterInClass: "lists a character outside ASCII between '[' and ']'"
    case .trailingBackslash: "ends with a lone '\\'"
    case .tooLong: "is longer than 4,096 bytes"
    case .tooDeep: "nests '{' more than 16 times"
    }
  }
}
