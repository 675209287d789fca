import CallboardBuild
import Testing

@testable import CallboardPublish

@Suite struct PublishedFilesTests {
  @Test func comesBackFromItsText() throws {
    var list = PublishedFiles()
    list.files["a b/ü.html"] = .some(ContentHash(of: "x"))
    list.files["index.html"] = .some(nil)
    #expect(PublishedFiles(list.encoded) == list)
  }

  @Test(arguments: [
    "", "callboard published 2\n", "<html>", "callboard published 1\nzz index.html\n",
  ])
  func isNotReadFromOtherText(_ text: String) {
    #expect(PublishedFiles(Array(text.utf8)) == nil)
  }

  @Test func doubtsWhatIsOnItsWayAndLosesSightOfNothing() {
    var list = PublishedFiles()
    list.files = [
      "gone": ContentHash(of: "1"), "changed": ContentHash(of: "2"), "same": ContentHash(of: "3"),
    ]
    var changes = PublishChanges()
    changes.added = ["new"]
    changes.changed = ["changed"]
    changes.removed = ["gone"]
    let transit = list.inTransit(changes)
    #expect(transit.files.keys.sorted() == ["changed", "gone", "new", "same"])
    #expect(transit.files["new"] == .some(nil) && transit.files["changed"] == .some(nil))
    #expect(transit.files["same"] == .some(ContentHash(of: "3")))
  }
}
