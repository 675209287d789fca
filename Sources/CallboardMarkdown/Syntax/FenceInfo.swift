/// What follows the fence of a code block: its language and how the block is shown.
///
/// ` ```py title="a.py" hl_lines="2-3 5" linenums="1" ` and ` ``` {.py title="a.py"} `, spelt as in
/// pymdownx.superfences.
struct FenceInfo: Equatable {
  /// As written, in lower case, only characters that a class may have; nil if none is named.
  var language: String?
  var title: String?
  /// Lines to mark, from 1.
  var highlightedLines: [ClosedRange<Int>] = []
  /// The number of the first line; nil to show none.
  var firstLineNumber: Int?
  /// A first line of code that ended up behind the language, as in "```console$ make".
  var strayCode: String?

  static func parse(_ info: String) -> FenceInfo {
    let bytes = Array(info.utf8)[...].drop(while: isBlankByte)
    if bytes.first == UInt8(ascii: "{") { return braced(bytes) }
    let name = bytes.prefix {
      !isBlankByte($0) && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: ",")
        && $0 != UInt8(ascii: "$")
    }
    var options = bytes[name.endIndex...].drop(while: isBlankByte)
    if options.first == UInt8(ascii: "$"), let language = className(name) {
      var info = FenceInfo(language: language)
      info.strayCode = String(decoding: options, as: UTF8.self)
      return info
    }
    if options.first == UInt8(ascii: "{") { options = contents(options) }
    // `title="x"` without a language before it.
    if name.contains(UInt8(ascii: "=")), let list = AttributeList.parse(bytes) {
      return FenceInfo(language: nil, list)
    }
    return FenceInfo(language: className(name), AttributeList.parse(options) ?? AttributeList())
  }

  /// As CommonMark reads it: the first word is the language, whatever it is, and the rest says nothing.
  static func plain(_ info: String) -> FenceInfo {
    FenceInfo(
      language: info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map(String.init)
    )
  }

  private static func braced(_ bytes: ArraySlice<UInt8>) -> FenceInfo {
    let inner = contents(bytes)
    // `{rust}` names a language, too.
    guard let list = AttributeList.parse(inner) else {
      let word = inner.drop(while: isBlankByte).prefix { !isBlankByte($0) }
      return FenceInfo(language: className(word))
    }
    let language = list.classes.first ?? list.pairs.first { $0.key == $0.value }?.key
    return FenceInfo(language: language.flatMap { className(Array($0.utf8)[...]) }, list)
  }

  private static func contents(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let inner = bytes.dropFirst()
    return inner.prefix(upTo: inner.lastIndex(of: UInt8(ascii: "}")) ?? inner.endIndex)
  }

  private static func className(_ bytes: ArraySlice<UInt8>) -> String? {
    let trimmed = bytes.drop { $0 == UInt8(ascii: ".") }
    guard !trimmed.isEmpty, trimmed.count <= 32 else { return nil }
    let isName = trimmed.allSatisfy {
      isWordByte($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#")
        || $0 == UInt8(ascii: ".")
    }
    return isName ? String(decoding: trimmed.map(lowercased), as: UTF8.self) : nil
  }

  init(
    language: String? = nil,
    title: String? = nil,
    highlightedLines: [ClosedRange<Int>] = [],
    firstLineNumber: Int? = nil
  ) {
    self.language = language
    self.title = title
    self.highlightedLines = highlightedLines
    self.firstLineNumber = firstLineNumber
  }

  private init(language: String?, _ list: AttributeList) {
    self.language = language
    // `tab` is how older releases of pymdownx.superfences made tabs of fences.
    title = (list["title"] ?? list["tab"]).flatMap { $0.isEmpty ? nil : $0 }
    highlightedLines = Self.ranges(list["hl_lines"] ?? "")
    // `1 1 2` also sets a step; only the first number is used.
    let number = list["linenums"]?.split(separator: " ").first.map(String.init)
    firstLineNumber = number.flatMap(Int.init).flatMap { (0...9_999_999).contains($0) ? $0 : nil }
  }

  /// Each line of code is held against every range.
  private static let rangeLimit = 100

  /// `2-4 6` → 2...4, 6...6. What is no range is passed over.
  private static func ranges(_ text: String) -> [ClosedRange<Int>] {
    text.split { $0 == " " || $0 == "," }.prefix(rangeLimit).compactMap { part in
      let ends = part.split(separator: "-", maxSplits: 1).compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first >= 1, first <= last else {
        return nil
      }
      return first...last
    }
  }
}
