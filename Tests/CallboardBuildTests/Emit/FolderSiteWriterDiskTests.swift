import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

/// Disks that are full, read-only or mounted where the site goes.
@Suite(.enabled(if: MountedFolder.isPossible)) struct FolderSiteWriterDiskTests {
  private static func site(_ letter: String, files: Int, bytes: Int = 3000) -> TestSite {
    Dictionary(
      uniqueKeysWithValues: (0..<files).map {
        ("\($0 % 7)/\($0).html", String(repeating: letter, count: bytes))
      }
    )
  }

  @Test func keepsTheOldSiteWhenTheDiskIsFull() throws {
    let old = Self.site("a", files: 20)
    for kilobytes in [200, 260, 330, 400] {
      let disk = try #require(try MountedFolder(kilobytes: kilobytes))
      let output = disk.path + "/dist"
      try publish(old, to: output)
      let error = #expect(throws: EmitError.self) {
        try publish(Self.site("b", files: 150), to: output)
      }
      guard case .system(let failure) = error else { continue }
      #expect(failure.isOutOfSpace)
      #expect(failure.path.hasPrefix(disk.path))
      #expect(error?.remedy.contains("Free some space") == true)
      #expect(try TemporaryFolder.contents(of: output) == old)
      // What the failed build left must not keep a smaller one from fitting.
      let small = Self.site("c", files: 10)
      try publish(small, to: output)
      #expect(try TemporaryFolder.contents(of: output) == small)
    }
  }

  @Test func keepsTheOldSiteWhenTheDiskIsReadOnly() throws {
    let disk = try #require(try MountedFolder(kilobytes: 500))
    let output = disk.path + "/dist"
    let old = Self.site("a", files: 5)
    try publish(old, to: output)
    try #require(disk.makeReadOnly())
    let error = #expect(throws: EmitError.self) {
      try publish(Self.site("b", files: 5), to: output)
    }
    #expect(error?.description.contains("dist") == true)
    #expect(try TemporaryFolder.contents(of: output) == old)
  }

  @Test func fillsAMountPointInPlaceAndKeepsItsStateInside() throws {
    let disk = try #require(try MountedFolder(kilobytes: 4000))
    let old = Self.site("a", files: 20)
    let new = Self.site("b", files: 10)
    func served() throws -> TestSite {
      try TemporaryFolder.contents(of: disk.path, ignoring: ".callboard")
    }
    try publish(old, to: disk.path)
    #expect(try served() == old)
    let unchanged = try publish(old, to: disk.path)
    #expect(unchanged.unchanged == 20)
    let summary = try publish(new, to: disk.path)
    #expect(!summary.exchanged)
    #expect(summary.note != nil)
    #expect(try served() == new)
    #expect(!FileManager.default.fileExists(atPath: disk.path + "/../.mount.callboard"))

    #expect(throws: EmitError.self) {
      try publish(old, to: disk.path, faults: fail(.moveFile, occurrence: 3, with: EIO))
    }
    _ = try FolderSiteWriter(output: disk.path)
    #expect(try served() == old)
  }
}
