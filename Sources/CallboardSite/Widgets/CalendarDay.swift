/// A day of the Gregorian calendar, as authors write it: `2026-11-21`.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Since 1 January 1970.
  package let daysSince1970: Int64

  package init(daysSince1970: Int64) {
    self.daysSince1970 = daysSince1970
  }

  /// The day on which a moment falls in UTC.
  package init(secondsSince1970 seconds: Int64) {
    let day = seconds / 86_400
    daysSince1970 = seconds % 86_400 < 0 ? day - 1 : day
  }

  /// Reads `YYYY-MM-DD`, followed by nothing, or by a time that does not count; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    if bytes.count == 11, bytes[10] != UInt8(ascii: "T"), bytes[10] != UInt8(ascii: " ") {
      return nil
    }
    func number(_ range: Range<Int>) -> Int64? {
      bytes[range].reduce(Int64?.some(0)) { value, byte in
        guard let value, (0x30...0x39).contains(byte) else { return nil }
        return value * 10 + Int64(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1...12).contains(month), day >= 1
    else { return nil }
    let date = Self(daysSince1970: Self.days(year: year, month: month, day: day))
    // A day that the month does not have falls into the next one.
    guard date.iso.utf8.elementsEqual(bytes[..<10]) else { return nil }
    self = date
  }

  /// `2026-11-21`.
  package var iso: String { String(commitDate.iso.prefix(10)) }
  /// `21 November 2026`.
  package func label(_ strings: UIStrings) -> String { commitDate.label(strings) }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.daysSince1970 < rhs.daysSince1970
  }

  private var commitDate: CommitDate { CommitDate(secondsSince1970: daysSince1970 * 86_400) }

  /// The inverse of ``CommitDate``'s count of eras of 400 years, which begin on 1 March.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
