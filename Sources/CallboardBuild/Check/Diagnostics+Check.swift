import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics

extension Diagnostic.ID {
  static let checkRuleUnknown = Self(rawValue: "check-rule-unknown")
  static let checkRuleLevel = Self(rawValue: "check-rule-level")
  static let checkRuleNotOff = Self(rawValue: "check-rule-not-off")
  static let entityRemoved = Self(rawValue: "entity-removed")
  static let checkPatternInvalid = Self(rawValue: "check-pattern-invalid")
}

extension Diagnostic {
  static func checkRuleUnknown(_ id: String, nearest: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .checkRuleUnknown,
      severity: .error,
      summary: "No finding has the id '\(id)'",
      span: span,
      help: [
        nearest.map { "Change it to '\($0)'." } ?? "Run 'callboard explain' for a list of all ids."
      ]
    )
  }

  /// - Parameter level: nil when it is no string.
  static func checkRuleLevel(_ level: String?, at span: SourceSpan) -> Diagnostic {
    let names = FindingRules.Level.names.joined(separator: ", ")
    return Diagnostic(
      id: .checkRuleLevel,
      severity: .error,
      summary: level.map { "'\($0)' is no level of a rule" } ?? "The rule has no level",
      span: span,
      help: [
        level.flatMap { NearestName.of($0, in: FindingRules.Level.names) }
          .map { "Change it to '\($0)'." } ?? "Use one of: \(names)."
      ]
    )
  }

  static func checkRuleNotOff(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .checkRuleNotOff,
      severity: .error,
      summary: "'\(id)' says that something is missing from the portal and cannot be switched off",
      span: span,
      help: ["Lower it to 'note', which changes no exit code."]
    )
  }

  static func checkPatternInvalid(
    _ pattern: String,
    _ error: GlobError,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .checkPatternInvalid,
      severity: .error,
      summary: "The pattern '\(pattern)' \(error)",
      span: span,
      help: ["Write a path with '*' for any name and '**' for any depth: 'docs/archive/**'."]
    )
  }
}

// One repository beside the published portal.
extension Diagnostic {
  static func entityDuplicate(_ entity: Entity, publishedFrom file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .entityDuplicate,
      severity: .error,
      summary: "'\(entity.ref)' is in the portal already, from the repository '\(file.repository)'",
      span: entity.nameSpan,
      notes: [Note("The entity that the portal has", span: .wholeFile(file))],
      help: [
        "Rename one of the two, or remove it.",
        "If it is this repository, name it as the portal does with '--name \(file.repository)'.",
      ]
    )
  }

  /// - Parameters:
  ///   - file: Where the portal has it from.
  ///   - named: Some of those that refer to it, with the relation as they see it.
  ///   - count: How many refer to it in all.
  static func entityRemoved(
    _ ref: EntityRef,
    from file: SourcePath,
    named: [(ref: EntityRef, type: String)],
    count: Int
  ) -> Diagnostic {
    let others =
      count == 1
      ? "an entity of another repository refers" : "\(count) entities of other repositories refer"
    var notes = named.map { Note("'\($0.ref)' has the relation '\($0.type)' to it") }
    if count > named.count { notes.append(Note("\(count - named.count) more refer to it")) }
    return Diagnostic(
      id: .entityRemoved,
      severity: .warning,
      summary: "'\(ref)' is declared here no more, and \(others) to it",
      span: .wholeFile(file),
      notes: notes,
      help: ["Change those references first, or keep the entity until they are gone."]
    )
  }
}
