package import CallboardDiagnostics
package import CallboardYAML

extension ValueSchema {
  /// Reads a schema as an operator writes it.
  ///
  /// A keyword that is not supported is an error and never passed over: a schema that checks less than it says
  /// is worse than none.
  package static func read(_ node: YAMLNode, file: SourcePath) -> Diagnosed<ValueSchema> {
    var reader = ValueSchemaReader(file: file)
    let schema = reader.schema(node)
    return Diagnosed(schema, diagnostics: reader.diagnostics)
  }
}

/// Reads schemas from inside out; recursion is bounded by the depth limit of the YAML reader.
private struct ValueSchemaReader {
  let file: SourcePath
  var diagnostics: [Diagnostic] = []

  /// Words about the schema itself, which judge nothing.
  private static let remarks: Set<String> = [
    "$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated",
  ]

  private static let keywords = [
    "type", "enum", "const", "properties", "required", "additionalProperties", "minProperties",
    "maxProperties", "items", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength",
    "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
  ]

  mutating func schema(_ node: YAMLNode) -> ValueSchema {
    var schema = ValueSchema()
    if let flag = node.bool {
      schema.isPossible = flag
    } else if let mapping = node.mapping {
      for entry in mapping.entries where !Self.remarks.contains(entry.key) {
        read(entry, into: &schema)
      }
    } else {
      invalid("A schema", "a mapping or a boolean", node)
    }
    return schema
  }

  private mutating func read(_ entry: YAMLMapping.Entry, into schema: inout ValueSchema) {
    let value = entry.value
    switch entry.key {
    case "type": schema.types = types(value)
    case "enum": schema.choices = list(entry)
    case "const": schema.choices = [value]
    case "properties": schema.properties = properties(entry)
    case "required": schema.required = texts(entry)
    case "additionalProperties": schema.additionalProperties = rest(value)
    case "minProperties": schema.propertyCount.least = count(entry)
    case "maxProperties": schema.propertyCount.greatest = count(entry)
    case "items": schema.items = rest(value)
    case "minItems": schema.itemCount.least = count(entry)
    case "maxItems": schema.itemCount.greatest = count(entry)
    case "uniqueItems": schema.hasUniqueItems = flag(entry)
    case "minLength": schema.length.least = count(entry)
    case "maxLength": schema.length.greatest = count(entry)
    case "pattern": schema.pattern = pattern(entry)
    case "minimum": schema.number.least = number(entry)
    case "maximum": schema.number.greatest = number(entry)
    case "exclusiveMinimum":
      schema.number.least = number(entry)
      schema.isAboveMinimum = true
    case "exclusiveMaximum":
      schema.number.greatest = number(entry)
      schema.isBelowMaximum = true
    default:
      diagnostics.append(
        .schemaKeywordUnknown(entry.key, known: Self.keywords, span: entry.keySpan(in: file))
      )
    }
  }

  private mutating func types(_ node: YAMLNode) -> [ValueSchema.TypeName] {
    (node.sequence ?? [node]).compactMap { item in
      if let type = item.string.flatMap(ValueSchema.TypeName.init(rawValue:)) { return type }
      let names = ValueSchema.TypeName.allCases.map(\.rawValue).joined(separator: ", ")
      invalid("'type'", "one of \(names), or a list of them", item)
      return nil
    }
  }

  private mutating func properties(_ entry: YAMLMapping.Entry) -> [ValueSchema.Property] {
    guard let mapping = entry.value.mapping else {
      invalid("'\(entry.key)'", "a mapping of schemas", entry.value)
      return []
    }
    return mapping.entries.map { .init(name: $0.key, schema: schema($0.value)) }
  }

  private mutating func rest(_ node: YAMLNode) -> ValueSchema.Rest {
    switch node.bool {
    case true?: .any
    case false?: .none
    case nil: .matching(schema(node))
    }
  }

  private mutating func list(_ entry: YAMLMapping.Entry) -> [YAMLNode] {
    if let items = entry.value.sequence, !items.isEmpty { return items }
    invalid("'\(entry.key)'", "a list that is not empty", entry.value)
    return []
  }

  private mutating func texts(_ entry: YAMLMapping.Entry) -> [String] {
    let texts = entry.value.sequence?.map(\.string) ?? [nil]
    if texts.contains(nil) { invalid("'\(entry.key)'", "a list of names", entry.value) }
    return texts.compactMap(\.self)
  }

  private mutating func count(_ entry: YAMLMapping.Entry) -> Int? {
    if let count = entry.value.int, count >= 0 { return count }
    invalid("'\(entry.key)'", "a whole number that is not negative", entry.value)
    return nil
  }

  private mutating func number(_ entry: YAMLMapping.Entry) -> Double? {
    if let number = entry.value.number { return number }
    invalid("'\(entry.key)'", "a number", entry.value)
    return nil
  }

  private mutating func flag(_ entry: YAMLMapping.Entry) -> Bool {
    if let flag = entry.value.bool { return flag }
    invalid("'\(entry.key)'", "true or false", entry.value)
    return false
  }

  private mutating func pattern(_ entry: YAMLMapping.Entry) -> LinearPattern? {
    guard let text = entry.value.string else {
      invalid("'\(entry.key)'", "a string", entry.value)
      return nil
    }
    do throws(LinearPatternError) {
      return try LinearPattern(text)
    } catch {
      diagnostics.append(.schemaPattern(text, error, span: entry.value.span(in: file)))
      return nil
    }
  }

  private mutating func invalid(_ what: String, _ expected: String, _ node: YAMLNode) {
    diagnostics.append(.schemaInvalid(what, expected: expected, span: node.span(in: file)))
  }
}

extension YAMLNode {
  /// A number of either kind; nil for anything else.
  var number: Double? {
    switch value {
    case .int(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
