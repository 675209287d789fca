/// What ES modules import as they are loaded, so that a page can ask for all of it at once.
///
/// A browser finds an import when it has read the module that names it; each step of such a chain costs a round trip.
struct ModuleGraph {
  /// Sources by their paths in the folder of assets.
  let files: [String: [UInt8]]

  /// All modules that the given ones import, directly or not, without themselves; each once, in the order they are found.
  ///
  /// What a script asks for later, by `import()`, is none of them.
  ///
  /// - Complexity: Linear in the length of the sources that are reached.
  func imports(of modules: [String]) -> [String] {
    var found: [String] = []
    var known = Set(modules)
    var pending = modules[...]
    while let module = pending.popFirst() {
      for path in Self.specifiers(in: files[module] ?? []).map({ Self.resolve($0, from: module) })
      where files[path] != nil && known.insert(path).inserted {
        found.append(path)
        pending.append(path)
      }
    }
    return found
  }

  /// The relative addresses in statements `import … from "./x.js";` and `import "./x.js";`, which begin a line.
  private static func specifiers(in source: [UInt8]) -> [String] {
    var found: [String] = []
    var rest = source[...]
    while !rest.isEmpty {
      if rest.starts(with: "import".utf8), let address = specifier(of: rest.dropFirst(6)) {
        found.append(address)
      }
      rest = rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    }
    return found
  }

  /// The relative address of an import, by what stands behind that word; nil where it is no such statement.
  private static func specifier(of statement: ArraySlice<UInt8>) -> String? {
    let quote = UInt8(ascii: "\"")
    guard let open = statement.firstIndex(of: quote), isSpace(statement.first),
      let close = statement[(open + 1)...].firstIndex(of: quote),
      statement[open + 1] == UInt8(ascii: "."), close > open + 2
    else { return nil }
    let clause = statement[..<open]
    guard !clause.contains(where: { "();".utf8.contains($0) }) else { return nil }
    let words = clause.split(whereSeparator: isSpace)
    guard isSpace(clause.last), words.isEmpty || words.last?.elementsEqual("from".utf8) == true
    else { return nil }
    return String(decoding: statement[(open + 1)..<close], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8?) -> Bool {
    byte == 0x20 || byte.map { (0x09...0x0D).contains($0) } ?? false
  }

  /// The path that a relative address in a module leads to.
  static func resolve(_ specifier: String, from module: String) -> String {
    var parts = module.split(separator: "/").dropLast()
    for part in specifier.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
