/// The version that a tag names, in the order in which versions follow one another.
///
/// Takes what people write: `v1.2.0`, `release-3.1`, `app@2.0.0-rc.1`, `2024-05-01`. The order is that of Semantic
/// Versioning 2.0.0 (section 11), with missing numbers as zero and build metadata left out.
struct VersionNumber: Comparable, Sendable {
  /// Empty for a name without a number, which comes before all versions.
  let numbers: [Int]
  /// `rc` and `1` of `2.0.0-rc.1`; empty for a release.
  private let prerelease: [Substring]

  var isPrerelease: Bool { !prerelease.isEmpty }

  /// Suffixes of releases that are none of a pre-release.
  private static let releaseWords: Set<String> = ["final", "ga", "lts", "release", "stable"]

  init(_ tag: String) {
    // `app@1.2` and `app/v1.2`: what stands in front of the last of these is no part of the version.
    let name = tag.split { $0 == "@" || $0 == "/" }.last ?? ""
    let version = name.drop { !$0.isASCIIDigit }.prefix { $0 != "+" }
    var numbers: [Int] = []
    var rest = version
    while let number = Int(rest.prefix(while: \.isASCIIDigit)) {
      numbers.append(number)
      rest = rest.drop(while: \.isASCIIDigit)
      // A number behind a separator goes on with the version, also in a date.
      guard let separator = rest.first, ".-_".contains(separator),
        rest.dropFirst().first?.isASCIIDigit == true
      else { break }
      rest = rest.dropFirst()
    }
    self.numbers = numbers
    let words = rest.split { ".-_".contains($0) }.flatMap(Self.parted)
    prerelease =
      words.first.map { Self.releaseWords.contains($0.lowercased()) } == true ? [] : words
  }

  static func == (left: Self, right: Self) -> Bool {
    !(left < right) && !(right < left)
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.numbers.isEmpty != right.numbers.isEmpty { return left.numbers.isEmpty }
    for index in 0..<max(left.numbers.count, right.numbers.count) {
      let (a, b) = (left.number(index), right.number(index))
      if a != b { return a < b }
    }
    if left.isPrerelease != right.isPrerelease { return left.isPrerelease }
    for (a, b) in zip(left.prerelease, right.prerelease) where a != b {
      switch (Int(a), Int(b)) {
      case (let a?, let b?) where a != b: return a < b
      case (.some, nil): return true
      case (nil, .some): return false
      default: return a < b
      }
    }
    return left.prerelease.count < right.prerelease.count
  }

  /// A number by its place: 0 for the major one. Zero where the tag has none.
  func number(_ index: Int) -> Int {
    index < numbers.count ? numbers[index] : 0
  }

  /// `rc1` → `rc`, `1`.
  private static func parted(_ word: Substring) -> [Substring] {
    let letters = word.prefix { !$0.isASCIIDigit }
    return [letters, word.dropFirst(letters.count)].filter { !$0.isEmpty }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
