import CallboardTestSupport
import Testing

@testable import CallboardCrawl

@Suite struct RepositoryAddressesTests {
  /// The path that an address leads to in a repository of one file, read on a branch.
  private func path(_ remote: String, _ url: String, branch: String = "main") throws -> String? {
    let snapshot = try Self.snapshot(remote, branch: branch)
    return RepositoryAddresses([snapshot]).place(of: url)?.path
  }

  private static func snapshot(_ remote: String, branch: String) throws -> RepositorySnapshot {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a.yaml")
    let listed = try folder.crawler().snapshot(of: folder.path)
    var state = RepositorySnapshot.State()
    state.forge = try Forge(RemoteURL(remote))
    state.revision = "0123456789012345678901234567890123456789"
    state.ref = RepositoryReference(kind: .branch, name: branch)
    return RepositorySnapshot(
      RepositoryLocation(name: "r", place: .folder(folder.path), descriptors: []),
      listing: FolderListing(files: listed.files),
      contents: listed.contents,
      state: state,
      limits: CrawlLimits()
    )
  }

  @Test func readsTheAddressesOfEveryForge() throws {
    let table: [(remote: String, good: [String], bad: [String])] = [
      (
        "git@github.com:Acme/pay.git",
        [
          "https://github.com/acme/pay/blob/main/d/x.yaml",
          "https://github.com/Acme/pay/tree/main/d/x.yaml",
          "https://github.com/Acme/pay/raw/main/d/x.yaml?token=a#L3",
          "http://github.com/Acme/pay/blob/refs/heads/main/d/x.yaml",
          "https://github.com/Acme/pay/blob/HEAD/d/x.yaml",
          "https://github.com/Acme/pay/edit/main/d/x.yaml",
          "https://github.com/Acme/pay/blob/0123456789012345678901234567890123456789/d/x.yaml",
          "https://raw.githubusercontent.com/Acme/pay/main/d/x.yaml",
          "https://raw.githubusercontent.com/Acme/pay/refs/heads/main/d/x.yaml",
          "https://github.com/Acme/pay/blob/main/%64/x.yaml",
        ],
        [
          "https://github.com/Acme/pay/blob/dev/d/x.yaml", "https://github.com/Acme/pay",
          "https://github.com/Acme/pay/issues/main/d/x.yaml",
          "https://github.com/Acme/other/blob/main/d/x",
          "https://github.com/Acme/pay/blob/main",
          "https://github.com/Acme/pay/blob/main/../x.yaml",
          "ftp://github.com/Acme/pay/blob/main/d/x.yaml",
          "https://github.com/Acme/pay/blob/main/%zz",
          "https://",
        ]
      ),
      (
        "https://gitlab.com/a/b/c.git",
        [
          "https://gitlab.com/a/b/c/-/blob/main/d/x.yaml",
          "https://gitlab.com/a/b/c/blob/main/d/x.yaml",
          "https://gitlab.com/a/b/c/-/raw/main/d/x.yaml?ref_type=heads",
        ],
        ["https://gitlab.com/a/b/-/blob/main/d/x.yaml"]
      ),
      (
        "https://bitbucket.org/a/b.git",
        [
          "https://bitbucket.org/a/b/src/main/d/x.yaml",
          "https://bitbucket.org/a/b/raw/main/d/x.yaml",
        ],
        ["https://bitbucket.org/a/b/src/dev/d/x.yaml"]
      ),
      (
        "https://bitbucket.acme.org:8443/scm/PAY/api.git",
        [
          "https://bitbucket.acme.org:8443/projects/PAY/repos/api/browse/d/x.yaml",
          "https://bitbucket.acme.org:8443/projects/pay/repos/api/raw/d/x.yaml?at=refs%2Fheads%2Fmain",
        ],
        ["https://bitbucket.acme.org:8443/projects/PAY/repos/api/browse/d/x.yaml?at=dev"]
      ),
      (
        "https://dev.azure.com/org/proj/_git/r",
        [
          "https://dev.azure.com/org/proj/_git/r?path=/d/x.yaml",
          "https://dev.azure.com/org/proj/_git/r?path=%2Fd%2Fx.yaml&version=GBmain&_a=contents",
        ],
        [
          "https://dev.azure.com/org/proj/_git/r?path=/d/x.yaml&version=GBdev",
          "https://dev.azure.com/org/proj/_git/r",
        ]
      ),
      (
        "https://codeberg.org/a/b.git",
        [
          "https://codeberg.org/a/b/src/branch/main/d/x.yaml",
          "https://codeberg.org/a/b/raw/branch/main/d/x.yaml",
          "https://codeberg.org/a/b/src/main/d/x.yaml",
        ],
        ["https://codeberg.org/a/b/src/tag/v1/d/x.yaml"]
      ),
    ]
    for (remote, good, bad) in table {
      for url in good { #expect(try path(remote, url) == "d/x.yaml", "\(url)") }
      for url in bad { #expect(try path(remote, url) == nil, "\(url)") }
    }
  }

  @Test func readsTheAddressesOfFoldersAndOfWholeRepositories() throws {
    let table: [(remote: String, folders: [String], roots: [String], bad: [String])] = [
      (
        "https://github.com/a/b.git",
        ["https://github.com/a/b/tree/main/d/e/", "https://github.com/A/b/blob/main/d/e"],
        ["https://github.com/a/b", "https://github.com/a/b/", "https://github.com/a/b/tree/main/"],
        [
          "https://github.com/a/b/tree/dev", "https://github.com/a/c",
          "https://github.com/a/b/wiki",
        ]
      ),
      (
        "https://gitlab.com/a/b/c.git",
        ["https://gitlab.com/a/b/c/-/tree/main/d/e", "https://gitlab.com/a/b/c/tree/main/d/e/"],
        ["https://gitlab.com/a/b/c/-/tree/main"],
        ["https://gitlab.com/a/b/c/-/tree/dev/d/e"]
      ),
      (
        "https://bitbucket.org/a/b", ["https://bitbucket.org/a/b/src/main/d/e/"],
        ["https://bitbucket.org/a/b/src/main/"], ["https://bitbucket.org/a/b/src/dev/"]
      ),
      (
        "https://bitbucket.acme.org/scm/A/b",
        ["https://bitbucket.acme.org/projects/A/repos/b/browse/d/e?at=refs%2Fheads%2Fmain"],
        ["https://bitbucket.acme.org/projects/A/repos/b/browse?at=main"],
        ["https://bitbucket.acme.org/projects/A/repos/b/browse?at=dev"]
      ),
      (
        "https://dev.azure.com/o/p/_git/r",
        ["https://dev.azure.com/o/p/_git/r?path=/d/e&version=GBmain"],
        [
          "https://dev.azure.com/o/p/_git/r", "https://dev.azure.com/o/p/_git/r?version=GBmain",
          "https://dev.azure.com/o/p/_git/r?path=/",
        ],
        ["https://dev.azure.com/o/p/_git/r?version=GBdev"]
      ),
      (
        "https://codeberg.org/a/b", ["https://codeberg.org/a/b/src/branch/main/d/e"],
        ["https://codeberg.org/a/b/src/branch/main"], ["https://codeberg.org/a/b/src/tag/main2"]
      ),
    ]
    for (remote, folders, roots, bad) in table {
      let addresses = RepositoryAddresses([try Self.snapshot(remote, branch: "main")])
      for url in folders { #expect(addresses.folder(of: url)?.path == "d/e", "\(url)") }
      for url in roots { #expect(addresses.folder(of: url)?.path == "", "\(url)") }
      for url in roots { #expect(addresses.place(of: url) == nil, "\(url)") }
      for url in bad { #expect(addresses.folder(of: url) == nil, "\(url)") }
    }
  }

  @Test func takesBranchesWithSlashesAndPatterns() throws {
    let remote = "https://github.com/a/b.git"
    let url = "https://github.com/a/b/blob/feature/x/**/catalog-?nfo.yaml"
    #expect(try path(remote, url, branch: "feature/x") == "**/catalog-?nfo.yaml")
  }

  @Test func findsItsOwnAddressesAgain() throws {
    for remote in [
      "https://github.com/a/b", "https://gitlab.com/a/b", "https://codeberg.org/a/b",
      "https://bitbucket.org/a/b", "https://bitbucket.acme.org/scm/A/b",
      "https://dev.azure.com/o/p/_git/r",
    ] {
      let snapshot = try Self.snapshot(remote, branch: "release/1")
      let addresses = RepositoryAddresses([snapshot])
      let url = try #require(snapshot.viewURL(of: "d e/é.yaml"))
      #expect(addresses.place(of: url)?.path == "d e/é.yaml", "\(url)")
    }
  }

  @Test func endsAddressesOfFoldersWithASlash() throws {
    let table = [
      "https://github.com/a/b": "https://github.com/a/b/tree/main/d/",
      "https://dev.azure.com/o/p/_git/r":
        "https://dev.azure.com/o/p/_git/r?path=%2Fd%2F&version=GBmain",
      "https://bitbucket.acme.org/scm/A/b":
        "https://bitbucket.acme.org/projects/A/repos/b/browse/d/?at=refs%2Fheads%2Fmain",
    ]
    for (remote, folder) in table {
      let snapshot = try Self.snapshot(remote, branch: "main")
      #expect(snapshot.folderURL(ofFile: "d/x.yaml") == folder)
    }
  }
}
