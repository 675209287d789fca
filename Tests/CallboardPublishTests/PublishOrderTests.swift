import Testing

@testable import CallboardPublish

@Suite struct PublishOrderTests {
  @Test func sendsWhatPagesLoadThenPagesThenWhatLeadsToThem() {
    let paths = [
      "sitemap.xml", "announcements/feed.atom", "index.html", "docs/a/index.html", "assets/x.css",
      "_redirects",
      "api/v1/index.json",
    ]
    #expect(
      PublishOrder.sorted(paths) == [
        "assets/x.css", "docs/a/index.html", "_redirects", "announcements/feed.atom",
        "api/v1/index.json", "index.html", "sitemap.xml",
      ]
    )
  }

  @Test func sendsNewPagesBeforeChangedOnes() {
    var changes = PublishChanges()
    changes.added = ["z/index.html", "z.png"]
    changes.changed = ["a/index.html", "index.html"]
    #expect(changes.uploads == [["z.png"], ["z/index.html"], ["a/index.html"], ["index.html"]])
  }
}
