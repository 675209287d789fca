/// The filters of the language. A template names them once, when it is compiled.
enum BuiltinFilter: String, CaseIterable, Sendable {
  case abs, batch, capitalize, center, `default`, dictsort, dump, escape, first, float
  case forceescape, groupby, indent, int, join, last, length, list, lower, nl2br, random
  case reject, rejectattr, replace, reverse, round, safe, select, selectattr, slice, sort
  case string, striptags, sum, title, trim, truncate, upper, urlencode, urlize, wordcount

  /// Reads a name or one of the aliases `d` and `e`.
  init?(name: String) {
    switch name {
    case "d": self = .default
    case "e": self = .escape
    default: self.init(rawValue: name)
    }
  }

  /// For near misses.
  static let names = allCases.map(\.rawValue)

  /// Why a theme may not use the filter, as a remedy; nil for most.
  var themeRefusal: String? {
    switch self {
    case .random: "Choose by the page's own data, so that equal input gives equal pages."
    case .urlize: "Let the Markdown renderer make the links."
    default: nil
    }
  }

  /// Whether a theme may pass markup through the filter and still has markup.
  var keepsMarkup: Bool {
    switch self {
    case .trim, .indent, .center, .truncate: self != .truncate
    default: false
    }
  }
}

/// One application of a built-in filter.
struct FilterCall {
  let filter: BuiltinFilter
  let input: TemplateValue
  /// The arguments after the input.
  let arguments: [TemplateValue]
  let named: TemplateObject?
  let mode: TemplateMode
  let limits: TemplateLimits

  /// The argument at a place from 0. Named arguments count as one object after the last, as in
  /// Nunjucks, whose filters are plain JavaScript functions.
  func argument(_ position: Int) -> TemplateValue {
    if position < arguments.count { return arguments[position] }
    if position == arguments.count, let named { return .object(named) }
    return .undefined
  }

  /// The argument of a filter that Nunjucks declares as a macro: by place, or else by name.
  func argument(_ position: Int, named name: String) -> TemplateValue {
    position < arguments.count ? arguments[position] : named?[name] ?? .undefined
  }

  func apply() throws(TemplateFailure) -> TemplateValue {
    switch filter {
    case .abs: .number(Swift.abs(input.number))
    case .float: float()
    case .int: int()
    case .round: round()
    case .capitalize: try marked(Self.capitalized(try inputText()))
    case .center: try center()
    case .indent: try indent()
    case .lower: .string(try inputText().lowercased())
    case .upper: .string(try inputText().uppercased())
    case .title: try title()
    case .trim: try trim()
    case .truncate: try truncate()
    case .replace: try replace()
    case .string: input.stringOrMarkup == nil ? .string(try definedText()) : input
    case .wordcount: try wordcount()
    case .escape: escape()
    case .forceescape: Self.escaped(input.displayText)
    case .safe: try safe()
    case .nl2br: try lineBreaks()
    case .striptags: try striptags()
    case .urlencode: try urlencode()
    case .urlize: try urlize()
    case .dump: JSONText.of(input, indentation: argument(0)).map { .string($0) } ?? .undefined
    case .default: defaulted()
    case .first, .last: try end()
    case .length: length()
    case .list: try list()
    case .join: try join()
    case .batch: try batch()
    case .slice: try slice()
    case .reverse: try reverse()
    case .sort: try sort()
    case .dictsort: try dictsort()
    case .groupby: try groupby()
    case .sum: try sum()
    case .select: try select(keeping: true)
    case .reject: try select(keeping: false)
    case .selectattr: try selectattr(keeping: true)
    case .rejectattr: try selectattr(keeping: false)
    // It needs a generator, which the renderer has.
    case .random: throw wrongInput("a generator")
    }
  }
}

extension FilterCall {
  /// The failure of a filter that JavaScript would report as "is not a function".
  func wrongInput(_ wanted: String) -> TemplateFailure {
    TemplateFailure("'\(filter.rawValue)' needs \(wanted), not \(input.typeName)")
  }

  func tooLarge() -> TemplateFailure {
    TemplateFailure("'\(filter.rawValue)' makes too much of it", isLimit: true)
  }

  /// The input as text; what is missing or false counts as empty.
  func inputText() throws(TemplateFailure) -> String {
    switch input {
    case .undefined, .null, .bool(false): return ""
    case .string(let text): return text
    case .html:
      if mode == .theme, !filter.keepsMarkup {
        throw TemplateFailure(
          "'\(filter.rawValue)' works on text, not on markup",
          help: ["Apply it before the value becomes markup."]
        )
      }
      return input.text
    default: throw wrongInput("text")
    }
  }

  /// The input as text, where JavaScript would fail on a missing value.
  func definedText() throws(TemplateFailure) -> String {
    if input.isNullish { throw wrongInput("text") }
    return input.text
  }

  /// A result that is markup if the input was.
  func marked(_ text: String) throws(TemplateFailure) -> TemplateValue {
    guard text.utf8.count <= limits.outputBytes else { throw tooLarge() }
    if case .html = input { return .html(HTMLText.trusted(text)) }
    return .string(text)
  }
}
