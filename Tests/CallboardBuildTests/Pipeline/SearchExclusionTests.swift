import CallboardTestSupport
import Foundation
import Testing

@Suite struct SearchExclusionTests {
  @Test func aPageKeptOutOfSearchIsNotInItsListOfTitlesEither() throws {
    let site = try SampleSite()
    try site.folder.write([
      "repos/shop/docs/attic.md": """
      ---
      search: {exclude: true}
      ---
      # Old attic

      Nobody looks for this, but links lead here.
      """
    ])
    _ = try site.build()

    #expect(try site.page("docs/default/component/shop/attic/index.html").contains("Old attic"))
    let titles = try site.page("search/titles/index.html")
    #expect(titles.contains("Setting up"))
    #expect(!titles.contains("Old attic"))
    let index = URL(filePath: "\(site.folder.path)/dist/search/index")
    let files = try #require(
      FileManager.default.enumerator(at: index, includingPropertiesForKeys: nil)
    )
    let holders = try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }.filter {
      try String(contentsOf: $0, encoding: .utf8).contains("attic")
    }
    #expect(holders == [])
  }
}
