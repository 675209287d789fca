import CallboardTestSupport
import Foundation

/// A small file system in memory, mounted in a temporary folder while the value lives.
final class MountedFolder: Sendable {
  private let parent: TemporaryFolder
  var path: String { parent.path + "/mount" }

  /// nil where the user may not mount.
  init?(kilobytes: Int) throws {
    guard geteuid() == 0 else { return nil }
    parent = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    guard Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path]) else {
      return nil
    }
  }

  deinit { _ = Self.run("umount", [path]) }

  func makeReadOnly() -> Bool { Self.run("mount", ["-o", "remount,ro", path]) }

  /// Whether this user can mount at all.
  static let isPossible = (try? MountedFolder(kilobytes: 64)) != nil

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
