import CallboardCatalog
import CallboardDiagnostics

/// The decisions of all repositories.
package struct DecisionLog: Sendable {
  /// The newest first; those without a day last.
  package private(set) var records: [DecisionRecord] = []
  /// Indexes into ``records``, in their order.
  private(set) var byEntity: [EntityRef: [Int]] = [:]

  package init() {}

  /// - Parameter records: In any order.
  package init(_ records: [DecisionRecord]) {
    self.records = records.sorted { left, right in
      if left.date != right.date {
        guard let one = left.date, let other = right.date else { return left.date != nil }
        return one > other
      }
      if left.number != right.number { return (left.number ?? -1) > (right.number ?? -1) }
      return left.source < right.source
    }
    for (index, record) in self.records.enumerated() {
      if let entity = record.entity { byEntity[entity, default: []].append(index) }
    }
    completeSupersessions()
  }

  /// A record that says what it supersedes tells it of the other one, too.
  private mutating func completeSupersessions() {
    var places: [String: Int] = [:]
    for (index, record) in records.enumerated() {
      for name in Self.names(of: record) { places[name] = index }
    }
    for index in records.indices {
      let record = records[index]
      let own = record.source.path.split(separator: "/").last.map(String.init) ?? ""
      for name in record.supersedes {
        guard let other = places[Self.folder(of: record) + name], other != index,
          records[other].supersededBy.isEmpty
        else { continue }
        records[other].supersededBy = [own]
        if records[other].status == "accepted" { records[other].status = "superseded" }
      }
    }
  }

  /// The record that another one of the same folder names by its file or number; nil for none.
  func record(named name: String, beside record: DecisionRecord) -> DecisionRecord? {
    guard let entity = record.entity, let indexes = byEntity[entity] else { return nil }
    let wanted = Self.folder(of: record) + name
    return indexes.lazy.map { records[$0] }.first { Self.names(of: $0).contains(wanted) }
  }

  private static func folder(of record: DecisionRecord) -> String {
    let path = record.source.path
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return "\(record.source.repository):\(folder)"
  }

  private static func names(of record: DecisionRecord) -> [String] {
    let file = record.source.path.split(separator: "/").last.map(String.init) ?? ""
    return ([file] + [record.number.map(String.init)].compactMap(\.self)).map {
      folder(of: record) + $0
    }
  }
}
