/// Turns the text of a pattern into the steps of a ``PatternAutomaton``.
struct PatternCompiler {
  /// What differs between the patterns of a configuration and those of a `.gitignore`.
  enum Dialect {
    /// `{a,b}` is a choice and `?` one character.
    case glob
    /// Braces are plain text and `?` is one byte, as in git.
    case git
  }

  private(set) var steps: [PatternAutomaton.Step] = []
  /// The literal text before the first wildcard; nil when there is none at all.
  private(set) var prefix: [UInt8]?
  /// The literal text after the last wildcard.
  private(set) var suffix: [UInt8] = []

  private let pattern: [UInt8]
  private let dialect: Dialect
  private var position = 0
  private var depth = 0

  private static let maximumLength = 4_096
  private static let maximumDepth = 16

  /// Compiles all of a pattern at once.
  init(_ pattern: [UInt8], dialect: Dialect) throws(GlobError) {
    self.pattern = pattern
    self.dialect = dialect
    guard pattern.count <= Self.maximumLength else { throw .tooLong }
    try compileSequence()
    if position < pattern.count { throw .unbalancedBrace }
  }

  /// Compiles up to the end of the pattern, or of a choice inside braces.
  private mutating func compileSequence() throws(GlobError) {
    var isAtComponentStart = position == 0 || pattern[position - 1] == UInt8(ascii: "/")
    if depth > 0 { isAtComponentStart = true }
    while position < pattern.count {
      let byte = pattern[position]
      switch byte {
      case UInt8(ascii: "*"):
        compileStars(isAtComponentStart: isAtComponentStart)
      case UInt8(ascii: "?"):
        position += 1
        compileAnyCharacter()
      case UInt8(ascii: "["):
        try compileClass()
      case UInt8(ascii: "{") where dialect == .glob:
        try compileChoice()
      case UInt8(ascii: ","), UInt8(ascii: "}"):
        if depth > 0 { return }
        position += 1
        literal(byte)
      case UInt8(ascii: "\\"):
        guard position + 1 < pattern.count else { throw .trailingBackslash }
        literal(pattern[position + 1])
        position += 2
      default:
        position += 1
        literal(byte)
      }
      isAtComponentStart = pattern[position - 1] == UInt8(ascii: "/")
    }
  }

  private mutating func literal(_ byte: UInt8) {
    steps.append(.byte(byte))
    suffix.append(byte)
  }

  /// Notes that what follows is not literal text.
  private mutating func wildcard() {
    if prefix == nil { prefix = suffix }
    suffix = []
  }

  private var nextStep: Int32 { Int32(truncatingIfNeeded: steps.count) }

  /// Any number of bytes of a set.
  private mutating func repeated(_ set: ByteSet) {
    let start = nextStep
    steps.append(.split(start + 1, start + 3))
    steps.append(.bytes(set))
    steps.append(.split(start, start))
  }

  /// `*` within a component; `**` over any number of them when it is a component by itself.
  private mutating func compileStars(isAtComponentStart: Bool) {
    wildcard()
    let start = position
    while position < pattern.count, pattern[position] == UInt8(ascii: "*") { position += 1 }
    guard isAtComponentStart, position - start == 2, endsComponent(at: position) else {
      return repeated(.notSlash)
    }
    guard position < pattern.count, pattern[position] == UInt8(ascii: "/") else {
      // At the end: everything inside, but not the folder itself.
      steps.append(.bytes(.all))
      return repeated(.all)
    }
    // In front of others: nothing at all, or whole components.
    position += 1
    let choice = steps.count
    steps.append(.match)
    repeated(.all)
    steps.append(.byte(UInt8(ascii: "/")))
    steps[choice] = .split(Int32(truncatingIfNeeded: choice + 1), nextStep)
  }

  private func endsComponent(at index: Int) -> Bool {
    guard index < pattern.count else { return true }
    if pattern[index] == UInt8(ascii: "/") { return true }
    return depth > 0 && (pattern[index] == UInt8(ascii: ",") || pattern[index] == UInt8(ascii: "}"))
  }

  private mutating func compileAnyCharacter() {
    wildcard()
    guard dialect == .glob else {
      steps.append(.bytes(.notSlash))
      return
    }
    var first = ByteSet.notSlash
    for byte in UInt8(0x80)...0xBF { first.remove(byte) }
    steps.append(.bytes(first))
    repeated(.continuation)
  }

  /// `{a,b}`: each alternative is a pattern of its own, in which braces may stand again.
  private mutating func compileChoice() throws(GlobError) {
    guard depth < Self.maximumDepth else { throw .tooDeep }
    wildcard()
    depth += 1
    var exits: [Int] = []
    while true {
      position += 1
      let entry = steps.count
      steps.append(.match)
      try compileSequence()
      guard position < pattern.count else { throw .unbalancedBrace }
      let isLast = pattern[position] == UInt8(ascii: "}")
      if isLast {
        steps[entry] = .split(
          Int32(truncatingIfNeeded: entry + 1),
          Int32(truncatingIfNeeded: entry + 1)
        )
        break
      }
      exits.append(steps.count)
      steps.append(.match)
      steps[entry] = .split(Int32(truncatingIfNeeded: entry + 1), nextStep)
    }
    position += 1
    depth -= 1
    for exit in exits { steps[exit] = .split(nextStep, nextStep) }
    suffix = []
  }
}

extension PatternCompiler {
  /// `[a-z]`, `[!a-z]`, and `[[:alpha:]]`; a `]` that comes first is a member.
  private mutating func compileClass() throws(GlobError) {
    wildcard()
    position += 1
    var isInverted = false
    if position < pattern.count,
      pattern[position] == UInt8(ascii: "!") || pattern[position] == UInt8(ascii: "^")
    {
      isInverted = true
      position += 1
    }
    var set = ByteSet()
    var isFirst = true
    while true {
      guard position < pattern.count else { throw .unclosedClass }
      if pattern[position] == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      if try compileNamedClass(into: &set) { continue }
      let lower = try classMember()
      guard position + 1 < pattern.count, pattern[position] == UInt8(ascii: "-"),
        pattern[position + 1] != UInt8(ascii: "]")
      else {
        set.insert(lower)
        continue
      }
      position += 1
      let upper = try classMember()
      if lower <= upper { set.formUnion(ByteSet(lower...upper)) }
    }
    position += 1
    if isInverted { set = set.inverted }
    set.remove(UInt8(ascii: "/"))
    append(set, isInverted: isInverted)
  }

  /// A member may be any character of ASCII; the rest of a longer one is taken along when inverted.
  private mutating func append(_ set: ByteSet, isInverted: Bool) {
    guard dialect == .glob, isInverted else {
      steps.append(.bytes(set))
      return
    }
    var first = set
    for byte in UInt8(0x80)...0xBF { first.remove(byte) }
    steps.append(.bytes(first))
    repeated(.continuation)
  }

  private mutating func classMember() throws(GlobError) -> UInt8 {
    if pattern[position] == UInt8(ascii: "\\") { position += 1 }
    guard position < pattern.count else { throw .unclosedClass }
    let byte = pattern[position]
    if dialect == .glob, byte >= 0x80 { throw .characterInClass }
    position += 1
    return byte
  }

  /// Reads `[:name:]`; false when there is none here.
  private mutating func compileNamedClass(into set: inout ByteSet) throws(GlobError) -> Bool {
    let rest = pattern[position...]
    guard rest.starts(with: "[:".utf8) else { return false }
    let name = rest.dropFirst(2).prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "]") }
    guard pattern[name.endIndex...].starts(with: ":]".utf8) else { return false }
    guard let named = ByteSet(posixClass: name) else { throw .unknownClass }
    set.formUnion(named)
    position = name.endIndex + 2
    return true
  }
}
