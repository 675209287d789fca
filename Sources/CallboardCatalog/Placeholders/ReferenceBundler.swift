import CallboardDiagnostics
import CallboardYAML

/// Puts an API definition that is spread over several files into one, for `$openapi` and `$asyncapi`.
///
/// What a `$ref` to another file names takes the place of the reference where it is met first; later references
/// lead there, `#/paths/~1orders/get/parameters/0`. So nothing is written twice, and cycles end.
struct ReferenceBundler {
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a reference to another file was met; without one, the file can stay as it is.
  private(set) var hasBundled = false
  /// Whether some references were left as they are, because the result would be too large.
  private(set) var isCut = false

  private let rootPath: String
  private let repository: String
  private let reader: PlaceholderReader
  private var documents: [String: YAMLNode] = [:]
  /// Where in the result a part of a file stands, by file and pointer.
  private var places: [Place: String] = [:]
  private var nodeCount = 0

  private struct Place: Hashable {
    var file: String
    var pointer: String
  }

  /// How much one definition may become.
  private enum Limit {
    static let nodes = 200_000
    static let files = 500
    static let depth = 200
  }

  /// - Parameter rootPath: The path of the definition, from the repository's root.
  init(rootPath: String, repository: String, reader: @escaping PlaceholderReader) {
    self.rootPath = rootPath
    self.repository = repository
    self.reader = reader
    places[Place(file: rootPath, pointer: "")] = "#"
  }

  /// The definition with all references to other files resolved.
  mutating func bundle(_ root: YAMLNode) -> YAMLNode {
    documents[rootPath] = root
    return copy(root, of: rootPath, at: "#", depth: 0)
  }

  /// Copies a node of a file to a place in the result, resolving references below it.
  private mutating func copy(
    _ node: YAMLNode,
    of file: String,
    at place: String,
    depth: Int
  ) -> YAMLNode {
    nodeCount += 1
    guard depth < Limit.depth, nodeCount < Limit.nodes else {
      isCut = true
      return node
    }
    var result = node
    switch node.value {
    case .sequence(let items):
      var copies: [YAMLNode] = []
      for (index, item) in items.enumerated() {
        copies.append(copy(item, of: file, at: "\(place)/\(index)", depth: depth + 1))
      }
      result.value = .sequence(copies)
    case .mapping(let mapping):
      if let reference = mapping["$ref"]?.string {
        return resolve(reference, mapping, node, of: file, at: place, depth: depth)
      }
      result.value = .mapping(copy(mapping, of: file, at: place, depth: depth))
    default: break
    }
    return result
  }

  private mutating func copy(
    _ mapping: YAMLMapping,
    of file: String,
    at place: String,
    depth: Int
  ) -> YAMLMapping {
    var entries: [YAMLMapping.Entry] = []
    for var entry in mapping.entries {
      let entryPlace = "\(place)/\(JSONPointer.escaped(entry.key))"
      entry.value = copy(entry.value, of: file, at: entryPlace, depth: depth + 1)
      entries.append(entry)
    }
    return YAMLMapping(entries)
  }

  /// What stands in place of a mapping with a `$ref`.
  private mutating func resolve(
    _ reference: String,
    _ mapping: YAMLMapping,
    _ node: YAMLNode,
    of file: String,
    at place: String,
    depth: Int
  ) -> YAMLNode {
    let span = mapping["$ref"]?.span(in: path(file)) ?? node.span(in: path(file))
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = String(parts[0])
    let pointer = parts.count > 1 ? JSONPointer.normalized(parts[1]) : ""
    if target.isEmpty, file == rootPath { return node }
    guard !RelativePath.hasScheme(target) else {
      diagnostics.append(.placeholderURL(target, span: span))
      return node
    }
    hasBundled = true
    guard let found = target.isEmpty ? file : RelativePath.resolve(target, from: file) else {
      diagnostics.append(.placeholderOutside(target, span: span))
      return node
    }
    if let known = knownPlace(of: pointer, in: found) {
      return replacing(reference: known, in: node, mapping)
    }
    guard let document = document(found, target: target, span: span) else { return node }
    guard let part = JSONPointer.find(pointer, in: document) else {
      diagnostics.append(.referenceMissing(reference, span: span))
      return node
    }
    places[Place(file: found, pointer: pointer)] = place
    var result = copy(part, of: found, at: place, depth: depth + 1)
    // What stands beside a reference adds to what it names, as OpenAPI 3.1 has it for summaries.
    let others = mapping.entries.filter { $0.key != "$ref" }
    if !others.isEmpty, let inlined = result.mapping {
      let keys = Set(others.map(\.key))
      result.value = .mapping(
        YAMLMapping(inlined.entries.filter { !keys.contains($0.key) } + others)
      )
    }
    return result
  }

  /// Where a part of a file stands in the result: by itself, or within a part around it.
  private func knownPlace(of pointer: String, in file: String) -> String? {
    if file == rootPath { return "#" + pointer }
    var rest = pointer[...]
    while true {
      if let place = places[Place(file: file, pointer: String(rest))] {
        return place + pointer[rest.endIndex...]
      }
      guard let slash = rest.lastIndex(of: "/") else { return nil }
      rest = rest[..<slash]
    }
  }

  private func replacing(
    reference: String,
    in node: YAMLNode,
    _ mapping: YAMLMapping
  ) -> YAMLNode {
    var result = node
    result.value = .mapping(
      YAMLMapping(
        mapping.entries.map { entry in
          guard entry.key == "$ref" else { return entry }
          var entry = entry
          entry.value.value = .string(reference)
          return entry
        }
      )
    )
    return result
  }

  /// Reads a file once; nil if it cannot be read, which is reported at the reference.
  private mutating func document(_ file: String, target: String, span: SourceSpan) -> YAMLNode? {
    if let known = documents[file] { return known }
    guard documents.count < Limit.files, let found = reader(file) else {
      diagnostics.append(.placeholderMissing(target, path: file, span: span))
      return nil
    }
    let parsed = YAMLParser.document(found.bytes, file: path(file)).unwrap(into: &diagnostics)
    documents[file] = parsed
    return parsed
  }

  private func path(_ file: String) -> SourcePath {
    SourcePath(repository: repository, path: file)
  }
}
