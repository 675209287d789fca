import CallboardCrawl
import CallboardDiagnostics
import CallboardYAML

/// `catalog.history` of `site.yaml`: how far back the changes of the catalog are followed.
package struct HistorySettings: Hashable, Sendable {
  /// The commits of a repository that changed a descriptor, the newest of them; 0 for no history.
  package var commits = 200
  /// Counted back from the newest of those commits; nil for any age.
  package var days: Int?

  package init() {}

  /// Reads what the operator wrote; a number out of its range is reported and not used.
  init(reading record: inout YAMLRecord) {
    if let commits = Self.number("commits", in: 0...10_000, of: &record) { self.commits = commits }
    days = Self.number("days", in: 1...36_500, of: &record)
  }

  var limits: HistoryLimits { HistoryLimits(commits: commits, days: days) }

  private static func number(
    _ key: String,
    in range: ClosedRange<Int>,
    of record: inout YAMLRecord
  ) -> Int? {
    guard let number = record.int(key) else { return nil }
    if range.contains(number) { return number }
    if let node = record.node(key) {
      let span = node.span(in: record.file)
      record.report(.historyLimitInvalid("catalog.history.\(key)", number, range, at: span))
    }
    return nil
  }
}
