package import CallboardCatalog

/// What is expected of some of the entities, in levels, each with the checks that lead to it.
package struct Scorecard: Hashable, Sendable {
  /// Part of its address: letters, digits and `-`.
  package var name: String
  package var title: String
  package var description: String?
  /// Which entities it is for.
  package var subject: EntityPredicate
  /// From the lowest to the highest; at least one.
  package var levels: [String]
  package var checks: [Check]

  package init(
    name: String,
    title: String,
    description: String?,
    subject: EntityPredicate,
    levels: [String],
    checks: [Check]
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.subject = subject
    self.levels = levels
    self.checks = checks
  }

  /// One thing that is expected.
  package struct Check: Hashable, Sendable {
    package var title: String
    /// An index into ``Scorecard/levels``.
    package var level: Int
    package var rule: Rule
    /// What to do when it does not hold.
    package var help: String?

    package init(title: String, level: Int, rule: Rule, help: String?) {
      self.title = title
      self.level = level
      self.rule = rule
      self.help = help
    }
  }

  /// What a check looks at.
  package enum Rule: Hashable, Sendable {
    /// The entity, by a condition of queries.
    case matches(EntityPredicate)
    /// Whether there is documentation, its own or the one that an annotation names.
    case hasDocs
    /// A page of the documentation, by its path below the docs: `runbooks/index.md` or `runbooks`.
    case hasPage(String)
    /// A file of the repository, by a pattern of paths from the folder of the descriptor.
    case hasFile(String)
    /// The documentation was changed so many days, or fewer, before the newest commit of the site.
    case docsChangedWithin(days: Int)
  }
}

/// How one entity stands on a scorecard.
package struct ScorecardResult: Hashable, Sendable {
  package var entity: EntityRef
  package var owner: EntityRef?
  /// Of each check, in the scorecard's order.
  package var isPassed: [Bool]
  /// The highest level whose checks, and those of all levels below, are passed: an index; nil for none.
  package var level: Int?

  package var passedCount: Int { isPassed.count { $0 } }

  /// - Parameter isPassed: Of each check of the scorecard.
  package init(
    entity: EntityRef,
    owner: EntityRef?,
    isPassed: [Bool],
    on scorecard: Scorecard
  ) {
    self.entity = entity
    self.owner = owner
    self.isPassed = isPassed
    level = nil
    for index in scorecard.levels.indices {
      let isReached = zip(scorecard.checks, isPassed).allSatisfy { $0.level != index || $1 }
      guard isReached else { break }
      level = index
    }
  }

  /// What share of the checks is passed, in per cent; 100 without checks.
  package var percent: Int {
    isPassed.isEmpty ? 100 : passedCount * 100 / isPassed.count
  }

  /// The mean of the shares of passed checks, in per cent; 100 without results.
  static func mean(_ results: [ScorecardResult]) -> Int {
    results.isEmpty ? 100 : results.reduce(0) { $0 + $1.percent } / results.count
  }
}

/// A scorecard with the results of its entities.
package struct ScoredCatalog: Sendable {
  package var scorecard: Scorecard
  /// In the order of the catalog.
  package var results: [ScorecardResult]
  /// What earlier builds found, and this one; ascending by day.
  package var history: [ScorecardPoint]
  private let indexes: [EntityRef: Int]

  package init(scorecard: Scorecard, results: [ScorecardResult], history: [ScorecardPoint]) {
    self.scorecard = scorecard
    self.results = results
    self.history = history
    indexes = Dictionary(
      results.enumerated().map { ($1.entity, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// nil for an entity that the scorecard is not for.
  package func result(of ref: EntityRef) -> ScorecardResult? { indexes[ref].map { results[$0] } }
}

/// How the entities of one owner stood on one day.
package struct ScorecardPoint: Hashable, Sendable {
  package var day: CalendarDay
  package var scorecard: String
  /// A reference; empty for entities without an owner.
  package var owner: String
  /// The mean of the entities' shares of passed checks, in per cent.
  package var percent: Int
  package var entities: Int

  package init(day: CalendarDay, scorecard: String, owner: String, percent: Int, entities: Int) {
    self.day = day
    self.scorecard = scorecard
    self.owner = owner
    self.percent = percent
    self.entities = entities
  }
}
