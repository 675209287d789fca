import CallboardDiagnostics

/// Decides which of a repository's tags and branches are versions of its docs, and what they are called.
struct VersionSelection: Sendable {
  /// In the order of the rules, and the newest first.
  private(set) var versions: [SelectedVersion] = []
  /// The rules that no tag or branch matches, by their index.
  private(set) var unmatchedRules: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// One version before it is read.
  struct SelectedVersion: Equatable, Sendable {
    var reference: RepositoryReference
    /// Fit for one part of an address.
    var name: String
    var aliases: [String] = []
    var isDefault = false
  }

  /// Below a version's address, this name stands for files; so no version may have it.
  private static let reservedName = "files"

  /// - Parameter references: All tags and branches; the order does not matter.
  init(_ rules: [VersionRule], among references: [RepositoryReference], repository: String) {
    // What an address is taken by, in lower case, and by which version.
    var owners = [Self.reservedName: -1]
    var newestByRule: [(rule: VersionRule, version: Int)] = []
    for (index, rule) in rules.enumerated() {
      let matches = Self.matches(rule, references)
      if matches.isEmpty { unmatchedRules.append(index) }
      for (position, reference) in matches.enumerated() {
        let name = position == 0 ? rule.name ?? reference.name : reference.name
        let component = Self.component(name)
        // An earlier rule may have taken the same one under another name.
        var version = versions.firstIndex { $0.reference == reference }
        if version == nil {
          guard owners[component.lowercased()] == nil else {
            diagnostics.append(.versionNameTaken(name, of: repository, at: rule.span))
            continue
          }
          owners[component.lowercased()] = versions.count
          version = versions.count
          versions.append(SelectedVersion(reference: reference, name: component))
        }
        if position == 0, let version { newestByRule.append((rule, version)) }
      }
    }
    // Names come first, so that an alias never takes the address of a version.
    for (rule, version) in newestByRule {
      for alias in rule.aliases.map(Self.component) {
        guard owners.updateValue(version, forKey: alias.lowercased()) == nil else {
          diagnostics.append(.versionNameTaken(alias, of: repository, at: rule.span))
          continue
        }
        versions[version].aliases.append(alias)
      }
      if rule.isDefault, !versions.contains(where: \.isDefault) {
        versions[version].isDefault = true
      }
    }
  }

  /// Gives the address without a version to a reference, if no rule has said which version has it.
  mutating func makeDefault(_ reference: RepositoryReference) {
    guard !versions.isEmpty, !versions.contains(where: \.isDefault) else { return }
    if let index = versions.firstIndex(where: { $0.reference == reference }) {
      versions[index].isDefault = true
      return
    }
    let taken = Set(versions.flatMap { [$0.name] + $0.aliases }.map { $0.lowercased() })
    let name = Self.component(reference.name)
    let isFree = !taken.contains(name.lowercased()) && name.lowercased() != Self.reservedName
    versions.insert(
      SelectedVersion(reference: reference, name: isFree ? name : "current", isDefault: true),
      at: 0
    )
  }

  /// What a rule takes, the newest first.
  private static func matches(
    _ rule: VersionRule,
    _ references: [RepositoryReference]
  ) -> [RepositoryReference] {
    let isExact = !Glob.isPattern(rule.pattern.description)
    let numbered = references.filter { $0.kind == rule.kind && rule.pattern.matches($0.name) }
      .map { (reference: $0, number: VersionNumber($0.name)) }
      .filter {
        isExact || rule.takesPrereleases || !$0.number.isPrerelease || rule.kind == .branch
      }
      .sorted { left, right in
        left.number == right.number
          ? left.reference.name.precedesInBytes(right.reference.name) : right.number < left.number
      }
    var seen: Set<[Int]> = []
    let newest = numbered.filter { entry in
      switch rule.series {
      case .major: seen.insert([entry.number.number(0)]).inserted
      case .minor: seen.insert([entry.number.number(0), entry.number.number(1)]).inserted
      case .patch: true
      }
    }
    return newest.prefix(max(1, rule.newest)).map(\.reference)
  }

  /// The part of an address that a name becomes: `release/1.2` → `release-1.2`.
  private static func component(_ name: String) -> String {
    let bytes = name.utf8.map { PercentCode.isUnreserved($0) ? $0 : UInt8(ascii: "-") }
    let text = String(decoding: bytes.drop { $0 == UInt8(ascii: ".") }, as: UTF8.self)
    return text.isEmpty || text == "-" ? "version" : text
  }
}
