/// What an ES module of the theme imports and exports, read from its text.
///
/// It knows the forms in which the theme is written, not all of JavaScript: a statement begins its line; an import names
/// what it takes, `import phrases, { text as say } from "./x.js";`, or nothing, `import "./x.js";`; an export is that of a
/// function, a class, a constant, or, as the default, of an expression.
struct ScriptModule {
  /// In the order of the text.
  private(set) var imports: [Import] = []
  /// The names under which others import, `default` among them.
  private(set) var exports: [String] = []
  private var parts: [Part] = []

  /// One statement that imports.
  struct Import {
    /// Of the module that is imported, among the theme's files.
    var path: String
    /// What it exports and what that is called here; empty for an import for its effects alone.
    var names: [(exported: String, local: String)] = []
  }

  private enum Part {
    case code(ArraySlice<UInt8>)
    case imported(Import, ArraySlice<UInt8>)
    /// The words before a declaration, or before an expression, that export it.
    case export(ArraySlice<UInt8>, isDefault: Bool)
  }

  /// What a default export is called in ``code(importing:)``.
  static let defaultName = "$default"

  /// Reads a module; nil when it has a form that is not known.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - path: Its place among the theme's files, from which its imports lead on.
  /// - Complexity: Linear.
  init?(_ source: [UInt8], path: String) {
    var index = 0
    var codeStart = 0
    while index < source.count {
      let line = source[index...].prefix { $0 != UInt8(ascii: "\n") }
      if line.starts(with: "import ".utf8) {
        guard let end = source[index...].firstIndex(of: UInt8(ascii: ";")),
          let statement = Import(source[index..<end], from: path)
        else { return nil }
        parts += [.code(source[codeStart..<index]), .imported(statement, source[index...end])]
        imports.append(statement)
        index = end + 1
        codeStart = index
      } else if line.starts(with: "export ".utf8) {
        guard let export = Self.export(line) else { return nil }
        let end = index + export.length
        parts += [
          .code(source[codeStart..<index]),
          .export(source[index..<end], isDefault: export.name == "default"),
        ]
        exports.append(export.name)
        codeStart = end
        index = line.endIndex
      } else {
        index = line.endIndex + 1
      }
    }
    parts.append(.code(source[min(codeStart, source.count)...]))
  }

  /// The text with other statements in place of those that import.
  ///
  /// - Parameter replacement: Gives the statement for an import; nil leaves it as it is.
  func source(replacing replacement: (Import) -> String?) -> [UInt8] {
    parts.flatMap { part -> [UInt8] in
      switch part {
      case .code(let code), .export(let code, _): Array(code)
      case .imported(let statement, let original):
        replacement(statement).map { Array($0.utf8) } ?? Array(original)
      }
    }
  }

  /// The text as that of a function which returns nothing yet: without the words that export.
  func code(importing binding: (Import) -> String) -> [UInt8] {
    parts.flatMap { part -> [UInt8] in
      switch part {
      case .code(let code): Array(code)
      case .imported(let statement, _): Array(binding(statement).utf8)
      case .export(_, let isDefault): isDefault ? Array("const \(Self.defaultName) = ".utf8) : []
      }
    }
  }

  /// The name that a line exports, and how many bytes of the line say that it does; nil for other forms.
  private static func export(_ line: ArraySlice<UInt8>) -> (name: String, length: Int)? {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 4)
    var rest = words.dropFirst()
    if rest.first == "default", rest.count > 1 { return ("default", "export default ".utf8.count) }
    if rest.first == "async" { rest = rest.dropFirst() }
    guard let form = rest.popFirst(), ["function", "class", "const"].contains(form) else {
      return nil
    }
    let name = rest.first?.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" } ?? ""
    return name.isEmpty ? nil : (String(name), "export ".utf8.count)
  }
}

extension ScriptModule.Import {
  /// Reads a statement without its semicolon; nil for other forms and for modules of other hosts.
  fileprivate init?(_ statement: ArraySlice<UInt8>, from module: String) {
    let text = String(decoding: statement, as: UTF8.self)
    let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard quoted.count == 3, quoted[1].hasPrefix("."), quoted[2].isEmpty else { return nil }
    path = ModuleGraph.resolve(String(quoted[1]), from: module)
    var clause = quoted[0].dropFirst("import".count)[...].trimmed
    if clause.isEmpty { return }
    guard clause.hasSuffix("from") else { return nil }
    clause = clause.dropLast("from".count).trimmed
    let halves = clause.split(separator: "{", omittingEmptySubsequences: false)
    let first = halves[0].prefix { $0 != "," }.trimmed
    if !first.isEmpty {
      guard first.isName else { return nil }
      names.append(("default", String(first)))
    }
    guard halves.count == 2 else {
      if halves.count > 2 { return nil }
      return
    }
    guard halves[1].hasSuffix("}") else { return nil }
    for item in halves[1].dropLast().split(separator: ",") {
      let words = item.split { $0.isWhitespace }
      switch words.count {
      case 0: continue
      case 1 where words[0].isName: names.append((String(words[0]), String(words[0])))
      case 3 where words[1] == "as" && words[0].isName && words[2].isName:
        names.append((String(words[0]), String(words[2])))
      default: return nil
      }
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  fileprivate var isName: Bool {
    !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
  }
}
