import CallboardCrawl
import Testing

@Suite struct ForgeTests {
  private let main = RepositoryReference(kind: .branch, name: "main")

  @Test func tellsTheKindAndTheFrontPage() throws {
    let table: [(String, Forge.Kind, String)] = [
      ("git@github.com:acme/pay.git", .github, "https://github.com/acme/pay"),
      ("ssh://git@ssh.github.com:443/acme/pay.git", .github, "https://github.com/acme/pay"),
      ("https://tok:x@github.acme.org/a/b", .github, "https://github.acme.org/a/b"),
      ("https://gitlab.com/a/b/c.git", .gitlab, "https://gitlab.com/a/b/c"),
      ("https://bitbucket.org/a/b.git", .bitbucketCloud, "https://bitbucket.org/a/b"),
      (
        "https://bitbucket.acme.org:8443/scm/PAY/api.git", .bitbucketServer,
        "https://bitbucket.acme.org:8443/projects/PAY/repos/api"
      ),
      (
        "ssh://git@stash.acme.org:7999/~jo/api.git", .bitbucketServer,
        "https://stash.acme.org/users/jo/repos/api"
      ),
      (
        "https://org@dev.azure.com/org/My%20P/_git/r", .azure,
        "https://dev.azure.com/org/My%2520P/_git/r"
      ),
      ("git@ssh.dev.azure.com:v3/org/p/r", .azure, "https://dev.azure.com/org/p/_git/r"),
      ("https://org.visualstudio.com/p/_git/r", .azure, "https://org.visualstudio.com/p/_git/r"),
      ("https://codeberg.org/a/b.git", .gitea, "https://codeberg.org/a/b"),
      ("https://git.acme.org/a/b.git", .plain, "https://git.acme.org/a/b"),
    ]
    for (url, kind, page) in table {
      let forge = try #require(Forge(RemoteURL(url)), "\(url)")
      #expect(forge.kind == kind, "\(url)")
      #expect(forge.repositoryURL == page)
    }
    #expect(try Forge(RemoteURL("/srv/pay.git")) == nil)
  }

  @Test func believesTheOperatorAboutTheKind() throws {
    let forge = try #require(Forge(RemoteURL("https://git.acme.org/a/b.git"), kind: .gitlab))
    #expect(forge.fileURL("x.md", at: main) == "https://git.acme.org/a/b/-/blob/main/x.md")
  }

  @Test func buildsAddressesOfEachForge() throws {
    let tag = RepositoryReference(kind: .tag, name: "v1")
    let table: [(String, file: String?, edit: String?, raw: String?, issue: String?)] = [
      (
        "https://github.com/a/b", "https://github.com/a/b/blob/main/d/%C3%A9%20%23.md#L7",
        "https://github.com/a/b/edit/main/d/%C3%A9%20%23.md",
        "https://github.com/a/b/raw/v1/d/%C3%A9%20%23.md",
        "https://github.com/a/b/issues/new?title=a%26b&body=c%20d"
      ),
      (
        "https://gitlab.com/a/b", "https://gitlab.com/a/b/-/blob/main/d/%C3%A9%20%23.md#L7",
        "https://gitlab.com/a/b/-/edit/main/d/%C3%A9%20%23.md",
        "https://gitlab.com/a/b/-/raw/v1/d/%C3%A9%20%23.md",
        "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D=a%26b&issue%5Bdescription%5D=c%20d"
      ),
      (
        "https://codeberg.org/a/b", "https://codeberg.org/a/b/src/branch/main/d/%C3%A9%20%23.md#L7",
        "https://codeberg.org/a/b/_edit/main/d/%C3%A9%20%23.md",
        "https://codeberg.org/a/b/raw/tag/v1/d/%C3%A9%20%23.md",
        "https://codeberg.org/a/b/issues/new?title=a%26b&body=c%20d"
      ),
      (
        "https://bitbucket.org/a/b", "https://bitbucket.org/a/b/src/main/d/%C3%A9%20%23.md#lines-7",
        "https://bitbucket.org/a/b/src/main/d/%C3%A9%20%23.md?mode=edit&at=main",
        "https://bitbucket.org/a/b/raw/v1/d/%C3%A9%20%23.md",
        "https://bitbucket.org/a/b/issues/new?title=a%26b&content=c%20d"
      ),
      (
        "https://bitbucket.x/scm/a/b",
        "https://bitbucket.x/projects/a/repos/b/browse/d/%C3%A9%20%23.md?at=refs%2Fheads%2Fmain#7",
        nil,
        "https://bitbucket.x/projects/a/repos/b/raw/d/%C3%A9%20%23.md?at=refs%2Ftags%2Fv1", nil
      ),
      (
        "https://dev.azure.com/o/p/_git/r",
        "https://dev.azure.com/o/p/_git/r?path=%2Fd%2F%C3%A9%20%23.md&version=GBmain&line=7"
          + "&lineEnd=7&lineStartColumn=1",
        nil, nil,
        "https://dev.azure.com/o/p/_workitems/create/Issue?%5BSystem.Title%5D=a%26b"
          + "&%5BSystem.Description%5D=c%20d"
      ),
      ("https://git.x/a/b", nil, nil, nil, nil),
    ]
    let path = "d/é #.md"
    for row in table {
      let forge = try #require(Forge(RemoteURL(row.0)))
      #expect(forge.fileURL(path, at: main, line: 7) == row.file)
      #expect(forge.editURL(path, at: main) == row.edit)
      #expect(forge.editURL(path, at: tag) == nil)
      #expect(forge.rawURL(path, at: tag) == row.raw)
      #expect(forge.newIssueURL(title: "a&b", text: "c d") == row.issue)
    }
  }

  @Test func keepsTheSlashesOfABranch() throws {
    let forge = try #require(Forge(RemoteURL("https://github.com/a/b")))
    let branch = RepositoryReference(kind: .branch, name: "feature/x y")
    #expect(forge.folderURL("", at: branch) == "https://github.com/a/b/tree/feature/x%20y")
    #expect(forge.commitURL("abc") == "https://github.com/a/b/commit/abc")
  }
}
