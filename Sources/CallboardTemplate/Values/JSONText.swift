extension TemplateValue {
  /// The value as `JSON.stringify` writes it, with the keys of objects in their order; nil for what JSON cannot say.
  package var json: String? { JSONText.of(self) }
}

/// Writes values as `JSON.stringify` does, for the `dump` filter.
struct JSONText {
  /// What one level of nesting adds; empty writes everything on one line.
  private let unit: String
  private var output = ""
  /// Nesting is bounded by the values' builders; this guards against a caller that forgot.
  private static let depthLimit = 200

  private init(unit: String) {
    self.unit = unit
  }

  /// nil for what JSON cannot say, as JavaScript answers `undefined`.
  static func of(_ value: TemplateValue, indentation: TemplateValue = .undefined) -> String? {
    let unit: String =
      switch indentation {
      case .number(let count) where count >= 1:
        String(repeating: " ", count: Int(min(count, 10)))
      case .string(let text): String(text.prefix(10))
      default: ""
      }
    var writer = JSONText(unit: unit)
    return writer.write(value, depth: 0) ? writer.output : nil
  }

  private mutating func write(_ value: TemplateValue, depth: Int) -> Bool {
    guard depth < Self.depthLimit else { return false }
    switch value {
    case .undefined, .function: return false
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .number(let value): output += value.isFinite ? JavaScriptNumber.text(value) : "null"
    case .string(let text): write(text)
    case .html: write(value.text)
    case .regex: output += "{}"
    case .array(let values):
      writeList(values.count, open: "[", close: "]", depth: depth) { writer, index in
        if !writer.write(values[index], depth: depth + 1) { writer.output += "null" }
      }
    case .object(let object):
      let kept = object.entries.filter { entry in
        switch entry.value {
        case .undefined, .function: false
        default: true
        }
      }
      writeList(kept.count, open: "{", close: "}", depth: depth) { writer, index in
        writer.write(kept[index].key)
        writer.output += writer.unit.isEmpty ? ":" : ": "
        if !writer.write(kept[index].value, depth: depth + 1) { writer.output += "null" }
      }
    }
    return true
  }

  private mutating func writeList(
    _ count: Int,
    open: String,
    close: String,
    depth: Int,
    element: (inout JSONText, Int) -> Void
  ) {
    output += open
    for index in 0..<count {
      if index > 0 { output += "," }
      breakLine(depth: depth + 1)
      element(&self, index)
    }
    if count > 0 { breakLine(depth: depth) }
    output += close
  }

  private mutating func breakLine(depth: Int) {
    guard !unit.isEmpty else { return }
    output += "\n" + String(repeating: unit, count: depth)
  }

  private mutating func write(_ text: String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\u{08}": output += "\\b"
      case "\u{0C}": output += "\\f"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{00}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
