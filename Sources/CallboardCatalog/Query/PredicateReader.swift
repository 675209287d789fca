package import CallboardDiagnostics
package import CallboardYAML

/// Reads conditions that are written as JSON or YAML.
///
/// Stricter than Backstage, which lets some mistakes hold for nothing: whatever can never be what its
/// author meant is an error that names the place.
package struct PredicateReader {
  private let file: SourcePath
  private var diagnostics: [Diagnostic] = []

  private init(file: SourcePath) {
    self.file = file
  }

  /// - Parameter file: What messages call the text, as a path.
  /// - Returns: A condition that holds for nothing where there is an error among the findings.
  package static func read(_ bytes: [UInt8], file: SourcePath) -> Diagnosed<EntityPredicate> {
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions())
    var reader = PredicateReader(file: file)
    reader.diagnostics = parsed.diagnostics
    var predicate: EntityPredicate?
    if let root = parsed.output {
      predicate = reader.predicate(root, isElement: false)
    } else if reader.diagnostics.isEmpty {
      reader.diagnostics.append(.queryEmpty(file))
    }
    return Diagnosed(
      reader.diagnostics.contains { $0.severity == .error } ? .any([]) : predicate ?? .any([]),
      diagnostics: reader.diagnostics
    )
  }

  /// Reads a condition that is part of another document, such as `site.yaml`.
  ///
  /// - Parameter file: The document, for messages.
  /// - Returns: As ``read(_:file:)`` does.
  package static func read(_ node: YAMLNode, file: SourcePath) -> Diagnosed<EntityPredicate> {
    var reader = PredicateReader(file: file)
    let predicate = reader.predicate(node, isElement: false)
    let hasFailed = reader.diagnostics.contains { $0.severity == .error }
    return Diagnosed(
      hasFailed ? .any([]) : predicate ?? .any([]),
      diagnostics: reader.diagnostics
    )
  }

  /// Recursion is bounded by the depth limit of the YAML reader.
  ///
  /// - Parameter isElement: Whether the condition is one on an element of a list.
  /// - Returns: nil when a finding says why.
  private mutating func predicate(_ node: YAMLNode, isElement: Bool) -> EntityPredicate? {
    guard let mapping = node.mapping else {
      if isElement, let scalar = Self.scalar(node) { return .value(scalar) }
      let expected = isElement ? "a condition or a plain value" : "a condition"
      return report(.queryValueInvalid(node.value.typeName, expected: expected, at: span(node)))
    }
    if let entry = mapping.entries.first(where: { $0.key.hasPrefix("$") }) {
      guard mapping.entries.count == 1 else {
        return report(.queryOperatorNotAlone(entry.key, at: entry.keySpan(in: file)))
      }
      return combination(entry, isElement: isElement)
    }
    // All are read, so that each mistake is told.
    let fields = mapping.entries.map { entry -> EntityPredicate? in
      guard !entry.key.isEmpty else {
        return report(.queryFieldEmpty(at: entry.keySpan(in: file)))
      }
      return condition(entry).map { .field(FieldPath(entry.key), $0) }
    }
    return .all(fields.compactMap(\.self))
  }

  private mutating func combination(
    _ entry: YAMLMapping.Entry,
    isElement: Bool
  ) -> EntityPredicate? {
    switch entry.key {
    case "$all": return list(entry, isElement).map(EntityPredicate.all)
    case "$any": return list(entry, isElement).map(EntityPredicate.any)
    case "$not": return predicate(entry.value, isElement: isElement).map(EntityPredicate.not)
    case let name:
      let place = entry.keySpan(in: file)
      if Self.valueOperators.contains(name) {
        return report(.queryOperatorMisplaced(name, at: place))
      }
      let nearest = Self.nearest(name, in: Self.combinations)
      return report(
        .queryOperatorUnknown(name, nearest: nearest, known: Self.combinations, at: place)
      )
    }
  }

  private mutating func list(
    _ entry: YAMLMapping.Entry,
    _ isElement: Bool
  ) -> [EntityPredicate]? {
    guard let nodes = entry.value.sequence else {
      let type = entry.value.value.typeName
      return report(
        .queryOperandInvalid(
          entry.key,
          type,
          expected: "a list of conditions",
          at: span(entry.value)
        )
      )
    }
    var predicates: [EntityPredicate] = []
    for node in nodes {
      if let predicate = predicate(node, isElement: isElement) { predicates.append(predicate) }
    }
    return predicates
  }

  /// What is asked of the values of a field.
  private mutating func condition(_ field: YAMLMapping.Entry) -> EntityPredicate.Condition? {
    if let scalar = Self.scalar(field.value) { return .isOneOf([scalar]) }
    guard let mapping = field.value.mapping else {
      return report(
        .queryComparisonInvalid(field.key, field.value.value.typeName, at: span(field.value))
      )
    }
    guard let entry = mapping.entries.first, entry.key.hasPrefix("$") else {
      let inner = mapping.entries.first?.key
      return report(.queryFieldNested(field.key, inner, at: span(field.value)))
    }
    guard mapping.entries.count == 1 else {
      return report(.queryOperatorNotAlone(entry.key, at: entry.keySpan(in: file)))
    }
    return condition(operator: entry)
  }

  private mutating func condition(
    operator entry: YAMLMapping.Entry
  ) -> EntityPredicate.Condition? {
    let node = entry.value
    let expected: String
    switch entry.key {
    case "$in":
      if let scalars = Self.scalars(node) { return .isOneOf(scalars) }
      expected = "a list of plain values"
    case "$exists":
      if let flag = node.bool { return .exists(flag) }
      expected = "true or false"
    case "$hasPrefix":
      if let text = node.string { return .hasPrefix(QueryScalar(text)) }
      expected = "a string"
    case "$contains":
      return predicate(node, isElement: true).map(EntityPredicate.Condition.contains)
    case let name:
      let place = entry.keySpan(in: file)
      if Self.combinations.contains(name) {
        return report(.queryCombinationMisplaced(name, at: place))
      }
      let nearest = Self.nearest(name, in: Self.valueOperators)
      return report(
        .queryOperatorUnknown(name, nearest: nearest, known: Self.valueOperators, at: place)
      )
    }
    return report(
      .queryOperandInvalid(entry.key, node.value.typeName, expected: expected, at: span(node))
    )
  }

  private static let combinations = ["$all", "$any", "$not"]
  private static let valueOperators = ["$in", "$exists", "$contains", "$hasPrefix"]
  /// What other query languages, and earlier versions of Backstage, call the same.
  private static let otherNames = [
    "$and": "$all", "$or": "$any", "$nin": "$in", "$eq": "$in", "$elemMatch": "$contains",
    "$startsWith": "$hasPrefix", "$prefix": "$hasPrefix", "$has": "$contains",
  ]

  private static func nearest(_ name: String, in known: [String]) -> String? {
    if let other = otherNames[name], known.contains(other) { return other }
    return NearestName.of(name, in: known)
  }

  private static func scalar(_ node: YAMLNode) -> QueryScalar? {
    switch node.value {
    case .string(let text): QueryScalar(text)
    case .bool(let flag): QueryScalar(flag)
    case .int(let number): QueryScalar(Double(number))
    case .float(let number): QueryScalar(number)
    default: nil
    }
  }

  private static func scalars(_ node: YAMLNode) -> [QueryScalar]? {
    guard let nodes = node.sequence else { return nil }
    let scalars = nodes.compactMap(scalar)
    return scalars.count == nodes.count ? scalars : nil
  }

  private func span(_ node: YAMLNode) -> SourceSpan { node.span(in: file) }

  /// - Returns: nil, of whatever the caller would have made.
  private mutating func report<Value>(_ diagnostic: Diagnostic) -> Value? {
    diagnostics.append(diagnostic)
    return nil
  }
}
