import CallboardCrawl
import CallboardDiagnostics
import CallboardYAML

extension SiteConfiguration {
  /// Reads `check`.
  mutating func readCheck(_ record: inout YAMLRecord) {
    let settings = record.record("check") { check in
      var settings = CheckSettings()
      settings.baseline = check.string("baseline")
      settings.portal = check.string("portal")
      settings.rules = Self.rules(&check)
      return settings
    }
    check = settings ?? CheckSettings()
  }

  private static func rules(_ check: inout YAMLRecord) -> FindingRules {
    guard let node = check.node("rules") else { return FindingRules() }
    // Read as a record for the finding about a value that is no mapping; its keys are ids.
    guard let mapping = node.mapping else {
      _ = check.record("rules") { _ in }
      return FindingRules()
    }
    let reference = DiagnosticReference.packed
    var rules = FindingRules()
    for entry in mapping.entries {
      let id = Diagnostic.ID(rawValue: entry.key)
      guard let explanation = reference.explanation(of: id) else {
        let nearest = NearestName.of(entry.key, in: reference.ids)
        check.report(
          .checkRuleUnknown(entry.key, nearest: nearest, at: entry.keySpan(in: check.file))
        )
        continue
      }
      let isError = explanation.severities.contains(.error)
      for item in entry.value.sequence ?? [entry.value] {
        guard let rule = rule(item, in: &check) else { continue }
        if rule.level == .off, isError {
          check.report(.checkRuleNotOff(entry.key, at: item.span(in: check.file)))
        }
        rules.rules[id, default: []].append(rule)
      }
    }
    return rules
  }

  /// A level, or a mapping of a level and of where it holds.
  private static func rule(
    _ node: YAMLNode,
    in check: inout YAMLRecord
  ) -> FindingRules.Rule? {
    guard let mapping = node.mapping else {
      return level(node, in: &check).map { FindingRules.Rule(level: $0) }
    }
    var record = YAMLRecord(mapping, named: "check.rules", file: check.file)
    let level = level(record.node("level") ?? node, in: &record)
    let repositories = record.strings("repositories")
    let paths = record.strings("paths")
    var globs: [Glob]?
    for pattern in paths ?? [] {
      do throws(GlobError) {
        globs = (globs ?? []) + [try Glob(pattern)]
      } catch {
        record.report(
          .checkPatternInvalid(pattern, error, at: node.span(in: check.file))
        )
      }
    }
    for finding in record.finish() { check.report(finding) }
    return level.map {
      FindingRules.Rule(level: $0, repositories: repositories, paths: paths == nil ? nil : globs)
    }
  }

  private static func level(
    _ node: YAMLNode,
    in record: inout YAMLRecord
  ) -> FindingRules.Level? {
    if let level = node.string.flatMap(FindingRules.Level.init(name:)) { return level }
    record.report(.checkRuleLevel(node.string, at: node.span(in: record.file)))
    return nil
  }
}
