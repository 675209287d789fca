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
    let text = String(decoding: source, as: UTF8.self)
    return text.matches(of: /(?m)^import\s+(?:[^"();]*?\sfrom\s+)?"(\.[^"]+)"/).map { String($0.1) }
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
