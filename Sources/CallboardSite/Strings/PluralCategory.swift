/// Which form of a word goes with a number (Unicode CLDR, plural rules for cardinals).
enum PluralCategory: String, CaseIterable, Sendable {
  case zero
  case one
  case two
  case few
  case many
  case other

  /// The category of a whole number, from 0.
  ///
  /// - Parameter language: A BCP 47 tag in lower case. Languages without a rule here have a form for one and another
  ///   for all else, which suits most of those that Callboard may be translated to.
  static func of(_ number: Int, in language: String) -> PluralCategory {
    switch language.prefix(while: { $0 != "-" }) {
    case "ja", "zh", "ko", "vi", "th", "id", "ms": return .other
    case "fr", "pt": return number <= 1 ? .one : .other
    case "ar":
      switch (number, number % 100) {
      case (0, _): return .zero
      case (1, _): return .one
      case (2, _): return .two
      case (_, 3...10): return .few
      case (_, 11...99): return .many
      default: return .other
      }
    case "ru", "uk":
      let (tens, ones) = (number % 100, number % 10)
      if ones == 1, tens != 11 { return .one }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
    case "pl":
      let (tens, ones) = (number % 100, number % 10)
      if number == 1 { return .one }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
    case "cs", "sk": return number == 1 ? .one : (2...4).contains(number) ? .few : .other
    case "he": return number == 1 ? .one : number == 2 ? .two : .other
    default: return number == 1 ? .one : .other
    }
  }
}
