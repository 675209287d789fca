extension RepositorySnapshot {
  /// Whether a file lies below a folder; the root, the empty path, is one if there is any file.
  ///
  /// - Complexity: O(log *n*) in the number of files.
  package func hasFolder(_ path: String) -> Bool {
    path.isEmpty ? !files.isEmpty : !files(in: path).isEmpty
  }

  /// The files below a folder at any depth, in order; all files for the root, the empty path.
  ///
  /// - Complexity: O(log *n*) in the number of files.
  package func files(in folder: String) -> ArraySlice<SourceFile> {
    guard !folder.isEmpty else { return files[...] }
    // Paths are sorted by bytes, and `0` follows `/`: everything below stands between the two.
    return files[firstIndex(notBefore: folder + "/")..<firstIndex(notBefore: folder + "0")]
  }

  /// The index of the first file whose path does not precede a text.
  private func firstIndex(notBefore path: String) -> Int {
    var low = 0
    var high = files.count
    while low < high {
      let middle = low + (high - low) / 2
      if files[middle].path.precedesInBytes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
