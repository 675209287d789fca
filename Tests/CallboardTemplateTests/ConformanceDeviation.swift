/// Where the engine differs from Nunjucks on purpose.
enum ConformanceDeviation {
  /// The reason of each deviation, by the name of the case.
  static let reasons: [String: String] = Dictionary(
    all.flatMap { reason, names in names.map { ($0, reason) } },
    uniquingKeysWith: { first, _ in first }
  )

  private static let all: [(reason: String, cases: [String])] = []
}
