import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

/// Builds that are killed for good, in processes of their own.
@Suite struct FolderSiteWriterKillTests {
  private static let old: TestSite = site("old")
  private static let new: TestSite = site("new")

  /// Some files of the two differ, some do not, some are in one only.
  private static func site(_ name: String) -> TestSite {
    var site = Dictionary(
      uniqueKeysWithValues: (0..<60).map { ("\($0 % 9)/\($0)/index.html", "\($0 % 3) page") }
    )
    for index in 0..<20 {
      site["\(name)/\(index).html"] = name
      site["both/\(index).html"] = name
    }
    return site
  }

  @Test func servesOneOfTheSitesAfterAKillBeforeEachStep() async throws {
    for step in [EmitStep.createFile, .linkFile, .synchronize, .saveManifest, .exchange] {
      let folder = try TemporaryFolder()
      let output = folder.path + "/dist"
      try publish(Self.old, to: output)
      let name = step.rawValue
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [output = output as String, name = name as String] in
        try publish(Self.new, to: output, flushes: true) { step in
          if step.rawValue == name { kill(getpid(), SIGKILL) }
          return nil
        }
      }
      #expect(try TemporaryFolder.contents(of: output) == Self.old, "\(step)")
      try publish(Self.new, to: output)
      #expect(try TemporaryFolder.contents(of: output) == Self.new, "\(step)")
    }
  }

  @Test func servesOneOfTheSitesAfterAKillAtAnyTime() async throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/dist"
    try publish(Self.old, to: output)
    for round in 0..<12 {
      let microseconds = 2000 + round * 1700
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [output = output as String, microseconds = microseconds as Int] in
        let killer = Thread {
          usleep(UInt32(microseconds))
          kill(getpid(), SIGKILL)
        }
        killer.start()
        while true {
          try publish(Self.new, to: output)
          try publish(Self.old, to: output)
        }
      }
      let served = try TemporaryFolder.contents(of: output)
      #expect(served == Self.old || served == Self.new, "killed after \(microseconds) µs")
    }
    try publish(Self.new, to: output)
    #expect(try TemporaryFolder.contents(of: output) == Self.new)
    let state = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/.dist.callboard"
    )
    #expect(
      state.allSatisfy { ["lock", "settled", "tree"].contains($0) || $0.hasPrefix("manifest-") },
      "\(state)"
    )
  }
}
