import CallboardDiagnostics
import Testing

@testable import CallboardCrawl

@Suite struct VersionSelectionTests {
  private static func tags(_ names: String...) -> [RepositoryReference] {
    names.map { RepositoryReference(kind: .tag, name: $0) }
  }

  private static func names(
    _ rule: VersionRule,
    _ references: [RepositoryReference]
  ) -> [String] {
    VersionSelection([rule], among: references, repository: "r").versions.map(\.name)
  }

  @Test func ordersVersionsAsTheyFollowOneAnother() {
    let ascending = [
      "no-number", "v0.9", "v1", "v1.0.1-alpha", "v1.0.1-alpha.2", "v1.0.1-beta", "v1.0.1-rc1",
      "v1.0.1-rc2", "v1.0.1-rc10", "v1.0.1", "1.2", "release-1.10", "app@2.0.0+7", "x/2.0.1-final",
      "2024-05-01", "2024-10-01", "v99999999999999999999",
    ]
    for (index, left) in ascending.dropLast(1).enumerated() {
      let right = ascending[index + 1]
      guard right != "v99999999999999999999" else { continue }
      #expect(VersionNumber(left) < VersionNumber(right), "\(left) < \(right)")
      #expect(!(VersionNumber(right) < VersionNumber(left)), "\(left) < \(right)")
    }
    #expect(VersionNumber("v1.0") == VersionNumber("1"))
    #expect(!VersionNumber("2024-05-01").isPrerelease)
    #expect(!VersionNumber("v1.0-lts").isPrerelease)
    #expect(VersionNumber("v99999999999999999999").numbers.isEmpty)
  }

  @Test func takesTheNewestOfEachSeries() throws {
    let references = Self.tags("v1.0.0", "v1.0.1", "v1.1.0", "v2.0.0", "v2.0.9", "v3.0.0-rc.1", "x")
    var rule = VersionRule(kind: .tag, pattern: try Glob("v*"))
    rule.newest = 2
    #expect(Self.names(rule, references) == ["v2.0.9", "v2.0.0"])
    rule.series = .minor
    #expect(Self.names(rule, references) == ["v2.0.9", "v1.1.0"])
    rule.series = .major
    rule.takesPrereleases = true
    #expect(Self.names(rule, references) == ["v3.0.0-rc.1", "v2.0.9"])
    // A pattern that names one tag means it.
    let exact = VersionRule(kind: .tag, pattern: try Glob("v3.0.0-rc.1"))
    #expect(Self.names(exact, references) == ["v3.0.0-rc.1"])
  }

  @Test func givesEachAddressToOneVersion() throws {
    var first = VersionRule(kind: .tag, pattern: try Glob("v*"))
    first.aliases = ["stable", "V1", "files"]
    var second = VersionRule(kind: .branch, pattern: try Glob("release/*"))
    second.aliases = ["Stable"]
    let references =
      Self.tags("v1", "v2") + [RepositoryReference(kind: .branch, name: "release/2 b")]
    let selection = VersionSelection([first, second], among: references, repository: "r")
    #expect(selection.versions.map(\.name) == ["v2", "v1", "release-2-b"])
    #expect(selection.versions.map(\.aliases) == [["stable"], [], []])
    #expect(
      selection.diagnostics.map(\.id.rawValue) == Array(repeating: "version-name-taken", count: 3)
    )
  }
}
