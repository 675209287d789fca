package import CallboardCatalog
package import CallboardDiagnostics
import CallboardYAML

/// A decision on the architecture of something, as a Markdown file tells it.
package struct DecisionRecord: Hashable, Sendable {
  package var source: SourcePath
  /// That its file's name begins with; nil for none.
  package var number: Int?
  package var title: String
  /// In the author's words: `accepted`; nil when the file does not say.
  package var status: String?
  package var date: CalendarDay?
  package var deciders: [String]
  /// Names of files in the same folder, as the text links them.
  package var supersedes: [String]
  package var supersededBy: [String]
  /// The entity whose decision it is; nil when its repository has none near it.
  package var entity: EntityRef?

  /// Reads a record in one of the forms in use: MADR with its facts at the head of the file, MADR 2 with a list of them below the
  /// title, or Nygard's with a section *Status*.
  ///
  /// - Returns: nil for a file that is no record: a template, an index, another text.
  /// - Complexity: O(*n*) in the length of the text.
  package static func read(_ bytes: [UInt8], file: SourcePath) -> DecisionRecord? {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let stem = name.prefix { $0 != "." }.lowercased()
    guard !["index", "readme", "template", "adr-template"].contains(stem) else { return nil }
    var record = DecisionRecord(
      source: file,
      number: number(of: stem),
      title: "",
      deciders: [],
      supersedes: [],
      supersededBy: []
    )
    // Most texts in such folders end here, and text is slow where bytes are not.
    guard record.number != nil || mentionsStatus(bytes) else { return nil }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      Substring(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }[...]
    if lines.first == "---" {
      let body = lines.dropFirst()
      guard let end = body.firstIndex(of: "---") else { return nil }
      record.readHead(body[..<end].joined(separator: "\n"), file: file)
      lines = body[(end + 1)...]
    }
    record.readText(lines)
    guard !record.title.isEmpty, record.number != nil || record.status != nil else { return nil }
    return record
  }

  /// Whether the word stands anywhere in a text, in capitals or not: without it there is no status to read.
  private static func mentionsStatus(_ bytes: [UInt8]) -> Bool {
    let word = Array("status".utf8)
    guard bytes.count >= word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      (0...bytes.count - word.count).contains { start in
        // Lower case has one bit more.
        word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] }
      }
    }
  }

  /// `0012-use-kafka` and `adr-12-use-kafka` have the number 12; a day has none.
  private static func number(of stem: String) -> Int? {
    let text = stem.hasPrefix("adr") ? stem.dropFirst(3).drop { $0 == "-" || $0 == "_" } : stem[...]
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 6, CalendarDay(String(text.prefix(10))) == nil else {
      return nil
    }
    return Int(digits)
  }

  private mutating func readHead(_ text: String, file: SourcePath) {
    let options = YAMLOptions(foreignTags: .opaque)
    let root = YAMLParser.document(Array(text.utf8), file: file, options: options).output
    func texts(_ keys: String...) -> [String] {
      for key in keys {
        guard let node = root?[key] else { continue }
        let items = (node.sequence ?? [node]).compactMap(\.string)
        return items.count == 1 ? Self.names(items[0]) : items
      }
      return []
    }
    title = root?["title"]?.string ?? ""
    date = (root?["date"]?.string).flatMap { CalendarDay($0) }
    deciders = texts("decision-makers", "deciders")
    supersedes = texts("supersedes").map(Self.target)
    supersededBy = texts("superseded-by", "superseded_by").map(Self.target)
    if let text = root?["status"]?.string { readStatus(text) }
  }

  /// What stands below the title and in the section on the status.
  private mutating func readText(_ lines: ArraySlice<Substring>) {
    var section: Substring?
    var isFenced = false
    for line in lines {
      let trimmed = line.drop { $0 == " " || $0 == "*" || $0 == "-" }
      if line.hasPrefix("```") { isFenced.toggle() }
      if isFenced { continue }
      if line.hasPrefix("# "), title.isEmpty {
        title = Self.plainTitle(String(line.dropFirst(2)))
      } else if line.hasPrefix("## ") {
        section = line.dropFirst(3)
      } else if section == nil {
        readFact(trimmed)
      } else if section?.lowercased() == "status", !trimmed.isEmpty {
        readSupersession(String(trimmed))
        if status == nil { readStatus(String(trimmed)) }
      }
    }
  }

  /// `Status: accepted`, with or without marks of emphasis around the name.
  private mutating func readFact(_ line: Substring) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = line[..<colon].filter(\.isLetter).lowercased()
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "*" }
    switch name {
    case "status" where status == nil: readStatus(String(value))
    case "date" where date == nil: date = CalendarDay(String(value.prefix(10)))
    case "deciders" where deciders.isEmpty, "decisionmakers" where deciders.isEmpty:
      deciders = Self.names(String(value))
    case "supersedes", "supersededby": readSupersession(String(line))
    default: break
    }
  }

  private mutating func readStatus(_ text: String) {
    readSupersession(text)
    let word = text.prefix { $0.isLetter || $0 == "-" }.lowercased()
    if !word.isEmpty { status = word }
  }

  private mutating func readSupersession(_ text: String) {
    let lower = text.lowercased()
    if lower.hasPrefix("superseded by") || lower.hasPrefix("supersededby") {
      supersededBy.append(Self.target(text))
    } else if lower.hasPrefix("supersedes") {
      supersedes.append(Self.target(text))
    }
  }

  /// The file that a link leads to, else the digits of a number: `0005-x.md`, `5`.
  private static func target(_ text: String) -> String {
    if let open = text.firstRange(of: "]("),
      let close = text[open.upperBound...].firstIndex(of: ")")
    {
      let path = text[open.upperBound..<close].prefix { $0 != "#" }
      return path.split(separator: "/").last.map(String.init) ?? String(path)
    }
    let digits = text.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    return Int(digits).map(String.init) ?? text
  }

  private static func names(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { part in
      String(part.drop { $0 == " " || $0 == "@" })
    }
    .filter { !$0.isEmpty && !$0.hasPrefix("{") }
  }

  /// Without the number in front, which is shown beside it: `12. Use Kafka`, `ADR-12: Use Kafka`.
  private static func plainTitle(_ text: String) -> String {
    var rest = text.drop { $0 == " " }
    if rest.lowercased().hasPrefix("adr") { rest = rest.dropFirst(3).drop { "-_ #".contains($0) } }
    let afterDigits = rest.drop { $0.isASCII && $0.isNumber }
    guard afterDigits.startIndex != rest.startIndex, let mark = afterDigits.first,
      ".:-– ".contains(mark)
    else { return text }
    let title = afterDigits.drop { ".:-– ".contains($0) }
    return title.isEmpty ? text : String(title)
  }
}
