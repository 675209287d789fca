/// Writes the records of a CSV file by RFC 4180.
struct CSVRecord: Sendable {
  /// Whether a text that a spreadsheet would take for a formula gets an apostrophe before it.
  ///
  /// Changes the data, so it is for files that people open, not for programs.
  var isGuardingFormulas = false

  /// One record with its line end.
  func bytes(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
    return bytes
  }

  private func append(_ field: String, to bytes: inout [UInt8]) {
    let guarded = isGuardingFormulas && Self.isFormula(field) ? "'" + field : field
    let needsQuotes = guarded.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else {
      bytes += guarded.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in guarded.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a text begins as a formula does. A plain number is none, whatever its sign.
  private static func isFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): Double(text) == nil
    default: false
    }
  }
}
