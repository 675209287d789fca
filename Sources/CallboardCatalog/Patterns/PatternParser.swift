/// Reads the text of a ``LinearPattern``.
struct PatternParser {
  static let depthLimit = 50

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  /// Reads the whole pattern.
  mutating func parse() throws(LinearPatternError) -> PatternNode {
    let node = try choice()
    guard position == scalars.count else { throw .unbalancedParenthesis }
    return node
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func choice() throws(LinearPatternError) -> PatternNode {
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(LinearPatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      nodes.append(try repeated(try atom()))
    }
    return .sequence(nodes)
  }

  private mutating func atom() throws(LinearPatternError) -> PatternNode {
    guard let scalar = next else { return .sequence([]) }
    position += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case ".": return .scalar(ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D], isInverted: true))
    case "(": return try group()
    case "[": return .scalar(try characterClass())
    case "\\": return .scalar(try escape())
    case "*", "+", "?": throw .nothingToRepeat
    default: return .scalar(ScalarSet(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func group() throws(LinearPatternError) -> PatternNode {
    if take("?"), !take(":") { throw .unsupportedGroup }
    guard depth < Self.depthLimit else { throw .tooDeep }
    depth += 1
    let node = try choice()
    depth -= 1
    guard take(")") else { throw .unbalancedParenthesis }
    return node
  }

  /// An atom with the quantifiers that follow it. Lazy ones match the same texts.
  private mutating func repeated(_ atom: PatternNode) throws(LinearPatternError) -> PatternNode {
    var node = atom
    while let scalar = next {
      switch scalar {
      case "*": node = .repetition(node, least: 0, most: nil)
      case "+": node = .repetition(node, least: 1, most: nil)
      case "?": node = .repetition(node, least: 0, most: 1)
      case "{":
        guard let (least, most) = counts() else { return node }
        if let most, most < least { throw .badRange }
        if max(least, most ?? 0) > PatternProgram.stepLimit { throw .tooLarge }
        node = .repetition(node, least: least, most: most)
        position -= 1
      default: return node
      }
      position += 1
      _ = take("?")
      // `a**` is a fault in JavaScript, and it would let the structure grow without parentheses.
      if let again = next, "*+?".unicodeScalars.contains(again) { throw .nothingToRepeat }
    }
    return node
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; nil for a brace that stands for itself, as in JavaScript.
  private mutating func counts() -> (least: Int, most: Int?)? {
    let start = position
    position += 1
    if let least = integer() {
      if take("}") { return (least, least) }
      if take(",") {
        if take("}") { return (least, nil) }
        if let most = integer(), take("}") { return (least, most) }
      }
    }
    position = start
    return nil
  }

  private mutating func integer() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      // Far above the limit there is no need to count on.
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000)
      position += 1
    }
    return value
  }
}

extension PatternParser {
  /// Reads `[a-z]` or `[^a-z]` behind its opening bracket.
  private mutating func characterClass() throws(LinearPatternError) -> ScalarSet {
    var set = ScalarSet(ranges: [], isInverted: take("^"))
    while true {
      guard let scalar = next else { throw .unclosedClass }
      if take("]") { return set }
      let lower = try member()
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]",
        let from = lower.onlyScalar
      else {
        set.ranges += lower.allRanges
        continue
      }
      position += 1
      guard let to = try member().onlyScalar else { throw .badEscape("\(scalar)-") }
      guard from <= to else { throw .badRange }
      set.ranges.append(from...to)
    }
  }

  private mutating func member() throws(LinearPatternError) -> ScalarSet {
    if take("\\") {
      if take("b") { return ScalarSet(ranges: [8...8]) }
      return try escape()
    }
    guard let scalar = next else { throw .unclosedClass }
    position += 1
    return ScalarSet(ranges: [scalar.value...scalar.value])
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(LinearPatternError) -> ScalarSet {
    guard let scalar = next else { throw .badEscape("\\") }
    position += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet(ranges: ScalarSet.digits.ranges, isInverted: true)
    case "w": return .word
    case "W": return ScalarSet(ranges: ScalarSet.word.ranges, isInverted: true)
    case "s": return .space
    case "S": return ScalarSet(ranges: ScalarSet.space.ranges, isInverted: true)
    case "t": return ScalarSet(ranges: [9...9])
    case "n": return ScalarSet(ranges: [10...10])
    case "v": return ScalarSet(ranges: [11...11])
    case "f": return ScalarSet(ranges: [12...12])
    case "r": return ScalarSet(ranges: [13...13])
    case "x": return try hexadecimal(2, scalar)
    case "u": return try hexadecimal(4, scalar)
    case "0"..."9", "a"..."z", "A"..."Z": throw .badEscape("\\\(scalar)")
    default: return ScalarSet(ranges: [scalar.value...scalar.value])
    }
  }

  private mutating func hexadecimal(
    _ count: Int,
    _ letter: Unicode.Scalar
  ) throws(LinearPatternError) -> ScalarSet {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = next.flatMap({ Character($0).hexDigitValue }) else {
        throw .badEscape("\\\(letter)")
      }
      value = value * 16 + UInt32(digit)
      position += 1
    }
    return ScalarSet(ranges: [value...value])
  }
}

extension ScalarSet {
  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// JavaScript's white space and line ends.
  static let space = ScalarSet(
    ranges: [
      0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
      0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]
  )

  /// The one scalar of the set; nil for a class of several.
  fileprivate var onlyScalar: UInt32? {
    guard !isInverted, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }

  /// The set as ranges, for use within another one.
  fileprivate var allRanges: [ClosedRange<UInt32>] {
    guard isInverted else { return ranges }
    var gaps: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if start < range.lowerBound { gaps.append(start...(range.lowerBound - 1)) }
      start = range.upperBound + 1
    }
    if start <= 0x10FFFF { gaps.append(start...0x10FFFF) }
    return gaps
  }
}
