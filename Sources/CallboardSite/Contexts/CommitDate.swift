/// The day and time of a commit in UTC, without the machine's locale or time zone.
struct CommitDate {
  /// `2026-11-21T03:38:00Z`, for the `datetime` attribute.
  let iso: String
  private let year: Int64
  private let monthNumber: Int64
  private let day: Int64

  /// Years before 0 and after 9999, which git can store, show as the nearest of those.
  init(secondsSince1970 seconds: Int64) {
    let clamped = min(max(seconds, -62_167_219_200), 253_402_300_799)
    let (days, rest) = Self.divided(clamped, by: 86_400)
    let (year, month, day) = Self.civil(daysSince1970: days)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }
    iso =
      "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T"
      + clock.joined(separator: ":") + "Z"
    (self.year, monthNumber, self.day) = (year, month, day)
  }

  /// `21 November 2026`, as the language writes it.
  func label(_ strings: UIStrings) -> String {
    strings.text(
      "date.day",
      ["day": String(day), "month": monthName(strings), "year": String(year)]
    )
  }

  /// `November 2026`.
  func month(_ strings: UIStrings) -> String {
    strings.text("date.month", ["month": monthName(strings), "year": String(year)])
  }

  private func monthName(_ strings: UIStrings) -> String {
    strings.text("date.month-\(monthNumber)")
  }

  /// The date of the proleptic Gregorian calendar. Counts in eras of 400 years that begin on 1 March, so that the
  /// leap day is a year's last.
  private static func civil(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = divided(days + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Division that rounds down, with a remainder that is never negative.
  private static func divided(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let remainder = value % divisor
    return remainder < 0
      ? (value / divisor - 1, remainder + divisor) : (value / divisor, remainder)
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
