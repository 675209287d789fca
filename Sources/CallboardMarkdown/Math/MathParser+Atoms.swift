extension MathParser {
  /// One atom with what is raised and lowered behind it; nil for a command that sets nothing.
  mutating func scriptedAtom() throws(MathFault) -> MathAtom? {
    var base: MathAtom
    switch scanner.peek {
    case .character("^"), .character("_"), .character("'"): base = MathAtom(node: .row([]))
    default:
      guard let atom = try atom(isArgument: false) else { return nil }
      base = atom
    }
    var below: MathNode?
    var above: MathNode?
    var primes = ""
    while true {
      switch scanner.peek {
      case .character("_"):
        guard below == nil else { throw misplaced() }
        _ = scanner.next()
        below = try argument(of: "_")
      case .character("^"):
        guard above == nil else { throw misplaced() }
        _ = scanner.next()
        above = try argument(of: "^")
      case .character("'"):
        _ = scanner.next()
        primes += "′"
      case .command("limits"):
        _ = scanner.next()
        base.placement = .belowAndAbove
      case .command("nolimits"):
        _ = scanner.next()
        base.placement = .beside
      case .command("displaylimits"):
        _ = scanner.next()
        base.placement = .movable
      default:
        if !primes.isEmpty { above = Self.raised(primes, with: above) }
        guard below != nil || above != nil else { return base }
        if base.role == nil { base.role = .ordinary }
        return attach(below, above, to: base)
      }
    }
  }

  private static func raised(_ primes: String, with above: MathNode?) -> MathNode {
    // One character for up to four, as fonts draw them at the right distance.
    let sign = ["′", "″", "‴", "⁗"]
    let text = primes.count <= 4 ? sign[primes.count - 1] : primes
    let prime = MathNode.symbol(MathOperator(text, spacing: .init(before: 0, behind: 0)))
    return above.map { .row([prime, $0]) } ?? prime
  }

  private func attach(_ below: MathNode?, _ above: MathNode?, to base: MathAtom) -> MathAtom {
    var atom = base
    switch base.placement {
    case .beside:
      atom.node = .scripts(base.node, below: below, above: above)
    case .movable:
      atom.node = .limits(base.node, below: below, above: above, isAccent: false)
    case .belowAndAbove:
      var node = base.node
      if case .symbol(var sign) = node {
        sign.movesLimits = false
        node = .symbol(sign)
      }
      atom.node = .limits(node, below: below, above: above, isAccent: false)
    }
    atom.placement = .beside
    return atom
  }

  /// One character, group or command with its arguments.
  ///
  /// - Parameter isArgument: Whether it is the argument of a command, which a number gives one digit.
  mutating func atom(isArgument: Bool) throws(MathFault) -> MathAtom? {
    if let group = try group() {
      // `1{,}000`: in braces a sign is one without space around it.
      guard case .symbol(var sign) = group else { return MathAtom(node: group) }
      sign.spacing = .init(before: 0, behind: 0)
      return MathAtom(node: .symbol(sign))
    }
    if !isArgument, let number = scanner.number() { return self.number(number) }
    let offset = scanner.offset
    switch scanner.next() {
    case .end: throw MathFault(reason: .missing("more"), offset: offset)
    case .character(let scalar):
      if "0"..."9" ~= scalar { return number(String(Character(scalar))) }
      return try character(scalar)
    case .command(let name):
      let start = scanner.offset - name.utf8.count - 1
      if let symbol = symbol(name) { return symbol }
      return try command(name, at: start)
    }
  }

  private func number(_ digits: String) -> MathAtom {
    MathAtom(node: .number(alphabet.map { Self.set(digits, in: $0) } ?? digits))
  }

  static func set(_ text: String, in alphabet: MathAlphabet) -> String {
    var set = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { set.append(alphabet.letter(scalar)) }
    return String(set)
  }

  private mutating func character(_ scalar: Unicode.Scalar) throws(MathFault) -> MathAtom {
    let none = MathOperator.Spacing(before: 0, behind: 0)
    switch scalar {
    case "+": return Self.sign("+", .binary)
    case "-": return Self.sign("−", .binary)
    case "*": return Self.sign("∗", .binary)
    case "=", "<", ">", ":": return Self.sign(String(Character(scalar)), .relation)
    case ",", ";": return Self.sign(String(Character(scalar)), .punctuation)
    case "(", "[": return Self.delimiter(String(Character(scalar)), .opening)
    case ")", "]": return Self.delimiter(String(Character(scalar)), .closing)
    case "|": return Self.delimiter("|", .ordinary)
    case "/", ".", "?", "@", "\"", "`":
      return MathAtom(node: .symbol(MathOperator(String(Character(scalar)), spacing: none)))
    case "!": return Self.sign("!", .closing)
    case "~": return MathAtom(node: .space(333), role: nil)
    case "$", "#":
      throw MathFault(reason: .misplaced(String(Character(scalar))), offset: scanner.offset - 1)
    default:
      return letter(scalar) ?? Self.sign(String(Character(scalar)), .ordinary)
    }
  }

  /// nil for what is no letter.
  private func letter(_ scalar: Unicode.Scalar) -> MathAtom? {
    guard scalar.properties.isAlphabetic else { return nil }
    let set = alphabet.map { $0.letter(scalar) } ?? scalar
    return MathAtom(node: .identifier(String(Character(set)), isUpright: alphabet == .roman))
  }

  /// A symbol without arguments; nil when the command is none.
  private func symbol(_ name: String) -> MathAtom? {
    if let letter = MathSymbols.letters[name] {
      return MathAtom(node: .identifier(styled(letter), isUpright: alphabet == .roman))
    }
    if let letter = MathSymbols.uprightLetters[name] {
      let styled = styled(letter)
      return MathAtom(node: .identifier(styled, isUpright: styled == letter))
    }
    if let symbol = MathSymbols.symbols[name] { return Self.sign(symbol.text, symbol.role) }
    if let delimiter = MathSymbols.delimiters[name] {
      return Self.delimiter(delimiter.text, delimiter.role)
    }
    if let sum = MathSymbols.sums[name] {
      // A sign behind it belongs to what follows, as behind an opening delimiter.
      return MathAtom(node: .symbol(MathOperator(sum)), role: .opening, placement: .movable)
    }
    if let integral = MathSymbols.integrals[name] {
      return MathAtom(node: .symbol(MathOperator(integral)), role: .ordinary)
    }
    if MathSymbols.functions.contains(name) {
      return MathAtom(node: .identifier(name, isUpright: true), role: .function)
    }
    if let function = MathSymbols.limitFunctions[name] {
      return Self.limitFunction(function)
    }
    if let width = MathSymbols.spaces[name] { return MathAtom(node: .space(width), role: nil) }
    return nil
  }

  private func styled(_ letter: String) -> String {
    alphabet.map { Self.set(letter, in: $0) } ?? letter
  }

  /// A function such as `lim`, whose limits stand beneath it in displayed formulas.
  static func limitFunction(_ name: String) -> MathAtom {
    MathAtom(
      node: .symbol(
        MathOperator(
          name.split(separator: " ").joined(separator: "\u{A0}"),
          movesLimits: true,
          spacing: .init(before: 0, behind: 0)
        )
      ),
      role: .function,
      placement: .movable
    )
  }

  static func sign(_ text: String, _ role: MathSymbols.Role) -> MathAtom {
    var sign = MathOperator(text)
    // The dictionary would stretch them to the height of their row.
    if verticalArrows.contains(text) { sign.isStretchy = false }
    if role == .ordinary { sign.spacing = .init(before: 0, behind: 0) }
    return MathAtom(node: .symbol(sign), role: role)
  }

  private static let verticalArrows: Set<String> = ["↑", "↓", "↕", "⇑", "⇓", "⇕", "∣", "∥"]

  /// A delimiter of its own size, which the dictionary would stretch.
  static func delimiter(_ text: String, _ role: MathSymbols.Role) -> MathAtom {
    var sign = MathOperator(text, isStretchy: false)
    if role == .ordinary { sign.spacing = .init(before: 0, behind: 0) }
    return MathAtom(node: .symbol(sign), role: role)
  }
}
