/// The scripts that every page starts with, and all that they import, as one module.
///
/// A browser asks for each module by itself; two dozen small ones take longer to ask for than to load. Each stands here
/// as a function whose result is what the module exports, in the order in which a browser would run them. What is loaded
/// later imports from here too, so that there is one of everything.
struct JoinedScript: Sendable {
  /// Of the module among the theme's files.
  static let path = "scripts/joined.js"

  let bytes: [UInt8]
  /// What each module is called in the joined one, by its path.
  private let names: [String: String]
  private let exports: [String: [String]]

  /// The modules that are in it.
  var paths: [String] { Array(names.keys) }

  /// Joins modules; nil when one is missing or in a form that ``ScriptModule`` does not know, when modules import each other in
  /// a circle, or when one needs an address that depends on where it stands.
  ///
  /// - Parameters:
  ///   - entries: Paths of the modules to run, in order.
  ///   - files: Sources by their paths.
  init?(_ entries: [String], files: [String: [UInt8]]) {
    guard files[Self.path] == nil else { return nil }
    var joining = Joining(files: files)
    for entry in entries {
      guard joining.add(entry) else { return nil }
    }
    let shared = joining.order.filter { joining.exports[$0]?.isEmpty == false }
      .compactMap { joining.names[$0] }
    bytes = joining.bytes + Array("export { \(shared.joined(separator: ", ")) };\n".utf8)
    names = joining.names
    exports = joining.exports
  }

  /// A script as it is published beside the joined one: a joined module gives on what stands there, and another one
  /// imports from there what is there.
  func beside(_ path: String, _ source: [UInt8]) -> [UInt8] {
    if let name = names[path] {
      let exported = exports[path] ?? []
      let named = exported.filter { $0 != "default" }.joined(separator: ", ")
      var text = "import { \(name) } from \"\(address(from: path))\";\n"
      if !named.isEmpty { text += "export const { \(named) } = \(name);\n" }
      if exported.contains("default") { text += "export default \(name).default;\n" }
      return Array((exported.isEmpty ? "import \"\(address(from: path))\";\n" : text).utf8)
    }
    guard let module = ScriptModule(source, path: path),
      module.imports.contains(where: { names[$0.path] != nil })
    else { return source }
    var known: Set<String> = []
    return module.source { statement in
      guard let name = names[statement.path] else { return nil }
      let imported =
        known.insert(name).inserted ? "import { \(name) } from \"\(address(from: path))\"; " : ""
      return imported + Joining.binding(statement, to: name)
    }
  }

  private func address(from path: String) -> String {
    let depth = path.split(separator: "/").count - 2
    let file = Self.path.dropFirst("scripts/".count)
    return (depth > 0 ? String(repeating: "../", count: depth) : "./") + file
  }
}

/// The state of joining.
private struct Joining {
  let files: [String: [UInt8]]
  var bytes: [UInt8] = []
  /// Modules in the order in which they run.
  var order: [String] = []
  var names: [String: String] = [:]
  var exports: [String: [String]] = [:]
  /// Modules whose imports are being added.
  private var open: Set<String> = []

  init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// Adds a module behind what it imports; false when that cannot be done.
  mutating func add(_ path: String) -> Bool {
    if names[path] != nil { return true }
    guard open.insert(path).inserted, path.hasPrefix("scripts/"), let source = files[path],
      let module = ScriptModule(source, path: path)
    else { return false }
    for statement in module.imports where !add(statement.path) { return false }
    let bindings = names
    let code = module.code { Self.binding($0, to: bindings[$0.path] ?? "") }
    guard let placed = Self.moved(code, from: path) else { return false }

    let words = path.dropFirst("scripts/".count).dropLast(".js".count)
    let name = "$" + words.map { $0.isLetter || $0.isNumber ? $0 : "_" }
    let results = module.exports.map { export in
      export == "default" ? "default: \(ScriptModule.defaultName)" : export
    }
    bytes += Array((results.isEmpty ? "(() => {\n" : "const \(name) = (() => {\n").utf8) + placed
    if !results.isEmpty { bytes += Array("\nreturn { \(results.joined(separator: ", ")) };".utf8) }
    bytes += Array("\n})();\n".utf8)
    names[path] = name
    exports[path] = module.exports
    order.append(path)
    return true
  }

  /// The statement that gives a module's code the names that it would import.
  static func binding(_ statement: ScriptModule.Import, to name: String) -> String {
    if statement.names.isEmpty { return "" }
    let names = statement.names.map { name in
      name.exported == name.local ? name.local : "\(name.exported): \(name.local)"
    }
    return "const { \(names.joined(separator: ", ")) } = \(name);"
  }

  /// Code with the addresses of `import("./x.js")` as they are from the joined module; nil when there is an address that
  /// is not a text in quotes, or when the module's own address is used in another folder.
  private static func moved(_ code: [UInt8], from path: String) -> [UInt8]? {
    let call = "import(".utf8
    let isElsewhere = path.split(separator: "/").count > 2
    if isElsewhere, code[...].firstRange(ofBytes: "import.meta".utf8) != nil { return nil }
    var output: [UInt8] = []
    var rest = code[...]
    while let found = rest.firstRange(ofBytes: call) {
      output += rest[..<found.upperBound]
      rest = rest[found.upperBound...]
      guard rest.popFirst() == UInt8(ascii: "\""), rest.first == UInt8(ascii: "."),
        let end = rest.firstIndex(of: UInt8(ascii: "\""))
      else { return nil }
      let target = ModuleGraph.resolve(String(decoding: rest[..<end], as: UTF8.self), from: path)
      guard target.hasPrefix("scripts/") else { return nil }
      output += Array("\"./\(target.dropFirst("scripts/".count))".utf8)
      rest = rest[end...]
    }
    return output + rest
  }
}
