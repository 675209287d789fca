extension JavaScriptNumber {
  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  /// `toString(radix)`: as many digits as it takes to tell the number from its neighbours.
  ///
  /// - Parameter radix: From 2 to 36.
  static func text(_ value: Double, radix: Int) -> String {
    guard radix != 10, value.isFinite, (2...36).contains(radix) else { return text(value) }
    let base = Double(radix)
    var integer = abs(value).rounded(.down)
    let (fraction, carries) = fractionDigits(of: abs(value), base: base)
    if carries { integer += 1 }

    var reversed: [UInt8] = []
    // Beyond 2^53 the low digits have no meaning; they are written as zeros.
    while integer >= 9_007_199_254_740_992 {
      integer = (integer / base).rounded(.down)
      reversed.append(digits[0])
    }
    repeat {
      reversed.append(digits[Int(integer.truncatingRemainder(dividingBy: base))])
      integer = (integer / base).rounded(.down)
    } while integer > 0
    let point: [UInt8] = fraction.isEmpty ? [] : [0x2E]
    let shown = reversed.reversed() + point + fraction.map { digits[$0] }
    return (value < 0 ? "-" : "") + String(decoding: shown, as: UTF8.self)
  }

  /// The digits after the point, and whether rounding them makes one more before it.
  private static func fractionDigits(
    of value: Double,
    base: Double
  ) -> (digits: [Int], carries: Bool) {
    var rest = value - value.rounded(.down)
    // Half the distance to the next number: digits below it say nothing.
    var precision = max(0.5 * (value.nextUp - value), .leastNonzeroMagnitude)
    var result: [Int] = []
    guard rest >= precision else { return ([], false) }
    repeat {
      rest *= base
      precision *= base
      let digit = Int(rest)
      result.append(digit)
      rest -= Double(digit)
      let roundsUp = rest > 0.5 || (rest == 0.5 && digit % 2 == 1)
      if roundsUp, rest + precision > 1 {
        while let last = result.popLast() {
          if Double(last + 1) < base { return (result + [last + 1], false) }
        }
        return ([], true)
      }
    } while rest >= precision
    return (result, false)
  }
}
