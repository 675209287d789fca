import Glibc

extension JavaScriptNumber {
  /// `toFixed`: so many digits after the point; a tie goes away from zero.
  static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e21 else { return text(value) }
    // C sends a tie to the even digit. A tie can only be where the scaled value is exact.
    let factor = Power.of(10, Double(digits))
    let scaled = abs(value) * factor
    let isExact = fma(abs(value), factor, -scaled) == 0
    let isTie = isExact && scaled - scaled.rounded(.down) == 0.5
    let shown = isTie ? (scaled.rounded(.down) + 1) / factor : abs(value)
    var buffer = [CChar](repeating: 0, count: 160)
    let count = withVaList([Int32(digits), shown]) { arguments in
      vsnprintf(&buffer, buffer.count, "%.*f", arguments)
    }
    let bytes = buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }
    return (value < 0 ? "-" : "") + String(decoding: bytes, as: UTF8.self)
  }
}
