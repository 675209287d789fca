package import CallboardDiagnostics

/// Reads a mapping whose keys are known, such as a part of `site.yaml`, and reports what is wrong with it.
///
///     var record = YAMLRecord(mapping, named: "site", file: file)
///     let title = record.string("title")
///     let findings = record.finish()      // unknown keys, values of the wrong type
///
/// Every key that is asked for counts as known, so the reader's code is the list of keys.
package struct YAMLRecord {
  package let file: SourcePath
  private let mapping: YAMLMapping
  /// The path of keys to this mapping, for messages; empty for the root.
  private let name: String
  private var known: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  package init(_ mapping: YAMLMapping, named name: String = "", file: SourcePath) {
    self.mapping = mapping
    self.name = name
    self.file = file
  }

  /// The value of a key as it stands; nil when it is absent or null.
  package mutating func node(_ key: String) -> YAMLNode? {
    known.insert(key)
    guard let node = mapping[key], !node.isNull else { return nil }
    return node
  }

  /// Text; nil when the key is absent or its value is something else, which is a finding.
  package mutating func string(_ key: String) -> String? {
    read(key, expecting: "a string") { $0.string }
  }

  /// A truth value; nil as for ``string(_:)``.
  package mutating func bool(_ key: String) -> Bool? {
    read(key, expecting: "true or false") { $0.bool }
  }

  /// A whole number; nil as for ``string(_:)``.
  package mutating func int(_ key: String) -> Int? {
    read(key, expecting: "a whole number") { $0.int }
  }

  /// A list of strings; a lone string is a list of one. nil when the key is absent.
  package mutating func strings(_ key: String) -> [String]? {
    read(key, expecting: "a list of strings") { node in
      if let text = node.string { return [text] }
      guard let items = node.sequence else { return nil }
      let texts = items.compactMap(\.string)
      return texts.count == items.count ? texts : nil
    }
  }

  /// Reads a mapping below this one; its findings become this one's.
  package mutating func record<Value>(
    _ key: String,
    _ body: (inout YAMLRecord) -> Value
  ) -> Value? {
    guard let mapping = read(key, expecting: "a mapping", { $0.mapping }) else { return nil }
    return nested(mapping, named: path(of: key), body)
  }

  /// Reads a list of mappings; entries that are none are reported and left out.
  package mutating func records<Value>(
    _ key: String,
    _ body: (inout YAMLRecord, YAMLNode) -> Value
  ) -> [Value]? {
    guard let items = read(key, expecting: "a list", { $0.sequence }) else { return nil }
    var values: [Value] = []
    for (index, item) in items.enumerated() {
      let itemName = "\(path(of: key))[\(index)]"
      guard let mapping = item.mapping else {
        reportType(itemName, item, expected: "a mapping")
        continue
      }
      values.append(nested(mapping, named: itemName) { body(&$0, item) })
    }
    return values
  }

  /// Adds a finding about a value that has the right type and is wrong all the same.
  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Ends the reading.
  ///
  /// - Returns: The findings, those about unknown keys last.
  package func finish() -> [Diagnostic] {
    diagnostics
      + mapping.entries.filter { !known.contains($0.key) }.map { entry in
        .keyUnknown(
          path(of: entry.key),
          nearest: NearestName.of(entry.key, in: known),
          known: known.sorted(),
          at: entry.keySpan(in: file)
        )
      }
  }

  private mutating func read<Value>(
    _ key: String,
    expecting expected: String,
    _ convert: (YAMLNode) -> Value?
  ) -> Value? {
    guard let node = node(key) else { return nil }
    if let value = convert(node) { return value }
    reportType(path(of: key), node, expected: expected)
    return nil
  }

  private mutating func nested<Value>(
    _ mapping: YAMLMapping,
    named name: String,
    _ body: (inout YAMLRecord) -> Value
  ) -> Value {
    var record = YAMLRecord(mapping, named: name, file: file)
    let value = body(&record)
    diagnostics += record.finish()
    return value
  }

  private mutating func reportType(_ name: String, _ node: YAMLNode, expected: String) {
    diagnostics.append(
      .valueType(name, expected: expected, actual: node.value.typeName, at: node.span(in: file))
    )
  }

  private func path(of key: String) -> String {
    name.isEmpty ? key : "\(name).\(key)"
  }
}

extension Diagnostic.ID {
  package static let keyUnknown = Self(rawValue: "key-unknown")
  package static let valueType = Self(rawValue: "value-type")
}

extension Diagnostic {
  /// - Parameters:
  ///   - key: With the keys above it: `site.title`.
  ///   - known: All keys that may stand there.
  fileprivate static func keyUnknown(
    _ key: String,
    nearest: String?,
    known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .keyUnknown,
      severity: .error,
      summary: "'\(key)' is no key that is known here",
      span: span,
      help: [
        nearest.map { "Change it to '\($0)'." }
          ?? "Use one of: \(known.joined(separator: ", "))."
      ]
    )
  }

  fileprivate static func valueType(
    _ key: String,
    expected: String,
    actual: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .valueType,
      severity: .error,
      summary: "'\(key)' must be \(expected), not \(actual)",
      span: span,
      help: ["Write \(expected) after '\(key):'."]
    )
  }
}
