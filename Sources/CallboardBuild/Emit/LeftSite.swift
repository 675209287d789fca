/// The site that the last build has left, where it is as that one has left it.
protocol LeftSite {
  /// The hash of a file's bytes; nil when there is none of that path.
  func hash(of path: String) -> ContentHash?

  /// The bytes of a file; nil when it cannot be read.
  func contents(of path: String) -> [UInt8]?

  /// All files below a folder, which ends with a slash, in the order of their bytes.
  func files(in folder: String) -> [(path: String, hash: ContentHash)]
}

extension LeftSite {
  /// Whether the folder has a file.
  func has(_ path: String) -> Bool { hash(of: path) != nil }

  /// Whether the folder has files with these contents.
  func has(_ files: [KnownComposition.File]) -> Bool {
    files.allSatisfy { hash(of: $0.path) == $0.hash }
  }
}
