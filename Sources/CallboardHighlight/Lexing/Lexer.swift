/// A grammar prepared for lexing: for each mode and byte, the rules that may begin there.
struct Lexer: Sendable {
  struct Rule: Sendable {
    enum Action: Sendable {
      case stay, push, pop, replace
    }

    var pattern: LexerPattern
    var token: TokenClass?
    var place: CallboardHighlight.Rule.Place
    var plainBytes: Int
    var action: Action
    /// The mode to go to.
    var target: Int
  }

  struct Mode: Sendable {
    var text: TokenClass?
    var end: CallboardHighlight.Mode.End
    var words: WordTable
  }

  private(set) var modes: [Mode] = []
  private(set) var rules: [Rule] = []

  /// For mode *m* and byte *b*, the indices into `rules` stand in `order` from `starts[m * 256 + b]`
  /// up to the next start.
  private(set) var starts: [Int32] = []
  private(set) var order: [Int32] = []

  init(_ grammar: Grammar) {
    var numbers: [String: Int] = [:]
    for (number, mode) in grammar.modes.enumerated() where numbers[mode.name] == nil {
      numbers[mode.name] = number
    }
    for mode in grammar.modes {
      let first = rules.count
      rules += mode.rules.map { rule in
        let (action, target): (Rule.Action, String?) =
          switch rule.next {
          case .stay: (.stay, nil)
          case .pop: (.pop, nil)
          case .push(let name): (.push, name)
          case .replace(let name): (.replace, name)
          }
        return Rule(
          pattern: LexerPattern(rule.pattern),
          token: rule.token,
          place: rule.place,
          plainBytes: rule.plainBytes,
          action: action,
          target: target.flatMap { numbers[$0] } ?? 0
        )
      }
      modes.append(Mode(text: mode.text, end: mode.end, words: WordTable(mode.words)))
      for byte in UInt8.min...UInt8.max {
        starts.append(Int32(order.count))
        for index in first..<rules.count where rules[index].pattern.first.contains(byte) {
          order.append(Int32(index))
        }
      }
    }
    starts.append(Int32(order.count))
  }
}

/// A pattern with its texts as bytes, and the bytes that it can begin with.
struct LexerPattern: Sendable {
  enum Kind: Sendable {
    case text, keyword, marker, escaped, prefixed, run, line, enclosed, quotedKey, counted, name,
      number
    case linkText, scalar, lineKey, heredoc, indentedText, regex, character, prompt, fencedCode,
      assigned
  }

  var kind: Kind
  var first = ByteSet()
  var open: [UInt8] = []
  var tail: [UInt8] = []
  var close: [UInt8] = []
  var closeTail: [UInt8] = []
  var set = ByteSet()
  var barred = ByteSet()
  var style = NameStyle()
  /// The escape of an enclosed text or the fill of a counted one; 0 for none.
  var special: UInt8 = 0
  /// Whether an enclosed text may span lines, or a separator needs a blank.
  var flag = false

  init(_ pattern: Pattern) {
    switch pattern {
    case .text(let text):
      self.init(.text, opening: text)
    case .keyword(let text):
      self.init(.keyword, opening: text.lowercased())
      first = first.union(text.uppercased().prefix(1).description)
    case .marker(let text):
      self.init(.marker, opening: text)
    case .prefixed(let prefix, let set):
      self.init(.prefixed, opening: prefix)
      self.set = set
      if prefix.isEmpty { first = set }
    case .linkText(let open, let followers):
      self.init(.linkText, opening: open)
      set = followers
    case .escaped(let text):
      self.init(.escaped, opening: text)
    case .run(let set):
      self.init(.run, opening: "")
      (self.set, first) = (set, set)
    case .line(let prefix):
      self.init(.line, opening: prefix)
    case .enclosed(let open, let close, let escape, let lines):
      self.init(.enclosed, opening: open)
      self.close = Array(close.utf8)
      special = escape.map { UInt8(ascii: $0) } ?? 0
      flag = lines
    case .quotedKey(let quote):
      self.init(.quotedKey, opening: quote)
    case .counted(let open, let fill, let tail, let close, let closeTail):
      self.init(.counted, opening: open)
      if open.isEmpty { first = ByteSet(String(fill)) }
      self.tail = Array(tail.utf8)
      self.close = Array(close.utf8)
      self.closeTail = Array(closeTail.utf8)
      special = UInt8(ascii: fill)
    case .name(let style):
      self.init(.name, opening: "")
      self.style = style
      first = style.start
    case .number:
      self.init(.number, opening: "")
      first = ByteSet.digits.union(".")
    case .scalar(let set, let alone):
      self.init(.scalar, opening: "")
      (self.set, first) = (set, set)
      flag = alone
    case .assigned(let set):
      self.init(.assigned, opening: "")
      (self.set, first) = (set, set)
    case .lineKey(let separators, let spaced, let barred):
      self.init(.lineKey, opening: "")
      self.barred = barred
      set = separators
      flag = spaced
      first = .visible
    case .heredoc(let text):
      self.init(.heredoc, opening: text)
    case .indentedText:
      self.init(.indentedText, opening: "")
      first = ByteSet("|>")
    case .regex:
      self.init(.regex, opening: "/")
    case .character:
      self.init(.character, opening: "'")
    case .prompt:
      self.init(.prompt, opening: "")
      first = .visible
    case .fencedCode(let fence):
      self.init(.fencedCode, opening: fence)
    }
  }

  private init(_ kind: Kind, opening: String) {
    self.kind = kind
    open = Array(opening.utf8)
    first = ByteSet(String(opening.prefix(1)))
  }
}
