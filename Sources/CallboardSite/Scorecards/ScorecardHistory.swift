import CallboardJSON

/// The file of what builds found, one object a line, which an operator keeps from one build to the next.
///
///     {"date":"2026-11-21","scorecard":"production","owner":"group:default/payments-team","percent":83,"entities":6}
package enum ScorecardHistory {
  /// Where the site publishes it.
  package static let path = "scorecards/history.ndjson"
  /// So many days of one owner are kept.
  static let dayLimit = 60

  /// Lines that are no points are left out: a file of a later version must not fail an earlier one.
  package static func read(_ bytes: [UInt8]) -> [ScorecardPoint] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let value = try? JSONReader().read(Array(line)),
        let day = value["date"]?.string.flatMap({ CalendarDay($0) }),
        let scorecard = value["scorecard"]?.string, let owner = value["owner"]?.string,
        let percent = value["percent"]?.integer, let entities = value["entities"]?.integer,
        (0...100).contains(percent)
      else { return nil }
      return ScorecardPoint(
        day: day,
        scorecard: scorecard,
        owner: owner,
        percent: percent,
        entities: entities
      )
    }
  }

  /// Earlier points with those of today, which take the place of others of the same day; ascending by day.
  package static func merged(
    _ earlier: [ScorecardPoint],
    with new: [ScorecardPoint]
  ) -> [ScorecardPoint] {
    struct Key: Hashable {
      var owner: String
      var day: CalendarDay
    }
    var points: [Key: ScorecardPoint] = [:]
    for point in earlier + new { points[Key(owner: point.owner, day: point.day)] = point }
    let byOwner = Dictionary(grouping: points.values, by: \.owner)
    return byOwner.values
      .flatMap { $0.sorted { $0.day < $1.day }.suffix(dayLimit) }
      .sorted { ($0.day, $0.owner) < ($1.day, $1.owner) }
  }

  static func file(_ scored: [ScoredCatalog]) -> OutputFile {
    var writer = JSONWriter()
    for point in scored.flatMap(\.history) {
      writer.object { object in
        object.member("date", point.day.iso)
        object.member("scorecard", point.scorecard)
        object.member("owner", point.owner)
        object.member("percent", point.percent)
        object.member("entities", point.entities)
      }
      writer.endRecord()
    }
    return OutputFile(path: path, bytes: writer.bytes)
  }
}
