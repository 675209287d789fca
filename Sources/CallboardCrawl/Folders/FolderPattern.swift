import Glibc

/// The path of a folder with wildcards in its components, such as `repos/*`.
struct FolderPattern {
  private let start: String
  private let components: [Component]

  private enum Component {
    case literal(String)
    case pattern(Glob, takesHidden: Bool)
  }

  /// Reads a pattern; a relative one counts from `base`.
  init(_ pattern: String, base: String) throws(FolderPatternError) {
    start = pattern.utf8.first == UInt8(ascii: "/") ? "/" : base
    var components: [Component] = []
    for part in pattern.split(separator: "/") {
      let text = String(part)
      guard Glob.isPattern(text) else {
        if text != "." { components.append(.literal(text)) }
        continue
      }
      if text.contains("**") { throw .recursive }
      let glob: Glob
      do {
        glob = try Glob(text)
      } catch {
        throw .glob(error)
      }
      components.append(.pattern(glob, takesHidden: text.utf8.first == UInt8(ascii: ".")))
    }
    self.components = components
  }

  /// All folders that match, sorted by path. The operator's links to folders count as folders.
  ///
  /// - Parameter log: Hears of the folders that were searched.
  func folders(log: ReadingLog? = nil) -> [String] {
    var found = [start]
    for component in components {
      switch component {
      case .literal(let name):
        found = found.map { Self.join($0, name) }
      case .pattern(let glob, let takesHidden):
        found = found.flatMap { folder in
          Self.names(in: folder, log).filter { name in
            (takesHidden || name.utf8.first != UInt8(ascii: ".")) && glob.matches(name)
          }.map { Self.join(folder, $0) }
        }
      }
      found = found.filter { Self.isFolder($0, log) }
    }
    return found.filter { Self.isFolder($0, log) }.sorted { $0.precedesInBytes($1) }
  }

  /// The path without links, `.` and `..`; as it is if the system cannot tell.
  static func resolved(_ path: String, log: ReadingLog? = nil) -> String {
    guard let resolved = realpath(path, nil) else {
      log?.noteKind(path)
      return path
    }
    defer { free(resolved) }
    let target = String(validatingCString: resolved) ?? path
    log?.noteResolved(path, to: target)
    return target
  }

  /// What a repository can be named after: the folder as the operator calls it, which may be a link,
  /// and the folders above it.
  ///
  /// - Parameter parents: What is known of the folders that hold others, since thousands may lie in one.
  static func nameParts(
    of path: String,
    log: ReadingLog? = nil,
    parents: inout [String: [String]]
  ) -> [String] {
    let given = components(of: path)
    guard let last = given.last, last != ".", last != "..", given.count > 1 else {
      return components(of: resolved(path, log: log))
    }
    let parent =
      (path.utf8.first == UInt8(ascii: "/") ? "/" : "")
      + given.dropLast().joined(separator: "/")
    let above = parents[parent] ?? components(of: resolved(parent, log: log))
    parents[parent] = above
    return above + [last]
  }

  private static func components(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private static func isFolder(_ path: String, _ log: ReadingLog?) -> Bool {
    log?.noteKind(path)
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in folder: String, _ log: ReadingLog?) -> [String] {
    let raw = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard raw >= 0, let reader = FolderReader(OwnedDescriptor(raw)) else { return [] }
    var status = stat()
    guard fstat(reader.descriptor, &status) == 0 else { return [] }
    let entries = reader.entries()
    log?.noteFolder(folder, status, entries)
    return entries.compactMap { String(validating: $0.name, as: UTF8.self) }
  }
}

/// Why a text is no pattern for folders.
enum FolderPatternError: Error, CustomStringConvertible {
  case glob(GlobError)
  /// `**` would search all that lies below, which is never what was meant.
  case recursive

  /// Completes the sentence "the pattern …".
  var description: String {
    switch self {
    case .glob(let error): error.description
    case .recursive: "holds '**', which folders of repositories cannot be searched with"
    }
  }
}
