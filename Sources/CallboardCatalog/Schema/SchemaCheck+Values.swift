import CallboardDiagnostics
import CallboardYAML

extension SchemaCheck {
  /// Holds a value against a schema of the site's own, and reports every violation at the narrowest place.
  ///
  /// `place` is that of the key or list item that the value belongs to. Recursion is bounded by the depth of
  /// the schema.
  mutating func check(_ node: YAMLNode, _ schema: ValueSchema, path: String, place: SourceSpan) {
    guard schema.isPossible else {
      return report(.fieldNotAllowed(path, span: place))
    }
    guard schema.types.isEmpty || schema.types.contains(where: node.value.isOf) else {
      let expected = schema.types.map(\.noun).joined(separator: " or ")
      return report(.fieldType(path, expecting: expected, node, file: file, place: place))
    }
    if let choices = schema.choices, !choices.contains(where: { $0.value.equals(node.value) }) {
      let texts = choices.prefix(20).map { "'\($0.value.flowText(limit: 80) ?? "…")'" }
      violation(path, "one of \(texts.joined(separator: ", "))", node, place)
    }
    switch node.value {
    case .string(let text): check(text, schema, node, path: path, place: place)
    case .int, .float: checkNumber(node, schema, path: path, place: place)
    case .sequence(let items): check(items, schema, node, path: path, place: place)
    case .mapping(let mapping): check(mapping, schema, node, path: path, place: place)
    default: break
    }
  }

  private mutating func check(
    _ text: String,
    _ schema: ValueSchema,
    _ node: YAMLNode,
    path: String,
    place: SourceSpan
  ) {
    checkCount(text.unicodeScalars.count, schema.length, "characters", node, path, place)
    if let pattern = schema.pattern, !pattern.matches(text) {
      violation(path, "a text that matches '\(pattern)'", node, place)
    }
  }

  private mutating func checkNumber(
    _ node: YAMLNode,
    _ schema: ValueSchema,
    path: String,
    place: SourceSpan
  ) {
    guard let number = node.number else { return }
    if let least = schema.number.least,
      schema.isAboveMinimum ? number <= least : number < least
    {
      let bound = YAMLValue.float(least).flowText(limit: 40) ?? ""
      violation(path, schema.isAboveMinimum ? "above \(bound)" : "at least \(bound)", node, place)
    }
    if let greatest = schema.number.greatest,
      schema.isBelowMaximum ? number >= greatest : number > greatest
    {
      let bound = YAMLValue.float(greatest).flowText(limit: 40) ?? ""
      violation(path, schema.isBelowMaximum ? "below \(bound)" : "at most \(bound)", node, place)
    }
  }

  private mutating func check(
    _ items: [YAMLNode],
    _ schema: ValueSchema,
    _ node: YAMLNode,
    path: String,
    place: SourceSpan
  ) {
    checkCount(items.count, schema.itemCount, "items", node, path, place)
    if schema.hasUniqueItems {
      var seen: Set<String> = []
      for item in items {
        // The limit is far above what a reader could compare by eye; longer items count as different.
        guard let text = item.value.flowText(limit: 1_000) else { continue }
        if !seen.insert("\(item.value.typeName) \(text)").inserted {
          violation(path, "without repetitions", item, place)
        }
      }
    }
    for (offset, item) in items.enumerated() {
      let itemPath = "\(path).\(offset)"
      let start = item.range.lowerBound
      let itemPlace = SourceSpan(file: file, range: start..<start)
      switch schema.items {
      case .any: return
      case .none: report(.fieldNotAllowed(itemPath, span: item.span(in: file)))
      case .matching(let schema): check(item, schema, path: itemPath, place: itemPlace)
      }
    }
  }

  private mutating func check(
    _ mapping: YAMLMapping,
    _ schema: ValueSchema,
    _ node: YAMLNode,
    path: String,
    place: SourceSpan
  ) {
    checkCount(mapping.entries.count, schema.propertyCount, "entries", node, path, place)
    for name in schema.required where mapping[name] == nil {
      let expected = schema.properties.first { $0.name == name }?.schema.types.first?.noun
      report(.fieldMissing("\(path).\(name)", expecting: expected, span: place))
    }
    var known: Set<String> = []
    for property in schema.properties {
      known.insert(property.name)
      guard let entry = mapping.entry(for: property.name) else { continue }
      let place = entry.keySpan(in: file)
      check(entry.value, property.schema, path: "\(path).\(property.name)", place: place)
    }
    if case .any = schema.additionalProperties { return }
    for entry in mapping.entries where !known.contains(entry.key) {
      let entryPath = "\(path).\(entry.key)"
      let place = entry.keySpan(in: file)
      guard case .matching(let schema) = schema.additionalProperties else {
        let nearest = NearestName.of(entry.key, in: known)
        report(.fieldNotAllowed(entryPath, nearest: nearest, span: place))
        continue
      }
      check(entry.value, schema, path: entryPath, place: place)
    }
  }

  private mutating func checkCount(
    _ count: Int,
    _ bounds: ValueSchema.Bounds<Int>,
    _ unit: String,
    _ node: YAMLNode,
    _ path: String,
    _ place: SourceSpan
  ) {
    if let least = bounds.least, count < least {
      report(.fieldCount(path, "at least \(least) \(unit)", count, span: span(of: node, or: place)))
    }
    if let greatest = bounds.greatest, count > greatest {
      report(
        .fieldCount(path, "at most \(greatest) \(unit)", count, span: span(of: node, or: place))
      )
    }
  }

  private mutating func violation(
    _ path: String,
    _ expected: String,
    _ node: YAMLNode,
    _ place: SourceSpan
  ) {
    report(.fieldValue(path, expected: expected, node.value, span: span(of: node, or: place)))
  }

  private func span(of node: YAMLNode, or place: SourceSpan) -> SourceSpan {
    let span = node.span(in: file)
    return span.range.isEmpty ? place : span
  }
}

extension ValueSchema.TypeName {
  /// For messages: `a list`.
  var noun: String {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "a boolean"
    case .array: "a list"
    case .object: "a mapping"
    case .null: "null"
    }
  }
}

extension YAMLValue {
  /// Whether the value is of a type; whole numbers may be written as `2.0`.
  fileprivate func isOf(_ type: ValueSchema.TypeName) -> Bool {
    switch (self, type) {
    case (.string, .string), (.int, .number), (.int, .integer), (.float, .number),
      (.bool, .boolean), (.sequence, .array), (.mapping, .object), (.null, .null):
      true
    case (.float(let number), .integer): number == number.rounded()
    default: false
    }
  }

  /// Whether two values are equal by JSON's measure: numbers by value, mappings in any order.
  fileprivate func equals(_ other: YAMLValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.int(let left), .float(let right)): Double(left) == right
    case (.float(let left), .int(let right)): left == Double(right)
    case (.float(let left), .float(let right)): left == right
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.value.equals($1.value) }
    case (.mapping(let left), .mapping(let right)):
      left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right[entry.key].map { entry.value.value.equals($0.value) } ?? false
        }
    default: false
    }
  }
}
