/// Digests of what reading repositories has looked at, but for the contents of pages: stamps do not enter.
package struct ReadingFacts: Sendable {
  /// Of all looks.
  package var whole: SIMD2<UInt64>
  /// Of those below no folder that was asked for.
  package var elsewhere: SIMD2<UInt64>
  /// Of each folder and of all below it, by its path.
  package var folders: [String: SIMD2<UInt64>]
}

extension ReadingLog {
  /// What was seen below some folders, and in all; nil when looks contradict each other.
  ///
  /// - Parameter folders: Absolute paths without a slash at the end, in any order. One may lie in another.
  /// - Complexity: As sorting the looks takes, and linear in the looks below each of the folders.
  package func facts(below folders: [String]) -> ReadingFacts? {
    guard let summaries = summaries() else { return nil }
    var digests: [String: SIMD2<UInt64>] = [:]
    var isInside = [Bool](repeating: false, count: summaries.paths.count)
    for folder in Set(folders) {
      // Where the path itself leads is noted beside it.
      let places = [summaries.places(of: folder), summaries.places(below: folder)]
      digests[folder] = digest(places.flatMap { summaries.bytes[summaries.range($0)] })
      for place in places.joined() { isInside[place] = true }
    }
    let elsewhere = isInside.indices.lazy.filter { !isInside[$0] }
      .map { summaries.bytes[summaries.range($0..<$0 + 1)] }
    return ReadingFacts(
      whole: digest(summaries.bytes),
      elsewhere: digest(Array(elsewhere.joined())),
      folders: digests
    )
  }

  private func summaries() -> Summaries? {
    let entries = noted
    var summaries = Summaries()
    summaries.bytes.reserveCapacity(entries.count * 96)
    summaries.paths.reserveCapacity(entries.count)
    summaries.ends.reserveCapacity(entries.count)
    for (key, sight, isPage) in entries.ordered {
      guard let summary = sight.summary(isPage: isPage) else { return nil }
      summaries.paths.append(key)
      summaries.bytes.append(contentsOf: key.utf8)
      summaries.bytes.append(0)
      summaries.bytes += summary
      summaries.bytes.append(0)
      summaries.ends.append(summaries.bytes.count)
    }
    return summaries
  }

  /// What was seen at each path, in bytes behind one another, in the order of the paths.
  private struct Summaries {
    var paths: [String] = []
    var bytes: [UInt8] = []
    /// Where each path's bytes end.
    var ends: [Int] = []

    func range(_ places: Range<Int>) -> Range<Int> {
      func end(_ count: Int) -> Int { count == 0 ? 0 : ends[count - 1] }
      return end(places.lowerBound)..<end(places.upperBound)
    }

    /// The folder itself and where it leads; other paths with a `/` in the same place stand between it and what it holds.
    func places(of folder: String) -> Range<Int> {
      first(from: folder)..<first(from: folder + "\u{1}")
    }

    func places(below folder: String) -> Range<Int> {
      // `0` comes after `/`.
      first(from: folder + "/")..<first(from: folder + "0")
    }

    /// How many paths come before one.
    private func first(from path: String) -> Int {
      var (low, high) = (0, paths.count)
      while low < high {
        let middle = (low + high) / 2
        if paths[middle].precedesInBytes(path) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
