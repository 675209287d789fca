import CallboardCatalog
import CallboardDiagnostics

/// The findings of one owner.
struct OwnedFindings {
  /// nil for findings that nobody answers for.
  var owner: EntityRef?
  /// In the order of the whole list.
  var found: [Diagnostic]
  var errors = 0
  var warnings = 0
  var notes = 0

  /// All findings by their owner: who has most errors comes first, then most warnings; nobody last.
  static func grouped(_ found: [Diagnostic], by places: FindingPlaces) -> [OwnedFindings] {
    var groups: [EntityRef?: OwnedFindings] = [:]
    for finding in found {
      let owner = places.owner(of: finding)
      groups[owner, default: OwnedFindings(owner: owner, found: [])].add(finding)
    }
    return groups.values.sorted { left, right in
      guard let leftOwner = left.owner, let rightOwner = right.owner else {
        return left.owner != nil
      }
      if left.errors != right.errors { return left.errors > right.errors }
      if left.warnings != right.warnings { return left.warnings > right.warnings }
      if left.notes != right.notes { return left.notes > right.notes }
      return leftOwner < rightOwner
    }
  }

  private mutating func add(_ finding: Diagnostic) {
    found.append(finding)
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }
}
