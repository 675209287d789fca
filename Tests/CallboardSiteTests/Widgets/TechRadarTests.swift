import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// Files of radars.
@Suite struct TechRadarTests {
  private static func read(_ path: String, _ text: String) -> Diagnosed<TechRadar?> {
    TechRadar.read(Array(text.utf8), file: SourcePath(repository: "", path: path))
  }

  @Test func readsYAMLAndJSONAlike() throws {
    let yaml = Self.read(
      "tech.yaml",
      """
      title: Tech
      quadrants: [{id: lang, name: Languages}, data]
      rings: [adopt, hold]
      entries:
        - {title: Kotlin, quadrant: lang, ring: Adopt, moved: 1}
        - {name: Redis, quadrant: data, ring: hold, moved: out}
      """
    )
    let json = Self.read(
      "tech.json",
      """
      {"title": "Tech", "quadrants": [{"id": "lang", "name": "Languages"}, {"id": "data"}], "rings": ["adopt", "hold"],
       "entries": [{"title": "Kotlin", "quadrant": "Languages", "ring": "adopt", "moved": "in"},
                   {"title": "Redis", "quadrant": "data", "ring": "hold", "moved": "down"}]}
      """
    )
    let radar = try #require(json.output)
    #expect(json.diagnostics.isEmpty && yaml.diagnostics.isEmpty)
    #expect(radar.entries.map(\.title) == ["Kotlin", "Redis"])
    #expect(radar.entries.map(\.move) == [.inward, .outward])
    #expect(radar.quadrants.map(\.name) == ["Languages", "data"])
    #expect(yaml.output?.entries == radar.entries)
  }

  @Test func readsTables() throws {
    let read = Self.read(
      "my-tech.csv",
      "name,ring,quadrant,isNew,description\nKotlin,Adopt,Languages,FALSE,\"Money, and places\"\n\nRedis,Hold,Data,TRUE,\n"
    )
    let radar = try #require(read.output)
    #expect(read.diagnostics.isEmpty && radar.title == "My tech")
    #expect(radar.entries.map(\.description) == ["Money, and places", nil])
    #expect(radar.entries.map(\.move) == [.none, .new])
  }

  @Test func leavesOutEntriesWithoutAPlace() throws {
    let read = Self.read(
      "tech.yaml",
      """
      quadrants: [one, two]
      rings: [adopt]
      entries:
        - {title: Good, quadrant: one, ring: adopt}
        - {title: Lost, quadrant: three, ring: adopt}
        - {quadrant: one, ring: adopt}
      """
    )
    #expect(try #require(read.output).entries.map(\.title) == ["Good"])
    #expect(read.diagnostics.map(\.id) == [.radarInvalid, .radarInvalid])
    #expect(read.diagnostics.first?.span?.range.lowerBound.line == 5)
  }

  @Test(arguments: ["quadrants: [one]\nrings: [adopt]", "[]", "title: x"])
  func hasNothingToDrawWithoutQuadrantsAndRings(text: String) {
    let read = Self.read("tech.yaml", text)
    #expect(read.output == nil && !read.diagnostics.isEmpty)
  }
}
