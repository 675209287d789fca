import CallboardBuild
import Testing

@testable import CallboardPublish

@Suite struct DestinationTests {
  @Test(arguments: [
    ("git:origin#gh-pages", Destination.git(remote: "origin", branch: "gh-pages")),
    ("git:origin", .git(remote: "origin", branch: "gh-pages")),
    ("git:", .git(remote: "origin", branch: "gh-pages")),
    (
      "git:git@example.org:a/b.git#site/live",
      .git(remote: "git@example.org:a/b.git", branch: "site/live")
    ),
    ("git:https://example.org/a.git#x", .git(remote: "https://example.org/a.git", branch: "x")),
    ("rclone:s3:bucket/portal", .rclone("s3:bucket/portal")),
    ("rclone::webdav,url=http://x:", .rclone(":webdav,url=http://x:")),
    ("/srv/www", .folder("/srv/www")),
    ("public", .folder("public")),
  ])
  func isReadFromText(_ text: String, _ expected: Destination) throws {
    #expect(try Destination(text) == expected)
  }

  @Test(arguments: [
    "", "s3://bucket", "https://example.org/", "rclone:", "rclone:bucket", "git:origin#", "--all",
    "git:origin#a..b", "git:origin#-x", "git:--upload-pack=x", "git:origin#a b",
    "git:origin#x.lock",
  ])
  func refusesWhatIsMeantAsSomethingElse(_ text: String) {
    #expect(throws: BuildFailure.self) { try Destination(text) }
  }

  @Test func findsAFolderFromWhereItWasWritten() throws {
    #expect(try Destination("www").relative(to: "portal") == .folder("portal/www"))
    #expect(try Destination("/www").relative(to: "portal") == .folder("/www"))
  }
}
