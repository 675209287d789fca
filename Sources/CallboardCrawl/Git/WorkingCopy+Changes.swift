extension WorkingCopy {
  /// Whether the files on disk differ from those that git tracks, told from sizes and times.
  ///
  /// Changes that are staged and not committed are not seen. nil when only the times differ, as in
  /// a fresh copy of a working copy, and when the index is not known.
  ///
  /// - Complexity: O(*n*) in the number of files and entries.
  func isDirty(_ listing: FolderListing) -> Bool? {
    guard let index else { return nil }
    var isCertain = true
    var position = 0
    let entries = index.entries.filter { $0.isFile && !$0.isSkipped }
    for file in listing.files {
      guard position < entries.count else { return true }
      let entry = entries[position]
      guard index.name(of: entry).elementsEqual(file.path.utf8) else { return true }
      guard entry.size == UInt32(truncatingIfNeeded: file.size) else { return true }
      if case .status(_, let modified, _, _) = file.fingerprint {
        let noted = Int64(entry.modifiedSeconds) * 1_000_000_000 + Int64(entry.modifiedNanoseconds)
        if noted != modified { isCertain = false }
      }
      position += 1
    }
    if position < entries.count { return true }
    return isCertain ? false : nil
  }
}
