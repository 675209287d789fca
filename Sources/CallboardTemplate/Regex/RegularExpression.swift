/// A compiled regular expression, in JavaScript's syntax without look-around and back references.
///
/// Those two are left out because they need backtracking: matching here takes time linear in the
/// text, whatever the pattern.
package final class RegularExpression: Sendable, CustomStringConvertible {
  let pattern: String
  let flags: String
  let program: [RegexInstruction]
  let groupCount: Int
  let groupNames: [String: Int]

  var isGlobal: Bool { flags.contains("g") }
  var isSticky: Bool { flags.contains("y") }
  var ignoresCase: Bool { flags.contains("i") }
  var isMultiline: Bool { flags.contains("m") }

  /// Compiles a pattern; the flags are any of `gimy`, each once.
  init(_ pattern: String, flags: String = "") throws(TemplateFailure) {
    guard Set(flags).count == flags.count else {
      throw TemplateFailure("a regular expression has the flags '\(flags)'")
    }
    var compiler = RegexCompiler(pattern, ignoresCase: flags.contains("i"))
    program = try compiler.compile()
    groupCount = compiler.groupCount
    groupNames = compiler.groupNames
    self.pattern = pattern
    self.flags = flags
  }

  package var description: String { "/\(pattern)/\(flags)" }

  /// Ranges of scalars: the whole match first, then its groups; nil for a group that took no part.
  typealias Match = [Range<Int>?]

  /// All matches from the left for a global expression, else the first one.
  func matches(in text: [Unicode.Scalar]) throws(TemplateFailure) -> [Match] {
    var matches: [Match] = []
    var start = 0
    var matcher = RegexMatcher(self, text: text)
    while start <= text.count, let match = matcher.firstMatch(from: start), let whole = match[0] {
      matches.append(match)
      guard isGlobal else { break }
      start = whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
    }
    if matcher.work > RegexMatcher.workLimit {
      throw TemplateFailure("the regular expression '\(self)' takes too long", isLimit: true)
    }
    return matches
  }

  /// JavaScript's `text.replace(expression, replacement)`, as ``ReplacementText`` has it.
  func replacing(
    in text: String,
    with replacement: String,
    limit: Int
  ) throws(TemplateFailure) -> String {
    let scalars = Array(text.unicodeScalars)
    let template = ReplacementText(replacement, groupNames: groupNames)
    var result: [Unicode.Scalar] = []
    var position = 0
    for match in try matches(in: scalars) {
      guard let whole = match[0] else { continue }
      result += scalars[position..<whole.lowerBound]
      template.write(for: match, in: scalars, to: &result)
      position = whole.upperBound
      if result.count > limit {
        throw TemplateFailure("'replace' makes too much of it", isLimit: true)
      }
    }
    result += scalars[position...]
    return String(String.UnicodeScalarView(result))
  }
}

/// One step of the machine that ``RegexMatcher`` runs.
enum RegexInstruction: Sendable {
  case scalar(Unicode.Scalar)
  case any
  case set(RegexSet)
  case lineStart, lineEnd
  case wordBoundary(isNegated: Bool)
  /// Goes on at both; the first is preferred.
  case split(Int, Int)
  case jump(Int)
  /// Notes the position in a slot: two for each group.
  case save(Int)
  case match
}

/// A set of characters, as ranges.
struct RegexSet: Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var isNegated = false

  static let digits = RegexSet(ranges: [0x30...0x39])
  static let word = RegexSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = RegexSet(ranges: [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isNegated
  }

  /// The set without these characters' membership turned round, as plain ranges.
  var complement: [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    result.append(next...0x10FFFF)
    return result
  }
}
