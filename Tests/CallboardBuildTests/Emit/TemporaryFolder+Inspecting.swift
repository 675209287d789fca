import CallboardTestSupport
import Foundation

/// What tests of writers look at in an output folder.
extension TemporaryFolder {
  /// The files below a folder: text by relative path. Symbolic links count as files.
  /// The folder in it that is named `ignored` is passed over.
  static func contents(
    of folder: String,
    ignoring ignored: String? = nil
  ) throws -> [String: String] {
    var contents: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let full = "\(folder)/\(path)"
      let type = try FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType
      if type == .typeDirectory { continue }
      if let ignored, path.hasPrefix(ignored + "/") { continue }
      contents[path] = try String(contentsOfFile: full, encoding: .utf8)
    }
    return contents
  }

  /// The folders below a folder, sorted.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      return attributes[.type] as? FileAttributeType == .typeDirectory
    }
    .sorted()
  }

  static func write(_ text: String, to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// The inode, which tells one file or folder from another of the same name.
  static func inode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return attributes[.systemFileNumber] as? Int
  }
}
