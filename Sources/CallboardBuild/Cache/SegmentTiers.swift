/// Which segments of a cache should become one.
///
/// Each build adds a segment and a miss looks into all of them, so there must not be many. Small ones are merged with small ones,
/// as in log-structured merge trees (O'Neil, Cheng, Gawlick, O'Neil 1996, *The Log-Structured Merge-Tree*): each byte is
/// written again a logarithmic number of times, and no build of one edited page writes all that was ever kept.
enum SegmentTiers {
  /// So many bytes make a segment a large one; those that a build of many pages leaves are.
  private static let largeSize = 4 << 20
  private static let smallLimit = 32
  /// Of small and large ones: an open cache holds a file descriptor for each.
  private static let limit = 256

  /// The places of the segments to merge, by rising size; none while there are few.
  ///
  /// - Parameter sizes: Of all segments, in bytes.
  static func due(_ sizes: [Int]) -> [Int] {
    guard sizes.count(where: { $0 < largeSize }) >= smallLimit || sizes.count >= limit else {
      return []
    }
    var places: [Int] = []
    var total = 0
    for place in sizes.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
      if places.count > 1, sizes[place] > total { break }
      places.append(place)
      total += sizes[place]
    }
    return places
  }
}
