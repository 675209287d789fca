import CallboardTestSupport
import Foundation
import Testing

/// `callboard publish` to folders and branches.
@Suite struct PublishCommandTests {
  // MARK: Folders

  @Test func bringsTheSiteToAFolderAndThenOnlyWhatChanged() throws {
    let site = try PublishedSiteFolder()
    try site.publish("www")
    #expect(try site.folder.contents(of: "www") == site.site())
    let again = try site.publish("www")
    #expect(again.errors.contains("www has this site already."))
    try site.edit()
    let third = try site.publish("www")
    #expect(
      third.errors.contains(
        #/Published to www: [1-9]\d* files? added, [1-9]\d* changed, [1-9]\d* removed/#
      )
    )
    #expect(try site.folder.contents(of: "www") == site.site())
  }

  @Test func listsWhatItWouldDoAndDoesNothing() throws {
    let site = try PublishedSiteFolder()
    try site.publish("www")
    let before = try site.folder.contents(of: "www")
    try site.edit()
    let outcome = try site.publish("www", "--dry-run")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let docs = PublishedSiteFolder.docs
    let new = try #require(lines.firstIndex(of: "+ \(docs)/new/index.html"))
    let changed = try #require(lines.firstIndex(of: "~ \(docs)/index.html"))
    let removed = try #require(lines.firstIndex(of: "- \(docs)/old/index.html"))
    #expect(new < changed && changed < removed, "a page comes before what links to it")
    #expect(try site.folder.contents(of: "www") == before)
    #expect(outcome.errors.contains("Would publish to www"))
  }

  @Test func takesTheDestinationFromSiteYaml() throws {
    let site = try PublishedSiteFolder()
    try site.folder.write("sources: [{path: shop}]\npublish: {to: www}\n", to: "site.yaml")
    try site.publish()
    #expect(site.folder.exists("www/index.html"))
  }

  @Test func refusesAFolderThatHoldsTheSiteOrOthersFiles() throws {
    let site = try PublishedSiteFolder()
    let inside = try site.publish("dist", exitCode: 2)
    #expect(inside.errors.contains("lie in each other"))
    try site.folder.write("mine", to: "www/notes.txt")
    let others = try site.publish("www", exitCode: 2)
    #expect(others.errors.contains("'notes.txt', which Callboard did not write"))
    #expect(try site.folder.text(of: "www/notes.txt") == "mine")
  }

  @Test func saysThatThereIsNothingToPublish() throws {
    let folder = try TemporaryFolder()
    try folder.write("sources: [{path: .}]\n", to: "site.yaml")
    let unbuilt = try BuiltProduct.run(["publish", "www"], in: folder)
    #expect(unbuilt.exitCode == 2)
    #expect(unbuilt.errors.contains("there is no site in 'dist'"))
    let nowhere = try BuiltProduct.run(["publish"], in: folder)
    #expect(nowhere.errors.contains("there is no destination to publish to"))
    let misread = try BuiltProduct.run(["publish", "s3://bucket"], in: folder)
    #expect(misread.errors.contains("'s3://bucket' is no destination"))
  }

  // MARK: Branches

  /// A site whose folder is a repository with the remote `origin`.
  private static func siteWithRemote() throws -> (PublishedSiteFolder, GitRepository, GitRepository)
  {
    let site = try PublishedSiteFolder()
    let here = try GitRepository("", in: site.folder)
    try site.folder.write("dist\n.dist.callboard\n.callboard\nremote.git\nwork\n", to: ".gitignore")
    try here.commit("x", date: 1_700_000_000)
    try here.git("init", "--quiet", "--bare", "remote.git")
    try here.git("remote", "add", "origin", site.folder.url.appending(path: "remote.git").path)
    return (site, here, try GitRepository("remote.git", in: site.folder))
  }

  /// The files of the published branch, without the list that is Callboard's.
  private static func branch(
    _ site: PublishedSiteFolder,
    _ here: GitRepository
  ) throws -> [String: Data] {
    try? site.folder.remove("work")
    try here.git("clone", "--quiet", "--branch", "gh-pages", "remote.git", "work")
    try site.folder.remove("work/.git")
    var files = try site.folder.contents(of: "work")
    files[".callboard-published"] = nil
    return files
  }

  @Test func commitsTheSiteToABranchAndKeepsWhatItDidNotPut() throws {
    let (site, here, remote) = try Self.siteWithRemote()
    try site.publish("git:origin")
    #expect(try Self.branch(site, here) == site.site())

    // Someone adds a file by hand, as hosts ask for.
    try here.git("clone", "--quiet", "--branch", "gh-pages", "remote.git", "hand")
    try site.folder.write("docs.example.org\n", to: "hand/CNAME")
    try GitRepository("hand", in: site.folder).commit("CNAME", date: 1_700_000_001)
    try GitRepository("hand", in: site.folder).git("push", "--quiet", "origin", "gh-pages")

    try site.edit()
    try site.publish("git:origin#gh-pages")
    var files = try Self.branch(site, here)
    #expect(files.removeValue(forKey: "CNAME") != nil)
    #expect(try files == site.site())
    #expect(try remote.git("rev-list", "--count", "gh-pages") == "3")

    let again = try site.publish("git:origin")
    #expect(again.errors.contains("has this site already"))
    #expect(try remote.git("rev-list", "--count", "gh-pages") == "3", "no empty commits")
  }

  @Test func mendsWhatWasChangedByHandInTheBranch() throws {
    let (site, here, _) = try Self.siteWithRemote()
    try site.publish("git:origin")
    try here.git("clone", "--quiet", "--branch", "gh-pages", "remote.git", "hand")
    try site.folder.write("changed", to: "hand/404.html")
    try GitRepository("hand", in: site.folder).commit("x", date: 1_700_000_001)
    try GitRepository("hand", in: site.folder).git("push", "--quiet", "origin", "gh-pages")
    let outcome = try site.publish("git:origin")
    #expect(outcome.errors.contains("0 files added, 1 changed, 0 removed"))
    #expect(try Self.branch(site, here) == site.site())
  }

  @Test func leavesOneCommitWithoutHistory() throws {
    let (site, here, remote) = try Self.siteWithRemote()
    try site.folder.write(
      "sources: [{path: shop}]\npublish: {to: 'git:origin', history: false}\n",
      to: "site.yaml"
    )
    try site.publish()
    try site.edit()
    try site.publish()
    #expect(try remote.git("rev-list", "--count", "gh-pages") == "1")
    #expect(try Self.branch(site, here) == site.site())
  }

  @Test func usesTheSettingsOfTheRepositoryForTheServer() throws {
    let (site, here, _) = try Self.siteWithRemote()
    // As a login would be: what is set for the server in the operator's repository holds for the push.
    let path = site.folder.url.appending(path: "remote.git").path
    try here.git("remote", "set-url", "origin", "portal:here")
    try here.git("config", "url.\(path).insteadOf", "portal:here")
    try site.publish("git:origin")
    #expect(try Self.branch(site, here) == site.site())
  }

  @Test func saysThatThereIsNoSuchRemote() throws {
    let (site, _, _) = try Self.siteWithRemote()
    let outcome = try site.publish("git:upstream", exitCode: 2)
    #expect(outcome.errors.contains("has no remote 'upstream'"))
    let missing = try site.publish("git:./nowhere.git", exitCode: 2)
    #expect(
      missing.errors.contains("git could not ask 'git:./nowhere.git#gh-pages' for its branch")
    )
  }
}
