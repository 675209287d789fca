/// The rules of one `.gitignore` file, or of a text in the same form.
///
/// Follows gitignore(5): the last rule that matches decides, `!` takes a file back in, a rule with
/// a `/` in its beginning or middle is relative to the file's own folder, any other matches the
/// last component at any depth.
package struct IgnoreRules: Sendable {
  /// What the rules say about a path that one of them matches.
  package enum Verdict: Sendable {
    case ignored
    case included
  }

  private struct Rule: Sendable {
    var automaton: PatternAutomaton
    var verdict: Verdict
    var isForFoldersOnly: Bool
    var isForLastComponent: Bool
  }

  private var rules: [Rule] = []

  /// Reads the rules; a line that git could not understand either matches nothing.
  package init(_ text: some Sequence<UInt8>) {
    var bytes = Array(text)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let rule = Self.rule(of: line) { rules.append(rule) }
    }
  }

  package var isEmpty: Bool { rules.isEmpty }

  /// Whether a file is ignored: by itself, or because a folder above it is.
  ///
  /// The path is relative to the folder that the rules stand in.
  package func ignores(_ path: String) -> Bool {
    path.withBytes { bytes in
      for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") {
        let folder = UnsafeBufferPointer(rebasing: bytes[..<offset])
        // A file cannot be taken back in when a folder above it is ignored.
        if verdict(on: folder, isFolder: true) == .ignored { return true }
      }
      return verdict(on: bytes, isFolder: false) == .ignored
    }
  }

  /// What the last matching rule says, or nil if none matches; folders above are not looked at.
  func verdict(on path: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Verdict? {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let name = UnsafeBufferPointer(rebasing: path[(slash.map { $0 + 1 } ?? 0)...])
    for rule in rules.reversed() where isFolder || !rule.isForFoldersOnly {
      if rule.automaton.matches(rule.isForLastComponent ? name : path) { return rule.verdict }
    }
    return nil
  }

  private static func rule(of line: ArraySlice<UInt8>) -> Rule? {
    var text = line
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    text = withoutTrailingSpaces(text)
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    let isForFoldersOnly = text.last == UInt8(ascii: "/")
    if isForFoldersOnly { text.removeLast() }
    let isForLastComponent = !text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    guard !text.isEmpty, let compiled = try? PatternCompiler(Array(text), dialect: .git) else {
      return nil
    }
    return Rule(
      automaton: PatternAutomaton(compiled),
      verdict: isNegated ? .included : .ignored,
      isForFoldersOnly: isForFoldersOnly,
      isForLastComponent: isForLastComponent
    )
  }

  /// Spaces at the end mean nothing, unless a backslash stands before one.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var kept = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index = min(index + 2, line.endIndex)
        kept = index
      } else {
        index += 1
        if line[index - 1] != UInt8(ascii: " ") { kept = index }
      }
    }
    return line[..<kept]
  }
}
