package import CallboardCatalog
package import CallboardDiagnostics
import CallboardYAML

/// A radar of technologies as its file tells it.
package struct TechRadar: Hashable, Sendable {
  /// The name of its file without the extension; part of its address.
  package var name: String
  package var title: String
  package var description: String?
  /// The day that it was made; nil when the file does not say.
  package var date: CalendarDay?
  package var quadrants: [RadarChart.Quadrant]
  package var rings: [RadarChart.Ring]
  package var entries: [Entry]

  /// One technology.
  package struct Entry: Hashable, Sendable {
    package var title: String
    /// Indexes into ``TechRadar/quadrants`` and ``TechRadar/rings``.
    package var quadrant: Int
    package var ring: Int
    package var move: RadarChart.Move
    package var description: String?
    package var entity: EntityRef?
    package var url: String?
  }

  /// Reads a file by its extension: `.csv`, and YAML or JSON for all others.
  ///
  /// - Returns: nil when there is nothing to draw; what is wrong with single entries leaves those out.
  package static func read(_ bytes: [UInt8], file: SourcePath) -> Diagnosed<TechRadar?> {
    let fileName = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let name = fileName.lastIndex(of: ".").map { String(fileName[..<$0]) } ?? fileName
    if fileName.lowercased().hasSuffix(".csv") { return readCSV(bytes, name: name, file: file) }
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions())
    guard let mapping = parsed.output?.mapping else {
      let findings = parsed.diagnostics.isEmpty ? [.radarEmpty(file)] : parsed.diagnostics
      return Diagnosed(nil, diagnostics: findings)
    }
    var record = YAMLRecord(mapping, file: file)
    let radar = read(&record, name: name)
    return Diagnosed(radar, diagnostics: parsed.diagnostics + record.finish().map(\.asWarning))
  }

  private static func read(_ record: inout YAMLRecord, name: String) -> TechRadar? {
    var radar = TechRadar(
      name: name,
      title: record.string("title") ?? name,
      description: record.string("description"),
      date: record.string("date").flatMap { CalendarDay($0) },
      quadrants: [],
      rings: [],
      entries: []
    )
    func parts(_ key: String) -> [(id: String, name: String, text: String?)] {
      (record.node(key)?.sequence ?? []).compactMap { node in
        if let text = node.string { return (text, text, nil) }
        guard let mapping = node.mapping else { return nil }
        // Colours of other tools are read over: the theme has its own.
        let name = mapping["name"]?.string
        guard let id = mapping["id"]?.string ?? name, !id.isEmpty else { return nil }
        return (id, name ?? id, mapping["description"]?.string)
      }
    }
    radar.quadrants = parts("quadrants").prefix(8).map { .init(id: $0.id, name: $0.name) }
    radar.rings = parts("rings").prefix(8).map { .init(id: $0.id, name: $0.name, text: $0.text) }
    let entries = record.records("entries") { entry, node -> Entry? in
      let fields = Fields(
        title: entry.string("title") ?? entry.string("name"),
        quadrant: entry.string("quadrant"),
        ring: entry.string("ring"),
        moved: entry.node("moved").flatMap { $0.string ?? $0.int.map(String.init) },
        description: entry.string("description"),
        entity: entry.string("entity"),
        url: entry.string("url")
      )
      let span = node.span(in: entry.file)
      return radar.entry(fields, at: span).unwrap { entry.report($0) }
    }
    radar.entries = (entries ?? []).compactMap(\.self)
    guard radar.quadrants.count >= 2, !radar.rings.isEmpty else {
      record.report(.radarEmpty(record.file))
      return nil
    }
    return radar
  }

  /// What an entry says, before it is held against quadrants and rings.
  struct Fields {
    var title: String?
    var quadrant: String?
    var ring: String?
    var moved: String?
    var description: String?
    var entity: String?
    var url: String?
  }

  /// - Returns: nil for an entry without a place.
  func entry(_ fields: Fields, at span: SourceSpan) -> Diagnosed<Entry?> {
    guard let title = fields.title, !title.isEmpty else {
      return Diagnosed(nil, diagnostics: [.radarEntryUntitled(at: span)])
    }
    func index(_ text: String?, _ ids: [String], _ names: [String]) -> Int? {
      guard let text = text?.lowercased() else { return nil }
      return ids.firstIndex { $0.lowercased() == text }
        ?? names.firstIndex { $0.lowercased() == text }
    }
    guard let quadrant = index(fields.quadrant, quadrants.map(\.id), quadrants.map(\.name)) else {
      let names = quadrants.map(\.id)
      return Diagnosed(
        nil,
        diagnostics: [.radarPartUnknown("quadrant", fields.quadrant, of: title, names, at: span)]
      )
    }
    guard let ring = index(fields.ring, rings.map(\.id), rings.map(\.name)) else {
      let names = rings.map(\.id)
      return Diagnosed(
        nil,
        diagnostics: [.radarPartUnknown("ring", fields.ring, of: title, names, at: span)]
      )
    }
    let context = EntityRef.Context(kind: "component", namespace: "default")
    let isWeb =
      fields.url?.hasPrefix("https://") == true || fields.url?.hasPrefix("http://") == true
    return Diagnosed(
      Entry(
        title: title,
        quadrant: quadrant,
        ring: ring,
        move: Self.move(fields.moved),
        description: fields.description,
        entity: fields.entity.flatMap { try? EntityRef($0, in: context) },
        url: isWeb ? fields.url : nil
      )
    )
  }

  /// `in`, `up` and `1` have moved to the centre; other words have not moved.
  private static func move(_ text: String?) -> RadarChart.Move {
    switch text?.lowercased() {
    case "in", "up", "1": .inward
    case "out", "down", "-1": .outward
    case "new", "2", "true": .new
    default: .none
    }
  }
}

extension Diagnosed {
  /// The output, with each finding handed to somebody who keeps them.
  fileprivate func unwrap(_ report: (Diagnostic) -> Void) -> Output {
    for finding in diagnostics { report(finding) }
    return output
  }
}

extension Diagnostic {
  fileprivate var asWarning: Diagnostic {
    var warning = self
    warning.severity = min(severity, .warning)
    return warning
  }
}
