import CallboardTestSupport
import Testing

/// In which order a page names what it starts with.
@Suite struct FirstViewTests {
  @Test func asksForAllAtOnceAndHoldsUpNothingBehindTheHead() throws {
    let site = try SampleSite()
    try site.folder.write([
      "site.yaml": (SampleSite.files["site.yaml"] ?? "") + "\nannouncements: news",
      "news/pause.md": "---\ntitle: A pause\nfrom: 2026-11-16\nseverity: warning\n---\nText.",
    ])
    _ = try site.build()
    let home = try site.page("index.html")
    #expect(home.contains("data-cb-banner="))
    // The parser waits for the boot script, which waits for every style sheet that stands before it.
    let names = [
      "<link rel=\"preload\" as=\"style\"", "<script type=\"module\"", "scripts/boot.js",
      "<link rel=\"stylesheet\"", "</head>",
    ]
    let places = names.compactMap { home.firstRange(of: $0)?.lowerBound }
    #expect(places.count == names.count && places == places.sorted())
    let body = home[(places.last ?? home.startIndex)...]
    #expect(!body.contains("<script src"))
  }
}
