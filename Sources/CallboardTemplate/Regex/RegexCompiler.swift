/// Reads a pattern and writes the program for it in one go.
struct RegexCompiler {
  private let pattern: [Unicode.Scalar]
  private let ignoresCase: Bool
  private var index = 0
  private var depth = 0
  private(set) var groupCount = 0
  private(set) var groupNames: [String: Int] = [:]

  /// A repeated part is written out as often as it must occur; this bounds the product.
  private static let sizeLimit = 5_000

  init(_ pattern: String, ignoresCase: Bool) {
    self.pattern = Array(pattern.unicodeScalars)
    self.ignoresCase = ignoresCase
  }

  mutating func compile() throws(TemplateFailure) -> [RegexInstruction] {
    let body = try alternatives()
    guard index == pattern.count else { throw invalid("an unmatched ')'") }
    return [.save(0)] + relocated(body, by: 1) + [.save(1), .match]
  }

  /// Targets inside a fragment count from its own beginning.
  private mutating func alternatives() throws(TemplateFailure) -> [RegexInstruction] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { throw invalid("too many nested groups") }
    var result = try sequence()
    while peek == "|" {
      index += 1
      let other = try sequence()
      let left = result.count
      result =
        [.split(1, left + 2)] + relocated(result, by: 1) + [.jump(left + other.count + 2)]
        + relocated(other, by: left + 2)
      try checkSize(result)
    }
    return result
  }

  private mutating func sequence() throws(TemplateFailure) -> [RegexInstruction] {
    var result: [RegexInstruction] = []
    while let next = peek, next != "|", next != ")" {
      let repeated = try quantified(try atom())
      result += relocated(repeated, by: result.count)
      try checkSize(result)
    }
    return result
  }

  private mutating func atom() throws(TemplateFailure) -> [RegexInstruction] {
    guard let next = take() else { return [] }
    switch next {
    case "^": return [.lineStart]
    case "$": return [.lineEnd]
    case ".": return [.any]
    case "(": return try group()
    case "[": return [.set(try set())]
    case "\\": return try escape()
    case "*", "+", "?": throw invalid("nothing before '\(next)' to repeat")
    default: return [literal(next)]
    }
  }

  private mutating func group() throws(TemplateFailure) -> [RegexInstruction] {
    var number: Int?
    if peek == "?" {
      index += 1
      let kind = take()
      if kind == "<", let after = peek, after != "=", after != "!" {
        groupCount += 1
        groupNames[groupName()] = groupCount
        number = groupCount
      } else if kind != ":" {
        throw invalid("look-around, which is not supported")
      }
    } else {
      groupCount += 1
      number = groupCount
    }
    let body = try alternatives()
    guard take() == ")" else { throw invalid("a group without ')'") }
    guard let number else { return body }
    return [.save(2 * number)] + relocated(body, by: 1) + [.save(2 * number + 1)]
  }

  /// The name in front of `>`, and beyond it.
  private mutating func groupName() -> String {
    var name = String.UnicodeScalarView()
    while let scalar = take(), scalar != ">" { name.append(scalar) }
    return String(name)
  }

  private mutating func quantified(
    _ atom: [RegexInstruction]
  ) throws(TemplateFailure) -> [RegexInstruction] {
    guard let (minimum, maximum) = try quantifier() else { return atom }
    let isLazy = peek == "?"
    if isLazy { index += 1 }
    func split(_ enter: Int, _ leave: Int) -> RegexInstruction {
      isLazy ? .split(leave, enter) : .split(enter, leave)
    }
    var result: [RegexInstruction] = []
    for _ in 0..<minimum {
      result += relocated(atom, by: result.count)
      try checkSize(result)
    }
    if let maximum {
      let optional = max(maximum - minimum, 0)
      let (size, overflow) = optional.multipliedReportingOverflow(by: atom.count + 1)
      guard !overflow, size <= Self.sizeLimit else { throw invalid("too many repetitions") }
      let end = result.count + size
      for _ in 0..<optional {
        let start = result.count
        result.append(split(start + 1, end))
        result += relocated(atom, by: start + 1)
      }
    } else {
      let start = result.count
      result.append(split(start + 1, start + atom.count + 2))
      result += relocated(atom, by: start + 1)
      result.append(.jump(start))
    }
    return result
  }

  private mutating func quantifier() throws(TemplateFailure) -> (Int, Int?)? {
    switch peek {
    case "*":
      index += 1
      return (0, nil)
    case "+":
      index += 1
      return (1, nil)
    case "?":
      index += 1
      return (0, 1)
    case "{":
      let start = index
      index += 1
      guard let minimum = number() else {
        index = start
        return nil
      }
      var maximum: Int? = minimum
      if peek == "," {
        index += 1
        maximum = number()
      }
      guard take() == "}" else {
        index = start
        return nil
      }
      guard minimum <= 1_000, (maximum ?? 0) <= 1_000, (maximum ?? minimum) >= minimum else {
        throw invalid("a repetition out of order or above 1000")
      }
      return (minimum, maximum)
    default:
      return nil
    }
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let next = peek, ("0"..."9").contains(next), digits.count < 6 {
      digits.unicodeScalars.append(next)
      index += 1
    }
    return Int(digits)
  }
}

// Characters and sets.
extension RegexCompiler {
  private mutating func escape() throws(TemplateFailure) -> [RegexInstruction] {
    guard let next = take() else { throw invalid("a '\\' at the end") }
    switch next {
    case "b": return [.wordBoundary(isNegated: false)]
    case "B": return [.wordBoundary(isNegated: true)]
    case "1"..."9", "k": throw invalid("a back reference, which is not supported")
    default: break
    }
    if let set = Self.namedSet(next) { return [.set(set)] }
    return [literal(try escapedScalar(next))]
  }

  private static func namedSet(_ name: Unicode.Scalar) -> RegexSet? {
    switch name {
    case "d": return .digits
    case "w": return .word
    case "s": return .space
    case "D": return RegexSet(ranges: RegexSet.digits.complement)
    case "W": return RegexSet(ranges: RegexSet.word.complement)
    case "S": return RegexSet(ranges: RegexSet.space.complement)
    default: return nil
    }
  }

  private mutating func escapedScalar(
    _ name: Unicode.Scalar
  ) throws(TemplateFailure) -> Unicode.Scalar {
    switch name {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "0": return "\u{00}"
    case "x", "u":
      let count = name == "x" ? 2 : 4
      let digits = pattern[min(index, pattern.count)...].prefix(count)
      let text = String(String.UnicodeScalarView(digits))
      guard digits.count == count, let value = UInt32(text, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return name }
      index += count
      return scalar
    default: return name
    }
  }

  private mutating func set() throws(TemplateFailure) -> RegexSet {
    var set = RegexSet()
    if peek == "^" {
      index += 1
      set.isNegated = true
    }
    while let next = take(), next != "]" {
      guard let lower = try member(next, of: &set) else { continue }
      guard peek == "-", index + 1 < pattern.count, pattern[index + 1] != "]" else {
        set.ranges.append(lower.value...lower.value)
        continue
      }
      index += 1
      guard let end = take() else { break }
      guard let upper = try member(end, of: &set) else {
        set.ranges += [lower.value...lower.value, 0x2D...0x2D]
        continue
      }
      guard lower <= upper else { throw invalid("a range out of order in '[…]'") }
      set.ranges.append(lower.value...upper.value)
    }
    guard index <= pattern.count, pattern[index - 1] == "]" else {
      throw invalid("a '[' without ']'")
    }
    return set
  }

  /// One character of a set; nil when it was a named set such as `\d`, which is added at once.
  private mutating func member(
    _ scalar: Unicode.Scalar,
    of set: inout RegexSet
  ) throws(TemplateFailure) -> Unicode.Scalar? {
    guard scalar == "\\" else { return scalar }
    guard let name = take() else { throw invalid("a '\\' at the end") }
    if let named = Self.namedSet(name) {
      set.ranges += named.ranges
      return nil
    }
    return name == "b" ? "\u{08}" : try escapedScalar(name)
  }

  private func literal(_ scalar: Unicode.Scalar) -> RegexInstruction {
    .scalar(ignoresCase ? Self.folded(scalar) : scalar)
  }

  /// The lower-case form, where it is a single scalar.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }

  /// The upper-case form, where it is a single scalar.
  static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return upper.count == 1 ? upper.first ?? scalar : scalar
  }

  private var peek: Unicode.Scalar? { index < pattern.count ? pattern[index] : nil }

  private mutating func take() -> Unicode.Scalar? {
    guard let next = peek else { return nil }
    index += 1
    return next
  }

  private func relocated(_ program: [RegexInstruction], by offset: Int) -> [RegexInstruction] {
    program.map { instruction in
      switch instruction {
      case .split(let first, let second): .split(first + offset, second + offset)
      case .jump(let target): .jump(target + offset)
      default: instruction
      }
    }
  }

  private func checkSize(_ program: [RegexInstruction]) throws(TemplateFailure) {
    if program.count > Self.sizeLimit { throw invalid("too many repetitions") }
  }

  private func invalid(_ what: String) -> TemplateFailure {
    TemplateFailure(
      "the regular expression '\(String(String.UnicodeScalarView(pattern)))' has \(what)"
    )
  }
}
