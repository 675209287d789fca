import CallboardDiagnostics
import CallboardYAML

/// Holds values against ``FieldShape``s and reports every violation at the narrowest place.
struct SchemaCheck {
  private(set) var diagnostics: [Diagnostic] = []
  let file: SourcePath

  init(file: SourcePath) {
    self.file = file
  }

  /// Checks the fields of one mapping.
  ///
  /// The path is the mapping's own, such as `spec`, and empty for the root. A field that is missing is
  /// reported at `place`, such as the mapping's key.
  mutating func check(
    _ rules: [FieldRule],
    in mapping: YAMLMapping,
    path: String,
    place: SourceSpan
  ) {
    for rule in rules {
      let fieldPath = path.isEmpty ? rule.name : "\(path).\(rule.name)"
      guard let entry = mapping.entry(for: rule.name) else {
        if rule.isRequired { diagnostics.append(.fieldMissing(fieldPath, rule.shape, span: place)) }
        continue
      }
      check(entry.value, rule.shape, path: fieldPath, place: entry.keySpan(in: file))
    }
  }

  /// Checks one value; `place` is that of the key or list item that it belongs to.
  mutating func check(_ node: YAMLNode, _ shape: FieldShape, path: String, place: SourceSpan) {
    switch (shape, node.value) {
    case (.text(let format), .string(let text)) where !text.isEmpty:
      check(text, format, path: path, span: node.span(in: file))
    case (.anyText, .string), (.textOrFlag, .string), (.textOrFlag, .bool): break
    case (.choice(let values), .string(let text)) where values.contains(text): break
    case (.texts(let format), .sequence(let nodes)):
      for (offset, item) in nodes.enumerated() {
        check(item, .text(format), path: "\(path).\(offset)", place: place)
      }
    case (.textMap(let key, let value), .mapping(let mapping)):
      for entry in mapping.entries {
        check(entry.key, key, path: path, span: entry.keySpan(in: file))
        let shape: FieldShape = .anyText
        check(entry.value, shape, path: "\(path).\(entry.key)", place: place)
        if let text = entry.value.string {
          check(text, value, path: "\(path).\(entry.key)", span: entry.value.span(in: file))
        }
      }
    case (.object(let rules), .mapping(let mapping)):
      check(rules, in: mapping, path: path, place: place)
    case (.objectOfTexts(let rules), .mapping(let mapping)):
      check(rules, in: mapping, path: path, place: place)
      for entry in mapping.entries where !rules.contains(where: { $0.name == entry.key }) {
        check(entry.value, .anyText, path: "\(path).\(entry.key)", place: place)
      }
    case (.objects(let rules, let count), .sequence(let nodes)) where nodes.count >= count:
      check(nodes, .object(rules), path: path)
    case (.objectOrObjects, .mapping): break
    case (.objectOrObjects, .sequence(let nodes)): check(nodes, .object([]), path: path)
    default:
      diagnostics.append(.fieldType(path, shape, node, file: file, place: place))
    }
  }

  private mutating func check(_ items: [YAMLNode], _ shape: FieldShape, path: String) {
    for (offset, item) in items.enumerated() {
      let start = item.range.lowerBound
      let place = SourceSpan(file: file, range: start..<start)
      check(item, shape, path: "\(path).\(offset)", place: place)
    }
  }

  private mutating func check(
    _ text: String,
    _ format: FieldFormat?,
    path: String,
    span: SourceSpan
  ) {
    guard let format, !format.accepts(text) else { return }
    diagnostics.append(.fieldFormat(text, path: path, format, span: span))
  }

  /// Reports a value that should be a reference and is no text, unless a schema has reported it already.
  mutating func checkReference(_ node: YAMLNode, path: String) {
    let span = node.span(in: file)
    guard !diagnostics.contains(where: { $0.span == span }) else { return }
    check(node, .text(), path: path, place: span)
  }

  /// Adds a finding that no shape can express.
  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }
}
