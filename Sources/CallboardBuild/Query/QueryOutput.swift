import CallboardCatalog
import CallboardJSON

/// What is written of one entity.
enum QueryRow: Sendable {
  /// JSON or a reference.
  case bytes([UInt8])
  /// The texts of its columns.
  case cells([String])
}

/// Writes the answer to a query.
struct QueryOutput: Sendable {
  /// A column of a table.
  private struct Column: Sendable {
    var header: String
    var path: FieldPath

    init(_ header: String, _ path: String) {
      self.header = header
      self.path = FieldPath(path)
    }
  }

  private let format: QueryFormat
  private let columns: [Column]
  /// nil for whole entities.
  private let selection: FieldSelection?
  private let isGuardingFormulas: Bool

  private static let tableColumns = [
    Column("REF", "ref"), Column("TITLE", "metadata.title"), Column("TYPE", "spec.type"),
    Column("LIFECYCLE", "spec.lifecycle"), Column("OWNER", "relations.ownedBy"),
  ]
  private static let csvColumns = [
    "ref", "kind", "metadata.namespace", "metadata.name", "metadata.title", "spec.type",
    "spec.lifecycle", "relations.ownedBy", "relations.partOf", "metadata.tags",
  ].map { Column($0, $0) }

  init(_ request: QueryRequest) {
    format = request.format
    isGuardingFormulas = request.isGuardingFormulas
    selection = request.fields.isEmpty ? nil : FieldSelection(request.fields)
    let asked = request.fields.map { Column($0.text, $0.text) }
    columns =
      switch request.format {
      case .csv: asked.isEmpty ? Self.csvColumns : asked
      case .table: asked.isEmpty ? Self.tableColumns : asked
      case .json, .refs: []
      }
  }

  /// What is kept of an entity until the answer is sorted.
  func row(_ entity: JSONValue) -> QueryRow {
    switch format {
    case .json:
      var writer = JSONWriter(reservingCapacity: 1024)
      writer.value(selection?.part(of: entity) ?? entity)
      return .bytes(writer.bytes)
    case .refs:
      let ref = FieldPath("ref").values(in: entity).first?.string ?? ""
      return .bytes(Array(ref.utf8))
    case .csv, .table:
      return .cells(columns.map { Self.text(of: $0.path.values(in: entity)) })
    }
  }

  /// - Parameter write: Called with the answer, piece by piece.
  func write(_ rows: [QueryRow], _ write: ([UInt8]) -> Void) {
    switch format {
    case .json:
      write(Array("[".utf8))
      for (index, row) in rows.enumerated() {
        if case .bytes(let bytes) = row { write(Array((index == 0 ? "\n" : ",\n").utf8) + bytes) }
      }
      write(Array((rows.isEmpty ? "]\n" : "\n]\n").utf8))
    case .refs:
      for case .bytes(let bytes) in rows { write(bytes + [UInt8(ascii: "\n")]) }
    case .csv:
      let csv = CSVRecord(isGuardingFormulas: isGuardingFormulas)
      write(csv.bytes(columns.map(\.header)))
      for case .cells(let cells) in rows { write(csv.bytes(cells)) }
    case .table:
      let cells = rows.compactMap { row -> [String]? in
        guard case .cells(let cells) = row else { return nil }
        return cells
      }
      // An empty answer is no line at all, as for other tools that list things.
      if !cells.isEmpty { TextTable(header: columns.map(\.header), rows: cells).write(write) }
    }
  }

  /// All values with commas between them; objects as JSON.
  private static func text(of values: [JSONValue]) -> String {
    values.compactMap { value -> String? in
      switch value {
      case .null: return nil
      case .array(let elements): return text(of: elements)
      case .object:
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
      default: return QueryScalar.text(of: value)
      }
    }
    .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
