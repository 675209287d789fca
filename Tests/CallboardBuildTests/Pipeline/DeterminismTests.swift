import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

@Suite struct DeterminismTests {
  @Test func givesTheSameBytesAtAnyWidthColdAndWarmFromAnyFolder() throws {
    let first = try SampleSite()
    let second = try SampleSite()
    _ = try first.build(output: "narrow", cache: "cache", jobs: 1)
    _ = try first.build(output: "warm", cache: "cache", jobs: 8)
    _ = try first.build(output: "cold", cache: "other-cache", jobs: 8)
    _ = try second.build(output: "elsewhere", jobs: 3)

    let expected = try first.folder.contents(of: "narrow")
    #expect(expected.count > 30)
    for output in ["warm", "cold"] {
      #expect(try first.folder.contents(of: output) == expected, "\(output)")
    }
    #expect(try second.folder.contents(of: "elsewhere") == expected)
  }

  @Test func namesNoFolderOfTheMachine() throws {
    let site = try SampleSite()
    _ = try site.build()
    for (path, bytes) in try site.folder.contents(of: "dist") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(site.folder.url.lastPathComponent), "\(path)")
    }
  }

  @Test func buildsTheSameSiteFromADamagedCache() throws {
    let site = try SampleSite()
    _ = try site.build()
    let expected = try site.folder.contents(of: "dist")
    for path in try site.folder.contents(of: "cache").keys {
      let file = site.folder.url.appending(path: "cache/\(path)")
      var bytes = try Data(contentsOf: file)
      guard bytes.count > 40 else { continue }
      for index in stride(from: 16, to: bytes.count, by: 97) { bytes[index] ^= 0xFF }
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
      try bytes.write(to: file)
    }
    _ = try site.build(output: "again")
    #expect(try site.folder.contents(of: "again") == expected)
  }
}
