import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
package import CallboardSite
import CallboardYAML

/// What `site.yaml` says of scorecards.
package struct ScorecardSettings: Sendable {
  package var cards: [Scorecard] = []
  /// The file of what earlier builds found; nil without one.
  package var history: String?
}

extension SiteConfiguration {
  /// Reads `scorecards`.
  ///
  ///     scorecards:
  ///       history: scorecards.ndjson
  ///       cards:
  ///         - name: production
  ///           filter: {kind: component}
  ///           levels: [bronze, silver, gold]
  ///           checks:
  ///             - {title: Has an owner, level: bronze, matches: {relations.ownedBy: {$exists: true}}}
  static func scorecards(_ record: inout YAMLRecord) -> ScorecardSettings {
    let read = record.record("scorecards") { settings in
      var names: Set<String> = []
      let history = settings.string("history")
      let cards = settings.records("cards") { entry, node -> Scorecard? in
        guard let card = scorecard(&entry, at: node.span(in: entry.file)) else { return nil }
        guard names.insert(card.name).inserted else {
          let span = node.span(in: entry.file)
          entry.report(
            .scorecardInvalid("Two scorecards are called '\(card.name)'", "Rename one.", at: span)
          )
          return nil
        }
        return card
      }
      return ScorecardSettings(cards: (cards ?? []).compactMap(\.self), history: history)
    }
    return read ?? ScorecardSettings()
  }

  private static func scorecard(_ entry: inout YAMLRecord, at span: SourceSpan) -> Scorecard? {
    let name = entry.string("name") ?? ""
    let title = entry.string("title") ?? name
    let description = entry.string("description")
    let subject = condition("filter", &entry)
    let levels = entry.strings("levels") ?? ["done"]
    let checks = entry.records("checks") { check, node in
      Self.check(&check, levels: levels, at: node.span(in: check.file))
    }
    let isNamed =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
      }
    guard isNamed else {
      entry.report(
        .scorecardInvalid(
          "A scorecard needs a 'name' of small letters, digits and '-'",
          "Write 'name: production' for example; it is part of the page's address.",
          at: span
        )
      )
      return nil
    }
    guard !levels.isEmpty, let checks, !checks.isEmpty else {
      entry.report(
        .scorecardInvalid(
          "The scorecard '\(name)' has no checks",
          "List them under 'checks'.",
          at: span
        )
      )
      return nil
    }
    return Scorecard(
      name: name,
      title: title,
      description: description,
      subject: subject ?? .all([]),
      levels: levels,
      checks: checks.compactMap(\.self)
    )
  }

  private static func check(
    _ entry: inout YAMLRecord,
    levels: [String],
    at span: SourceSpan
  ) -> Scorecard.Check? {
    let title = entry.string("title")
    let help = entry.string("help")
    let level = entry.string("level")
    var rules: [Scorecard.Rule] = []
    if let condition = condition("matches", &entry) { rules.append(.matches(condition)) }
    if let key = entry.string("annotation") {
      let path = FieldPath("metadata.annotations." + key)
      rules.append(.matches(.field(path, .exists(true))))
    }
    if let node = entry.node("docs") {
      if let page = node.string {
        rules.append(.hasPage(page))
      } else if node.bool == true {
        rules.append(.hasDocs)
      }
    }
    if let pattern = entry.string("file") {
      rules.append(.hasFile(pattern))
      do throws(GlobError) { _ = try Glob(pattern) } catch {
        entry.report(
          .scorecardInvalid("'\(pattern)' is no pattern: \(error)", "Correct 'file'.", at: span)
        )
      }
    }
    if let days = entry.int("docsChangedWithin") { rules.append(.docsChangedWithin(days: days)) }
    guard let title else {
      entry.report(.scorecardInvalid("A check has no 'title'", "Say what is expected.", at: span))
      return nil
    }
    guard rules.count == 1 else {
      entry.report(
        .scorecardInvalid(
          "The check '\(title)' has \(rules.isEmpty ? "nothing" : "more than one thing") to look at",
          "Write one of 'matches', 'annotation', 'docs', 'file' and 'docsChangedWithin'.",
          at: span
        )
      )
      return nil
    }
    guard let index = level.map({ levels.firstIndex(of: $0) }) ?? 0 else {
      entry.report(
        .scorecardInvalid(
          "'\(level ?? "")' is no level of the scorecard",
          "Use one of: \(levels.joined(separator: ", ")).",
          at: span
        )
      )
      return nil
    }
    return Scorecard.Check(title: title, level: index, rule: rules[0], help: help)
  }
}
