/// The heading of an alphabetical list under which a name stands.
///
/// There are 28 whatever the names are, so that the index over a list never grows with it.
struct Initial: Hashable, Comparable, Sendable {
  /// 0 for digits, 1 to 26 for the Latin letters, 27 for all else.
  private let place: UInt8

  init(of name: String) {
    switch name.unicodeScalars.first.map({ $0.properties.lowercaseMapping.utf8.first ?? 0 }) {
    case .some(let digit) where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit): place = 0
    case .some(let letter) where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter):
      place = letter - UInt8(ascii: "a") + 1
    default: place = 27
    }
  }

  /// `0–9`, `A` to `Z`, or the word for all else.
  func label(_ strings: UIStrings) -> String {
    switch place {
    case 0: "0–9"
    case 27: strings.text("common.other")
    default: String(decoding: [UInt8(ascii: "A") + place - 1], as: UTF8.self)
    }
  }

  /// The heading's id without the theme's prefix: `a`, `digits`, `other`.
  var anchor: String {
    switch place {
    case 0: "digits"
    case 27: "other"
    default: String(decoding: [UInt8(ascii: "a") + place - 1], as: UTF8.self)
    }
  }

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.place < rhs.place }
}
