import CallboardCatalog

/// The pages of scorecards, and the card of an entity.
extension PageComposer {
  func scorecardsPage() -> WidgetPage {
    let items = model.scorecards.map { scored in
      let card = scored.scorecard
      let highest = card.levels.count - 1
      let count = scored.results.count { $0.level == highest }
      return WidgetList.Item(
        icon: "scorecard",
        [.link(WidgetLink(card.title, .site(Routes.scorecard(card.name).urlPath)))],
        text: card.description,
        details: [
          .text("\(count) of \(scored.results.count) at \(card.levels[highest])"),
          .text("\(Self.mean(scored.results)) %"),
        ]
      )
    }
    return WidgetPage(
      title: "Scorecards",
      description: "What is expected of entities, and how far each has come.",
      route: Routes.scorecards,
      kind: "scorecards",
      icon: "scorecard",
      section: Routes.scorecards,
      widgets: [Widget(id: "scorecards", .list(WidgetList(items)))]
    )
  }

  func scorecardPage(_ index: Int, _ number: Int) -> WidgetPage {
    let scored = model.scorecards[index]
    let card = scored.scorecard
    let route = Routes.scorecard(card.name)
    let widgets =
      number == 1
      ? [levelsWidget(scored), checksWidget(scored), ownersWidget(scored)] : []
    return WidgetPage(
      title: number > 1 ? "\(card.title), page \(number)" : card.title,
      description: card.description,
      route: Routes.page(number, of: route),
      kind: "scorecard",
      icon: "scorecard",
      section: Routes.scorecards,
      breadcrumbs: [("Scorecards", Routes.scorecards)],
      widgets: widgets + [entitiesWidget(scored, number)],
      pagination: (number, route, scored.results.count, PageSize.entities)
    )
  }

  /// How many entities have reached which level.
  private func levelsWidget(_ scored: ScoredCatalog) -> Widget {
    var stats = scored.scorecard.levels.indices.reversed().map { level in
      let count = scored.results.count { $0.level == level }
      return WidgetStat(Self.capitalised(scored.scorecard.levels[level]), "\(count)")
    }
    stats.append(WidgetStat("No level", "\(scored.results.count { $0.level == nil })"))
    let all = scored.history.reduce(into: [CalendarDay: (sum: Int, count: Int)]()) { days, point in
      days[point.day, default: (0, 0)].sum += point.percent * point.entities
      days[point.day, default: (0, 0)].count += point.entities
    }
    let points = all.sorted { $0.key < $1.key }.map { day, total in
      Sparkline.Point(day.label, total.sum / max(1, total.count))
    }
    stats.append(
      WidgetStat(
        "Checks passed",
        "\(Self.mean(scored.results)) %",
        trend: points.count > 1 ? Sparkline(points, maximum: 100, unit: " %") : nil
      )
    )
    return Widget(id: "levels", .stat(stats))
  }

  /// What is checked, and how many pass.
  private func checksWidget(_ scored: ScoredCatalog) -> Widget {
    let card = scored.scorecard
    let rows = card.checks.enumerated().map { index, check in
      let passed = scored.results.count { $0.isPassed[index] }
      return [
        WidgetTable.Cell([.text(check.title)], text: check.help),
        .init(.badge(Self.capitalised(card.levels[check.level]), .neutral)),
        .init(.text("\(passed) of \(scored.results.count)")),
      ]
    }
    let columns: [WidgetTable.Column] = [
      .init("check", "Check"), .init("level", "Level"), .init("passed", "Passed"),
    ]
    return Widget(
      id: "checks",
      title: "Checks",
      count: card.checks.count,
      .table(WidgetTable(columns: columns, rows: rows))
    )
  }

  /// How the entities of each owner stand, those with most left to do first.
  private func ownersWidget(_ scored: ScoredCatalog) -> Widget {
    let groups = Dictionary(grouping: scored.results) { $0.owner }
    let trends = Dictionary(grouping: scored.history, by: \.owner)
    let owners = groups.map { (owner: $0.key, mean: Self.mean($0.value), results: $0.value) }
      .sorted { left, right in
        if left.mean != right.mean { return left.mean < right.mean }
        return (left.owner?.description ?? "") < (right.owner?.description ?? "")
      }
    let highest = scored.scorecard.levels.count - 1
    let rows = owners.prefix(Self.ownerCount).map { entry in
      let points = (trends[entry.owner?.description ?? ""] ?? []).map {
        Sparkline.Point($0.day.label, $0.percent)
      }
      return [
        WidgetTable.Cell(entry.owner.map { .entity($0) } ?? .text("Nobody")),
        .init(.number(entry.results.count)),
        .init(.number(entry.results.count { $0.level == highest })),
        .init(.text("\(entry.mean) %")),
        .init(
          points.count > 1 ? .trend(Sparkline(points, maximum: 100, unit: " %")) : nil
        ),
      ]
    }
    let columns: [WidgetTable.Column] = [
      .init("owner", "Owner"), .init("entities", "Entities", isNumeric: true),
      .init("highest", "At \(scored.scorecard.levels[highest])", isNumeric: true),
      .init("passed", "Checks passed", isNumeric: true), .init("trend", "Trend"),
    ]
    let rest = owners.count - rows.count
    return Widget(
      id: "owners",
      title: "Owners",
      count: owners.count,
      note: rest > 0 ? "Those with most left to do; \(rest) more are left out." : nil,
      .table(WidgetTable(columns: columns, rows: rows))
    )
  }

  private static let ownerCount = 100

  private func entitiesWidget(_ scored: ScoredCatalog, _ number: Int) -> Widget {
    let card = scored.scorecard
    let range = PageSize.range(number, of: PageSize.entities, in: scored.results.count)
    let rows = scored.results[range].map { result in
      let next = nextChecks(of: result, on: card).first.map { "Next: " + $0.title }
      return [
        WidgetTable.Cell([.entity(result.entity)], text: next),
        .init(level(of: result, on: card)),
        .init(.text("\(result.passedCount) of \(card.checks.count)")),
        .init(result.owner.map { .entity($0) }),
      ]
    }
    let columns: [WidgetTable.Column] = [
      .init("name", "Name"), .init("level", "Level"), .init("passed", "Checks passed"),
      .init("owner", "Owner"),
    ]
    return Widget(
      id: "entities",
      title: "Entities",
      count: scored.results.count,
      .table(WidgetTable(columns: columns, rows: rows, look: .records))
    )
  }

  /// How an entity stands on each scorecard that is for it, with what to do next.
  func scorecardWidgets(of ref: EntityRef) -> [Widget] {
    model.scorecards.compactMap { scored in
      guard let result = scored.result(of: ref) else { return nil }
      let card = scored.scorecard
      let next = nextChecks(of: result, on: card)
      var states = next.prefix(Self.nextCount).map { check in
        WidgetStatus(
          [.text(check.title)],
          tone: .warning,
          state: "For \(card.levels[check.level])",
          text: check.help
        )
      }
      let level = result.level.map { Self.capitalised(card.levels[$0]) } ?? "No level"
      states.insert(
        WidgetStatus(
          [.text("\(result.passedCount) of \(card.checks.count) checks passed")],
          tone: result.level == nil ? .warning : .good,
          state: level
        ),
        at: 0
      )
      return Widget(
        id: "scorecard-\(card.name)",
        title: card.title,
        note: next.count > Self.nextCount
          ? "The first \(Self.nextCount) of \(next.count) things to do." : nil,
        more: WidgetLink("All entities", .site(Routes.scorecard(card.name).urlPath)),
        .status(states)
      )
    }
  }

  /// So many things to do stand on an entity's page.
  private static let nextCount = 4

  /// What is not passed, the lowest level first.
  private func nextChecks(
    of result: ScorecardResult,
    on card: Scorecard
  ) -> [Scorecard.Check] {
    let missing = zip(card.checks, result.isPassed).filter { !$1 }.map(\.0)
    return card.levels.indices.flatMap { level in missing.filter { $0.level == level } }
  }

  private func level(of result: ScorecardResult, on card: Scorecard) -> WidgetValue {
    guard let level = result.level else { return .badge("No level", .warning) }
    let isHighest = level == card.levels.count - 1
    return .badge(Self.capitalised(card.levels[level]), isHighest ? .good : .note)
  }

  private static func mean(_ results: [ScorecardResult]) -> Int {
    results.isEmpty ? 100 : results.reduce(0) { $0 + $1.percent } / results.count
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
