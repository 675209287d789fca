/// Works on paths inside a repository: `/`-separated, relative to its root, compared by component. Separators are bytes,
/// as they are to the system.
package enum RepositoryPath {
  /// Follows a relative path from a folder, resolving `.` and `..`.
  ///
  /// - Parameter folder: The starting folder; empty for the root.
  /// - Returns: nil when the path leads out of the repository. The root itself is the empty string.
  package static func join(_ folder: String, _ relative: String) -> String? {
    let slash = UInt8(ascii: "/")
    var path: [UInt8] = []
    path.reserveCapacity(folder.utf8.count + relative.utf8.count + 1)
    func append(_ component: some Collection<UInt8>) {
      if !path.isEmpty { path.append(slash) }
      path.append(contentsOf: component)
    }
    _ = eachComponent(of: folder) { component in
      append(component)
      return true
    }
    let isInside = eachComponent(of: relative) { component in
      if component.elementsEqual(".".utf8) { return true }
      guard component.elementsEqual("..".utf8) else {
        append(component)
        return true
      }
      if path.isEmpty { return false }
      path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
      return true
    }
    return isInside ? String(decoding: path, as: UTF8.self) : nil
  }

  /// Goes through what stands between slashes and is not empty, until `body` says no.
  ///
  /// - Returns: Whether it never did.
  private static func eachComponent(
    of path: String,
    _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
        if end > start, !body(bytes[start..<end]) { return false }
        start = end + 1
      }
      return true
    }
  }

  /// A path below a folder, which is empty for the root, or the folder itself for an empty path.
  static func inside(_ folder: String, _ path: String) -> String {
    if folder.isEmpty { return path }
    return path.isEmpty ? folder : folder + "/" + path
  }

  /// The folder that holds a file; empty for a file at the root.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// The last component.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The path of a file relative to a folder above it; nil when the folder does not hold it.
  package static func relative(_ path: String, to folder: String) -> String? {
    if folder.isEmpty { return path }
    guard path.hasPrefix(folder + "/") else { return nil }
    return String(path.dropFirst(folder.count + 1))
  }

  /// The extension in lower case without its dot; empty when there is none.
  package static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return String(name[name.utf8.index(after: dot)...]).lowercased()
  }

  /// Whether a file is a page of Markdown, by the extensions that MkDocs takes (`utils.is_markdown_file`).
  package static func isMarkdown(_ path: String) -> Bool {
    ["md", "markdown", "mdown", "mkd", "mkdn"].contains(fileExtension(of: path))
  }
}
