import CallboardCatalog
import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// Whose a finding is.
@Suite struct FindingPlacesTests {
  @Test func groupsFindingsByTheOwnerOfTheirEntity() throws {
    // The sample's lines: 1 is the group, 6 the user, 21 the shop, 36 the lamp.
    let elsewhere = Diagnostic(
      id: Diagnostic.ID(rawValue: "test"),
      severity: .error,
      summary: "no place",
      span: nil
    )
    let found =
      [(.note, 1), (.warning, 6), (.warning, 26), (.error, 36), (.error, 900)]
      .map { CatalogSample.finding($0, line: $1) } + [elsewhere]
    let places = FindingPlaces(CatalogSample.model(), found: found)
    let groups = OwnedFindings.grouped(found, by: places)
    let told = groups.map { group in
      "\(group.owner?.description ?? "nobody") \(group.errors) \(group.warnings) \(group.notes)"
    }
    #expect(
      told == [
        "group:default/sellers 1 1 1", "user:default/ann 1 1 0", "nobody 1 0 0",
      ]
    )
    #expect(places.worstSeverities(found).count == 4)
  }
}
