import CallboardDiagnostics

extension [Diagnostic] {
  /// How many findings of one kind a file may have. Nobody mends more at once, and a file of many thousand broken
  /// documents would fill everyone's problems pages and cost everyone's build.
  private static var limitOfOneKind: Int { 200 }

  /// Leaves out what a file has too many of, from an index on, and says so.
  mutating func shorten(from start: Int, file: SourcePath) {
    guard count - start > Self.limitOfOneKind else { return }
    var counts: [Diagnostic.ID: Int] = [:]
    var kept = 0
    let found = self[start...]
    removeSubrange(start...)
    for finding in found {
      counts[finding.id, default: 0] += 1
      guard counts[finding.id, default: 0] <= Self.limitOfOneKind else { continue }
      kept += 1
      append(finding)
    }
    guard kept < found.count else { return }
    append(.furtherFindings(found.count - kept, file: file))
  }

  /// Without what files have too many of, with a finding for each of those at the end.
  func shortened() -> [Diagnostic] {
    guard count > Self.limitOfOneKind else { return self }
    var counts: [SourcePath: [Diagnostic.ID: Int]] = [:]
    var left: [SourcePath: Int] = [:]
    var kept = filter { finding in
      guard let file = finding.span?.file else { return true }
      counts[file, default: [:]][finding.id, default: 0] += 1
      let isKept = counts[file, default: [:]][finding.id, default: 0] <= Self.limitOfOneKind
      if !isKept { left[file, default: 0] += 1 }
      return isKept
    }
    for (file, count) in left.sorted(by: { $0.key < $1.key }) {
      kept.append(.furtherFindings(count, file: file))
    }
    return kept
  }
}

/// How many findings a repository may have in all: many files with a few each are a flood as well.
struct FindingCeiling {
  /// Of findings, in each repository.
  static let limit = 10_000

  private var counts: [String: Int] = [:]
  /// By repository: how many were left out, and the file of the first of them.
  private var left: [String: (count: Int, file: SourcePath)] = [:]

  /// Whether there is room for a finding, which is counted. Those of no repository always have room.
  mutating func admits(_ finding: Diagnostic) -> Bool {
    guard let file = finding.span?.file, !file.repository.isEmpty else { return true }
    let count = counts[file.repository, default: 0]
    guard count >= Self.limit, finding.id != .limitFindings else {
      counts[file.repository] = count + 1
      return true
    }
    left[file.repository, default: (0, file)].count += 1
    return false
  }

  /// One finding for each repository that had more than there is room for.
  var findings: [Diagnostic] {
    left.sorted { $0.key < $1.key }.map { repository, left in
      .furtherFindings(left.count, file: left.file, of: "the repository '\(repository)'")
    }
  }
}

extension [Diagnostic] {
  /// Sorted, and without what repositories have too many of in all.
  mutating func sortBelowCeiling() {
    sort()
    guard count > FindingCeiling.limit else { return }
    var ceiling = FindingCeiling()
    removeAll { !ceiling.admits($0) }
    append(contentsOf: ceiling.findings)
    sort()
  }
}

extension Diagnostic {
  fileprivate static func furtherFindings(
    _ count: Int,
    file: SourcePath,
    of whole: String = "this file"
  ) -> Diagnostic {
    Diagnostic(
      id: .limitFindings,
      severity: .error,
      summary: "\(count) further findings of \(whole) are left out",
      span: .wholeFile(file),
      help: ["Mend those that are shown, then build again."]
    )
  }
}

extension Diagnostic.ID {
  static let limitFindings = Self(rawValue: "limit-findings")
}
