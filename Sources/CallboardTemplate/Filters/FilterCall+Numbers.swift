extension FilterCall {
  func float() -> TemplateValue {
    let value = JavaScriptNumber.prefix(of: input.text)
    return value.isNaN ? argument(0) : .number(value)
  }

  func int() -> TemplateValue {
    let base = argument(1, named: "base")
    let value = JavaScriptNumber.integerPrefix(
      of: input.text,
      radix: base.isUndefined ? 10 : base.number
    )
    return value.isNaN ? argument(0, named: "default") : .number(value)
  }

  func round() -> TemplateValue {
    let precision = argument(0).isTruthy ? argument(0).number : 0
    let factor = Power.of(10, precision)
    let scaled = input.number * factor
    let rounded: Double =
      switch argument(1) {
      case .string("ceil"): scaled.rounded(.up)
      case .string("floor"): scaled.rounded(.down)
      default: Self.roundHalfUp(scaled)
      }
    return .number(rounded / factor)
  }

  /// `Math.round`: a half goes towards positive infinity.
  static func roundHalfUp(_ value: Double) -> Double {
    let floor = value.rounded(.down)
    return value - floor >= 0.5 ? floor + 1 : floor
  }
}
