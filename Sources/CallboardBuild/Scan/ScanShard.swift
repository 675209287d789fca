/// The share of one machine when several fill the cache together: `2/8` is the second of eight.
///
/// What is whose is decided by what a thing is called within the site, not by its place in a list or on the disk, so machines need
/// not have read the very same commits: a page that nobody or somebody twice takes for its own costs time only.
package struct ScanShard: Hashable, Sendable {
  /// From 1 to ``count``.
  package let number: Int
  package let count: Int

  /// All of the site.
  package static let whole = ScanShard(number: 1, count: 1)

  /// Reads `2/8`; nil for anything else, such as `0/8` or `9/8`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard
      parts.count == 2,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let number = Int(parts[0]), let count = Int(parts[1]),
      count <= Self.countLimit, number >= 1, number <= count
    else { return nil }
    self.init(number: number, count: count)
  }

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Far more machines than anybody has; a number beyond is a mistake.
  package static let countLimit = 100_000

  /// Whether a thing that is called by this hash is in this share.
  func owns(_ name: ContentHash) -> Bool {
    name.low % UInt64(count) == UInt64(number - 1)
  }
}
