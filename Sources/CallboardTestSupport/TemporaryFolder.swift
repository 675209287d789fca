package import Foundation

/// A folder for one test, removed with everything in it when the test lets go of it.
package final class TemporaryFolder: Sendable {
  package let url: URL

  /// - Parameter parent: The system's folder for temporary files unless given.
  package init(in parent: String? = nil) throws {
    let parent = parent.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
    url = parent.resolvingSymlinksInPath().appending(path: "callboard-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Without a slash at its end.
  package var path: String { url.path }

  /// Writes a file and the folders above it.
  package func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  /// Writes several files, by path.
  package func write(_ files: [String: String]) throws {
    for (path, text) in files { try write(text, to: path) }
  }

  /// The text of a file by its path in the folder.
  package func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  /// Whether there is a file or folder of that path.
  package func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  /// Removes a file, or a folder with all that it holds.
  package func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  /// Every regular file below a folder with its bytes, by path.
  package func contents(of folder: String) throws -> [String: Data] {
    let root = url.appending(path: folder)
    var contents: [String: Data] = [:]
    let entries = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let file as URL in entries ?? .init() where !file.hasDirectoryPath {
      contents[String(file.path.dropFirst(root.path.count + 1))] = try Data(contentsOf: file)
    }
    return contents
  }
}
