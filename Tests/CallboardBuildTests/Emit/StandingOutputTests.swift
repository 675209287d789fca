import CallboardSite
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardBuild

/// A folder that stands is published again by the few files that change.
@Suite struct StandingOutputTests {
  private static func site(_ number: Int) -> TestSite {
    var site = Dictionary(
      uniqueKeysWithValues: (0..<40).map { ("\($0 % 5)/\($0)/index.html", "page \($0)") }
    )
    site["index.html"] = "home \(number)"
    site["3/3/index.html"] = "page 3 of \(number)"
    return site
  }

  private let folder: TemporaryFolder
  private var output: String { folder.path + "/dist" }

  /// After two builds, so that there is a hidden tree.
  init() throws {
    folder = try TemporaryFolder()
    try publish(Self.site(0), to: output)
    try publish(Self.site(1), to: output)
  }

  private func identity() throws -> OutputIdentity {
    try #require(try FolderSiteWriter(output: output).identity())
  }

  private func open(
    since identity: OutputIdentity? = nil,
    faults: EmitFaults? = nil
  ) throws -> StandingOutput? {
    let standing = StandingOutput(
      output,
      since: try identity ?? self.identity(),
      onConflict: .fail,
      flushes: faults != nil,
      faults: faults
    )
    return standing.flatMap { $0.stands(width: 2) ? $0 : nil }
  }

  private func files(_ site: TestSite) -> [OutputFile] {
    site.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  private func contents() throws -> TestSite { try TemporaryFolder.contents(of: output) }

  @Test func publishesWhatChanges() throws {
    let standing = try #require(try open())
    let published = try #require(try standing.publish(files(Self.site(2))))
    standing.release()
    #expect(try contents() == Self.site(2))
    #expect(published.summary.written == 2)
    #expect(published.summary.exchanged)
    #expect(published.left == (try identity()))
    // A writer finds both trees as the manifests say.
    let writer = try FolderSiteWriter(output: output)
    #expect(writer.isAsLeft(published.left))
    #expect(try writer.hiddenTree().inventory.isAsPublished)
  }

  @Test func goesOnFromPublicationToPublication() throws {
    var left = try identity()
    var site = Self.site(1)
    for number in 0..<8 {
      site["\(number % 5)/\(number)/index.html"] = "edit \(number)"
      let standing = try #require(try open(since: left), "\(number)")
      left = try #require(try standing.publish(files(site))).left
      standing.release()
      #expect(try contents() == site)
    }
    #expect(try publish(site, to: output).written == 0)
  }

  @Test func changesNothingWithoutAChange() throws {
    let before = try identity()
    let standing = try #require(try open())
    let published = try #require(try standing.publish(files(Self.site(1))))
    #expect(published.left == before)
    #expect(published.summary.written == 0)
    #expect(!published.summary.exchanged)
    #expect(try #require(try standing.publish([])).left == before)
  }

  @Test func takesNoFileThatTheFolderHasNot() throws {
    let standing = try #require(try open())
    #expect(try standing.publish(files(["new.html": "new"])) == nil)
    standing.release()
    #expect(try contents() == Self.site(1))
  }

  @Test func standsNotWhereAFileWasChanged() throws {
    let left = try identity()
    try TemporaryFolder.write("changed", to: output + "/2/2/index.html")
    #expect(try open(since: left) == nil)
  }

  @Test func standsNotWhereTheHiddenTreeMayHaveChanged() throws {
    let left = try identity()
    #expect(try open(since: left) != nil)
    // A build that ends before it publishes.
    do {
      let writer = try FolderSiteWriter(output: output)
      _ = try writer.hiddenTree()
    }
    #expect(try open(since: left) == nil)
  }

  @Test func standsNotWithoutAHiddenTree() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/dist"
    try publish(Self.site(0), to: output)
    let left = try #require(try FolderSiteWriter(output: output).identity())
    #expect(StandingOutput(output, since: left, onConflict: .fail) == nil)
  }

  /// What is left of a step that fails is what a kill at this point leaves.
  @Test(arguments: [EmitStep.createFile, .linkFile, .synchronize, .saveManifest, .exchange])
  func servesTheOldSiteWhenAStepFails(step: EmitStep) throws {
    let standing = try #require(try open(faults: fail(step, with: EIO)))
    var site = Self.site(2)
    // So that a file of the hidden tree has to be brought up.
    site["index.html"] = nil
    #expect(throws: EmitError.self) { try standing.publish(files(site)) }
    standing.release()
    #expect(try contents() == Self.site(1))
    #expect(try open() == nil, "the hidden tree may be half of a site")
    try publish(Self.site(3), to: output)
    #expect(try contents() == Self.site(3))
  }
}
