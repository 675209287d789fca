/// The entries of a mapping while it is read: finds duplicate keys as they come.
struct EntryList {
  private var entries: [YAMLMapping.Entry] = []
  /// Made when the mapping becomes large.
  private var index: [String: Int]?

  var last: YAMLMapping.Entry? { entries.last }

  /// Without the room that the list has kept for more: the trees of all descriptors stay in memory.
  var mapping: YAMLMapping { YAMLMapping(entries.map(\.self), index: index) }

  /// Adds an entry unless its key is taken.
  ///
  /// - Returns: The earlier entry with the same key.
  mutating func append(_ entry: YAMLMapping.Entry) -> YAMLMapping.Entry? {
    if index == nil {
      if let earlier = entries.first(where: { $0.key == entry.key }) { return earlier }
      entries.append(entry)
      if entries.count == YAMLMapping.indexThreshold { indexEntries() }
      return nil
    }
    if let earlier = index?[entry.key] { return entries[earlier] }
    index?[entry.key] = entries.count
    entries.append(entry)
    return nil
  }

  private mutating func indexEntries() {
    var index: [String: Int] = [:]
    for (offset, entry) in entries.enumerated() { index[entry.key] = offset }
    self.index = index
  }
}
