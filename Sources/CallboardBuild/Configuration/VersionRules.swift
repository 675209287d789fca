import CallboardCrawl
import CallboardDiagnostics
import CallboardYAML

/// Reads `versions`, of the whole site or of one source.
///
///     versions:
///       - tags: v*
///         newest: 3
///         aliases: [stable]
///         default: true
///       - branches: main
///         name: next
enum VersionRules {
  /// nil when the key is absent; an empty list stands for no versions.
  static func read(_ key: String, from record: inout YAMLRecord) -> [VersionRule]? {
    var hasDefault = false
    let rules = record.records(key) { entry, node -> VersionRule? in
      let rule = rule(&entry, node)
      if rule?.isDefault == true {
        if hasDefault {
          entry.report(.versionInvalid("Two entries are the default one", at: node, entry))
        }
        hasDefault = true
      }
      return rule
    }
    return rules.map { $0.compactMap(\.self) }
  }

  private static func rule(_ entry: inout YAMLRecord, _ node: YAMLNode) -> VersionRule? {
    let texts = (tags: entry.string("tags"), branches: entry.string("branches"))
    let newest = number(&entry)
    let series = series(&entry)
    let name = entry.string("name")
    let aliases = entry.strings("aliases") ?? []
    let isDefault = entry.bool("default") ?? false
    let takesPrereleases = entry.bool("prereleases") ?? false
    let kind: RepositoryReference.Kind
    let text: String
    switch texts {
    case (let pattern?, nil): (kind, text) = (.tag, pattern)
    case (nil, let pattern?): (kind, text) = (.branch, pattern)
    default:
      entry.report(.versionInvalid("A version has either 'tags' or 'branches'", at: node, entry))
      return nil
    }
    let pattern: Glob
    do throws(GlobError) {
      pattern = try Glob(text)
    } catch {
      entry.report(.versionInvalid("The pattern '\(text)' \(error)", at: node, entry))
      return nil
    }
    var rule = VersionRule(kind: kind, pattern: pattern, span: node.span(in: entry.file))
    rule.newest = newest ?? rule.newest
    rule.series = series ?? rule.series
    rule.takesPrereleases = takesPrereleases
    rule.name = name
    rule.aliases = aliases
    rule.isDefault = isDefault
    return rule
  }

  private static func number(_ entry: inout YAMLRecord) -> Int? {
    guard let number = entry.int("newest"), let node = entry.node("newest") else { return nil }
    if 1...VersionRule.maximumCount ~= number { return number }
    let summary = "'newest' is a number from 1 to \(VersionRule.maximumCount)"
    entry.report(.versionInvalid(summary, at: node, entry))
    return nil
  }

  private static func series(_ entry: inout YAMLRecord) -> VersionRule.Series? {
    guard let text = entry.string("per"), let node = entry.node("per") else { return nil }
    if let series = VersionRule.Series(rawValue: text) { return series }
    entry.report(.versionInvalid("'per' is 'major', 'minor' or 'patch'", at: node, entry))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func versionInvalid(
    _ summary: String,
    at node: YAMLNode,
    _ record: YAMLRecord
  ) -> Diagnostic {
    .versionInvalid(summary, at: node.span(in: record.file))
  }
}
