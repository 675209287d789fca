import CallboardCatalog

/// The pages of scorecards, and the card of an entity.
extension PageComposer {
  func scorecardsPage() -> WidgetPage {
    let items = model.scorecards.map { scored in
      let card = scored.scorecard
      return WidgetList.Item(
        icon: "scorecard",
        [.link(WidgetLink(card.title, .site(Routes.scorecard(card.name).urlPath)))],
        text: card.description,
        details: [.text(reached(scored)), .text(percent(ScorecardResult.mean(scored.results)))]
      )
    }
    return WidgetPage(
      title: strings.text("nav.scorecards"),
      description: strings.text("scorecard.list"),
      route: Routes.scorecards,
      kind: "scorecards",
      icon: "scorecard",
      section: Routes.scorecards,
      widgets: [Widget(id: "scorecards", .list(WidgetList(items)))]
    )
  }

  /// `12 of 30 at gold`.
  private func reached(_ scored: ScoredCatalog) -> String {
    let highest = scored.scorecard.levels.count - 1
    return strings.text(
      "scorecard.reached",
      [
        "reached": String(scored.results.count { $0.level == highest }),
        "total": String(scored.results.count),
        "level": scored.scorecard.levels[highest],
      ]
    )
  }

  /// A page of the entities of a scorecard; the first one has the sums as well.
  ///
  /// - Parameter index: Into ``SiteModel/scorecards``.
  func scorecardPage(_ index: Int, _ number: Int) -> WidgetPage {
    let scored = model.scorecards[index]
    let card = scored.scorecard
    let route = Routes.scorecard(card.name)
    let sums =
      number == 1 ? [levelsWidget(scored), checksWidget(scored), ownersWidget(scored)] : []
    let section = Self.sections(of: model)["scorecards"]
    return WidgetPage(
      title: strings.title(card.title, page: number),
      description: card.description,
      route: Routes.page(number, of: route),
      kind: "scorecard",
      icon: "scorecard",
      section: section ?? Routes.scorecards,
      breadcrumbs: section == nil ? [(strings.text("nav.scorecards"), Routes.scorecards)] : [],
      widgets: sums + [entitiesWidget(scored, number)],
      pagination: (number, route, scored.results.count, PageSize.entities)
    )
  }

  /// How many entities have reached which level.
  private func levelsWidget(_ scored: ScoredCatalog) -> Widget {
    var stats = scored.scorecard.levels.indices.reversed().map { level in
      let count = scored.results.count { $0.level == level }
      return WidgetStat(Self.capitalised(scored.scorecard.levels[level]), "\(count)")
    }
    stats.append(
      WidgetStat(
        strings.text("scorecard.no-level"),
        "\(scored.results.count { $0.level == nil })"
      )
    )
    let days = Dictionary(grouping: scored.history, by: \.day).sorted { $0.key < $1.key }
    let points = days.map { day, points in
      let entities = points.reduce(0) { $0 + $1.entities }
      let sum = points.reduce(0) { $0 + $1.percent * $1.entities }
      return Sparkline.Point(day.label(strings), sum / max(1, entities))
    }
    stats.append(
      WidgetStat(
        strings.text("scorecard.passed"),
        percent(ScorecardResult.mean(scored.results)),
        trend: trend(points)
      )
    )
    return Widget(id: "levels", .stat(stats))
  }

  /// nil where there is nothing to compare.
  private func trend(_ points: [Sparkline.Point]) -> Sparkline? {
    guard points.count > 1 else { return nil }
    return Sparkline(points, maximum: 100, unit: percentUnit)
  }

  private func percent(_ number: Int) -> String {
    strings.text("common.percent", ["number": String(number)])
  }

  private var percentUnit: String { strings.text("common.percent", ["number": ""]) }

  private func passed(_ count: Int, of total: Int) -> String {
    strings.text("scorecard.passed-of", ["passed": String(count), "total": String(total)])
  }

  /// What is checked, and how many pass.
  private func checksWidget(_ scored: ScoredCatalog) -> Widget {
    let card = scored.scorecard
    let rows = card.checks.enumerated().map { index, check in
      let count = scored.results.count { $0.isPassed[index] }
      return [
        WidgetTable.Cell([.text(check.title)], text: check.help),
        .init(.badge(Self.capitalised(card.levels[check.level]), .neutral)),
        .init(.text(passed(count, of: scored.results.count))),
      ]
    }
    let columns: [WidgetTable.Column] = [
      .init("check", strings.text("scorecard.check")),
      .init("level", strings.text("scorecard.level")),
      .init("passed", strings.text("scorecard.passed-by"), isNumeric: true),
    ]
    return Widget(
      id: "checks",
      title: strings.text("scorecard.checks"),
      count: card.checks.count,
      .table(WidgetTable(columns: columns, rows: rows))
    )
  }

  /// How the entities of each owner stand, those with most left to do first.
  private func ownersWidget(_ scored: ScoredCatalog) -> Widget {
    let groups = Dictionary(grouping: scored.results) { $0.owner }
    let trends = Dictionary(grouping: scored.history, by: \.owner)
    let owners = groups.map {
      (owner: $0.key, mean: ScorecardResult.mean($0.value), results: $0.value)
    }
    .sorted { left, right in
      if left.mean != right.mean { return left.mean < right.mean }
      return (left.owner?.description ?? "") < (right.owner?.description ?? "")
    }
    let highest = scored.scorecard.levels.count - 1
    let rows = owners.prefix(Self.ownerCount).map { entry in
      let points = (trends[entry.owner?.description ?? ""] ?? []).map {
        Sparkline.Point($0.day.label(strings), $0.percent)
      }
      return [
        WidgetTable.Cell(
          entry.owner.map { .entity($0) } ?? .text(strings.text("common.nobody"))
        ),
        .init(.number(entry.results.count)),
        .init(.number(entry.results.count { $0.level == highest })),
        .init(.text(percent(entry.mean))),
        .init(trend(points).map { .trend($0) }),
      ]
    }
    let columns: [WidgetTable.Column] = [
      .init("owner", strings.text("column.owner")),
      .init("entities", strings.text("common.entities"), isNumeric: true),
      .init(
        "highest",
        strings.text("scorecard.at", ["level": scored.scorecard.levels[highest]]),
        isNumeric: true
      ),
      .init("passed", strings.text("scorecard.passed"), isNumeric: true),
      .init("trend", strings.text("scorecard.trend")),
    ]
    let rest = owners.count - rows.count
    return Widget(
      id: "owners",
      title: strings.text("facet.owner-many"),
      count: owners.count,
      note: rest > 0 ? strings.text("scorecard.owners-rest", count: rest) : nil,
      .table(WidgetTable(columns: columns, rows: rows))
    )
  }

  private static let ownerCount = 100

  private func entitiesWidget(_ scored: ScoredCatalog, _ number: Int) -> Widget {
    let card = scored.scorecard
    let range = PageSize.range(number, of: PageSize.entities, in: scored.results.count)
    let rows = scored.results[range].map { result in
      let next = nextChecks(of: result, on: card).first
      return [
        WidgetTable.Cell(
          [.entity(result.entity)],
          text: next.map { strings.text("scorecard.next", ["check": $0.title]) }
        ),
        .init(level(of: result, on: card)),
        .init(.text(passed(result.passedCount, of: card.checks.count))),
        .init(result.owner.map { .entity($0) }),
      ]
    }
    let columns: [WidgetTable.Column] = [
      .init("name", strings.text("column.name")),
      .init("level", strings.text("scorecard.level")),
      .init("passed", strings.text("scorecard.passed")),
      .init("owner", strings.text("column.owner")),
    ]
    return Widget(
      id: "entities",
      title: strings.text("common.entities"),
      count: scored.results.count,
      .table(WidgetTable(columns: columns, rows: rows, look: .records))
    )
  }

  /// How an entity stands on each scorecard that is for it, with what to do next; nil when none is.
  func scorecardsWidget(of ref: EntityRef) -> Widget? {
    var states: [WidgetStatus] = []
    var named: [Scorecard] = []
    for scored in model.scorecards {
      guard let result = scored.result(of: ref) else { continue }
      named.append(scored.scorecard)
      states += self.states(of: result, on: scored.scorecard)
    }
    guard !named.isEmpty else { return nil }
    let route =
      named.count == 1
      ? Routes.scorecard(named[0].name)
      : Self.sections(of: model)["scorecards"] ?? Routes.scorecards
    return Widget(
      id: "scorecards",
      title: named.count == 1 ? named[0].title : strings.text("nav.scorecards"),
      more: WidgetLink(strings.text("scorecard.all"), .site(route.urlPath)),
      .status(states)
    )
  }

  /// The level, and below it the first things to do.
  private func states(of result: ScorecardResult, on card: Scorecard) -> [WidgetStatus] {
    let next = nextChecks(of: result, on: card)
    let level = result.level.map { Self.capitalised(card.levels[$0]) }
    let count = strings.text(
      "scorecard.entity-passed",
      ["passed": String(result.passedCount), "total": String(card.checks.count)]
    )
    let head = WidgetStatus(
      model.scorecards.count == 1
        ? [.text(count)]
        : [.link(WidgetLink(card.title, .site(Routes.scorecard(card.name).urlPath)))],
      tone: result.level == nil ? .warning : .good,
      state: level ?? strings.text("scorecard.no-level"),
      text: model.scorecards.count == 1 ? nil : count
    )
    return [head]
      + next.prefix(Self.nextCount).map { check in
        WidgetStatus(
          [.text(check.title)],
          tone: .neutral,
          state: strings.text("scorecard.for-level", ["level": card.levels[check.level]]),
          text: check.help
        )
      }
  }

  /// So many things to do stand on an entity's page for each scorecard.
  private static let nextCount = 3

  /// What is not passed, the lowest level first.
  private func nextChecks(of result: ScorecardResult, on card: Scorecard) -> [Scorecard.Check] {
    let missing = zip(card.checks, result.isPassed).filter { !$1 }.map(\.0)
    return card.levels.indices.flatMap { level in missing.filter { $0.level == level } }
  }

  private func level(of result: ScorecardResult, on card: Scorecard) -> WidgetValue {
    guard let level = result.level else {
      return .badge(strings.text("scorecard.no-level"), .warning)
    }
    let isHighest = level == card.levels.count - 1
    return .badge(Self.capitalised(card.levels[level]), isHighest ? .good : .note)
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
