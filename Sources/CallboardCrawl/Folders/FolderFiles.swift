/// All files of one folder of the operator's that is no repository, such as that of a theme.
package enum FolderFiles {
  /// Reads them, but neither hidden ones nor what `.gitignore` files in the folder leave out, and nothing through a
  /// symbolic link.
  ///
  /// - Parameter limit: The most bytes of one file.
  /// - Returns: By their paths below the folder.
  /// - Throws: ``ReadError`` at the first file or folder that cannot be read.
  package static func read(
    _ folder: String,
    limit: Int
  ) throws(ReadError) -> [String: [UInt8]] {
    let root = try FolderRoot(folder)
    var walk = FolderWalk(limits: CrawlLimits())
    let listing = try walk.list(root)
    var files: [String: [UInt8]] = [:]
    for file in listing.files {
      let isHidden = file.path.split(separator: "/").contains { $0.hasPrefix(".") }
      if isHidden { continue }
      files[file.path] = try root.contents(of: file.path, limit: limit)
    }
    return files
  }
}
