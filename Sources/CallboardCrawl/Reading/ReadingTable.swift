/// Looks by path. An entry is several times the size of a key, and a dictionary has room for up to twice what it holds: so the
/// entries stand in a list, and the dictionary says where.
struct ReadingTable: Sendable {
  private var places: [String: UInt32] = [:]
  private var entries: [ReadingEntry] = []
  /// Where entries were that have been removed.
  private var free: [UInt32] = []

  var count: Int { places.count }

  subscript(key: String) -> ReadingEntry? {
    get { places[key].map { entries[Int($0)] } }
    set {
      let place = places[key]
      guard let newValue else {
        places[key] = nil
        if let place { free.append(place) }
        return
      }
      if let place = place ?? free.popLast() {
        entries[Int(place)] = newValue
        places[key] = place
      } else {
        places[key] = UInt32(truncatingIfNeeded: entries.count)
        entries.append(newValue)
      }
    }
  }

  var keys: some Sequence<String> { places.keys }

  /// In no order.
  var values: some Sequence<ReadingEntry> { places.values.lazy.map { entries[Int($0)] } }
}
