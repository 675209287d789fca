import CallboardDiagnostics

extension TechRadar {
  /// Reads a table with a line of names first: `name,ring,quadrant,isNew,description`, and `moved`, `entity`, `url` besides.
  ///
  /// Quadrants and rings are those of the entries, in the order in which they come.
  static func readCSV(_ bytes: [UInt8], name: String, file: SourcePath) -> Diagnosed<TechRadar?> {
    let rows = CSVTable.rows(of: bytes)
    let columns = rows.first?.fields.map { $0.lowercased() } ?? []
    guard columns.contains("ring"), columns.contains("quadrant") else {
      return Diagnosed(nil, diagnostics: [.radarEmpty(file)])
    }
    func field(_ row: [String], _ names: String...) -> String? {
      for name in names {
        guard let index = columns.firstIndex(of: name), index < row.count else { continue }
        if !row[index].isEmpty { return row[index] }
      }
      return nil
    }
    var radar = TechRadar(
      name: name,
      title: name.prefix(1).uppercased() + name.dropFirst().map { $0 == "-" ? " " : $0 },
      quadrants: [],
      rings: [],
      entries: []
    )
    for row in rows.dropFirst() {
      if let text = field(row.fields, "quadrant"), radar.quadrants.count < 8,
        !radar.quadrants.contains(where: { $0.id.lowercased() == text.lowercased() })
      {
        radar.quadrants.append(.init(id: text, name: text))
      }
      if let text = field(row.fields, "ring"), radar.rings.count < 8,
        !radar.rings.contains(where: { $0.id.lowercased() == text.lowercased() })
      {
        radar.rings.append(.init(id: text, name: text))
      }
    }
    var diagnostics: [Diagnostic] = []
    for row in rows.dropFirst() {
      let isNew = field(row.fields, "isnew")?.lowercased() == "true"
      let fields = Fields(
        title: field(row.fields, "name", "title"),
        quadrant: field(row.fields, "quadrant"),
        ring: field(row.fields, "ring"),
        moved: isNew ? "new" : field(row.fields, "moved"),
        description: field(row.fields, "description"),
        entity: field(row.fields, "entity"),
        url: field(row.fields, "url", "link")
      )
      let start = SourceSpan.Position(line: row.line, column: 1)
      let entry = radar.entry(fields, at: SourceSpan(file: file, range: start..<start))
      if let entry = entry.unwrap(into: &diagnostics) { radar.entries.append(entry) }
    }
    guard radar.quadrants.count >= 2, !radar.rings.isEmpty else {
      return Diagnosed(nil, diagnostics: diagnostics + [.radarEmpty(file)])
    }
    return Diagnosed(radar, diagnostics: diagnostics)
  }
}

/// Reads values with commas between them (RFC 4180).
enum CSVTable {
  /// The lines that are not empty, each with the number of its first line, from 1.
  static func rows(of bytes: [UInt8]) -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var fields: [[UInt8]] = [[]]
    var (line, start) = (1, 1)
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func close() {
      let texts = fields.map { String(decoding: $0, as: UTF8.self) }
      if texts.contains(where: { !$0.isEmpty }) { rows.append((start, texts)) }
      fields = [[]]
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
        fields[fields.count - 1].append(byte)
        index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: fields.append([])
      case UInt8(ascii: "\n") where !isQuoted:
        close()
        start = line
      case UInt8(ascii: "\r") where !isQuoted: continue
      default: fields[fields.count - 1].append(byte)
      }
    }
    close()
    return rows
  }
}
