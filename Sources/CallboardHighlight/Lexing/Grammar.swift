/// A language as data: modes, each an ordered list of rules.
///
/// The lexer keeps a stack of modes. At each byte it tries the rules of the topmost mode in order; the
/// first that matches takes its text and may push or pop a mode. What no rule takes is plain, or has
/// the mode's own class.
struct Grammar: Sendable {
  /// The first mode is the one to begin in.
  var modes: [Mode]

  init(_ modes: [Mode]) {
    self.modes = modes
  }
}

struct Mode: Sendable {
  var name: String
  var rules: [Rule]
  var words = Words()
  /// The class of text that no rule takes; nil for plain text.
  var text: TokenClass?
  var end = End.popped

  /// When the mode ends of its own accord.
  enum End: Sendable {
    /// Only by a rule.
    case popped
    /// At a line break.
    case lineBreak
    /// At a line break that no backslash precedes.
    case unescapedLineBreak
  }

  /// A copy with rules put before its own.
  func preceded(by rules: [Rule], name: String) -> Mode {
    var mode = self
    mode.name = name
    mode.rules = rules + self.rules
    return mode
  }
}

/// Words with a meaning, as lists separated by white space.
struct Words: Sendable {
  var keywords = ""
  /// Keywords after which a type is named: `class`, `struct`.
  var typeKeywords = ""
  /// Keywords after which a function is named: `func`, `def`.
  var functionKeywords = ""
  /// Keywords after which a variable is named: `let`.
  var variableKeywords = ""
  /// Keywords after which a place in the code is named: `goto`.
  var labelKeywords = ""
  var types = ""
  var builtins = ""
  var ignoresCase = false
}

/// What to look for, what to call it, and which mode comes next.
struct Rule: Sendable {
  var pattern: Pattern
  /// nil leaves the match plain.
  var token: TokenClass?
  var next = Next.stay
  var place = Place.anywhere
  /// How many bytes at the match's beginning stay plain, such as the `<` of a tag.
  var plainBytes = 0

  enum Next: Sendable {
    case stay
    case push(String)
    case pop
    /// Leaves the mode for another.
    case replace(String)
  }

  enum Place: Sendable {
    case anywhere
    /// At the first byte of a line.
    case lineStart
    /// Before anything else on the line but blanks and what ``Pattern/marker(_:)`` took.
    case indentation
    /// After a blank, a bracket or the line's start.
    case wordStart
    /// Right behind a digit.
    case afterDigit
    /// Where an operand may stand: after an operator, a bracket, a comma, a keyword.
    case operand
  }

  func `in`(_ place: Place) -> Rule {
    var rule = self
    rule.place = place
    return rule
  }

  /// A copy that leaves the first bytes of its match plain.
  func after(plain count: Int) -> Rule {
    var rule = self
    rule.plainBytes = count
    return rule
  }
}

/// How the text of a rule is recognised. No pattern looks further ahead than it takes, or than a fixed
/// number of bytes, so that lexing is linear.
enum Pattern: Sendable {
  case text(String)
  /// Text in any case, not followed by another letter or digit.
  case keyword(String)
  /// A `-` or `?` before the content of a line, which is still at its start.
  case marker(String)
  /// Text, then one or more bytes of the set.
  case prefixed(String, ByteSet)
  /// An opening bracket and the text up to `]`, behind which one of the bytes stands (Markdown).
  case linkText(String, followers: ByteSet)
  /// Text and the byte after it.
  case escaped(String)
  case run(ByteSet)
  /// Text and the rest of the line.
  case line(String)
  /// From the opening to the closing text, or to the end of the line (of the code, if `lines`).
  case enclosed(String, String, escape: Unicode.Scalar?, lines: Bool)
  /// Like an enclosed text on one line, but only before a colon.
  case quotedKey(String)
  /// An opening text with any number of `fill` in it, and a closing one with as many.
  case counted(open: String, fill: Unicode.Scalar, tail: String, close: String, closeTail: String)
  /// A name, whose class its mode's words tell.
  case name(NameStyle)
  case number
  /// Blank-free text that is a number or one of the mode's words as a whole; `alone` asks that nothing
  /// else but a comment or a bracket follow on the line, and nothing precede.
  case scalar(ByteSet, alone: Bool = false)
  /// A name before `=`, `:=`, `?=` and the like.
  case assigned(ByteSet)
  /// The text before a separator on the same line; `spaced` asks for a blank after it. None of the
  /// bytes that bar it may come first.
  case lineKey(separators: ByteSet, spaced: Bool, barred: ByteSet = ByteSet())
  /// `<<NAME` and, from the next line on, the text up to a line of that name alone.
  case heredoc(String)
  /// `|` or `>` at the end of a line and the deeper indented lines after it (YAML).
  case indentedText
  /// A `/…/` on one line.
  case regex
  /// One character in single quotes, escaped or not.
  case character
  /// `user@host:~$ ` and the like.
  case prompt
  /// A fence, the language it names, and the code up to its end, lexed in that language.
  case fencedCode(String)
}

/// How names are spelt and what the lexer concludes from their looks.
struct NameStyle: Sendable {
  var start = ByteSet.nameStart
  var rest = ByteSet.name
  /// A name before `(` is a function.
  var callsAreFunctions = true
  /// The class of a name before `(`.
  var call = TokenClass.function
  /// Blanks may stand before that `(`.
  var callsMayBeSpaced = false
  /// A name that begins with a capital is a type.
  var capitalsAreTypes = false
  /// What begins with a capital is a type also before `(`.
  var calledCapitalsAreTypes = false
  /// Bytes of which one may end a name: `empty?`.
  var suffixes = ByteSet()
  /// The class of a name that took such an ending.
  var suffixed: TokenClass?
  /// A name before one of these, blanks aside, is a key.
  var keySeparators = ByteSet()
  var key = TokenClass.attribute
  /// No blank may stand between a key and its separator.
  var keysTouch = false
  /// What makes the name behind it a member, and no keyword: `.`, or the last byte of `->` or `::`.
  var memberMarks = ByteSet(".")
  /// The class of a member that is not called.
  var member: TokenClass?
  /// A member is of that class whatever it looks like, called or in capitals.
  var membersAreAlike = false
  /// A name that holds one of these has a class of its own: `Get-Item`, `var.region`.
  var marks = ByteSet()
  var marked: TokenClass?
  /// The class of a name before `{`, blanks aside, whatever it spells.
  var blockName: TokenClass?
  /// The class of a name that nothing else tells.
  var plain: TokenClass?
}

extension Rule {
  static func text(_ text: String, _ token: TokenClass?, _ next: Next = .stay) -> Rule {
    Rule(pattern: .text(text), token: token, next: next)
  }

  static func lineComment(_ open: String) -> Rule {
    Rule(pattern: .line(open), token: .comment)
  }

  static func comment(_ open: String, _ close: String) -> Rule {
    Rule(pattern: .enclosed(open, close, escape: nil, lines: true), token: .comment)
  }

  /// A string on one line, unless `lines`.
  static func string(
    _ open: String,
    _ close: String? = nil,
    escape: Unicode.Scalar? = "\\",
    lines: Bool = false
  ) -> Rule {
    Rule(
      pattern: .enclosed(open, close ?? open, escape: escape, lines: lines),
      token: .string
    )
  }

  static func prefixed(_ prefix: String, _ set: ByteSet, _ token: TokenClass) -> Rule {
    Rule(pattern: .prefixed(prefix, set), token: token)
  }

  static func run(_ set: ByteSet, _ token: TokenClass?) -> Rule {
    Rule(pattern: .run(set), token: token)
  }

  static func line(_ prefix: String, _ token: TokenClass) -> Rule {
    Rule(pattern: .line(prefix), token: token)
  }

  static let number = Rule(pattern: .number, token: .number)
  static let operators = Rule.run(ByteSet("=+-*/%<>!&|^~?"), .operator)

  static func name(_ style: NameStyle = NameStyle()) -> Rule {
    Rule(pattern: .name(style), token: nil)
  }
}
