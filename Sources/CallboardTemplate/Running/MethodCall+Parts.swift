/// `split` and `replace`.
extension MethodCall {
  func split(_ text: String) throws(TemplateFailure) -> TemplateValue {
    let scalars = Array(text.unicodeScalars)
    let parts: [TemplateValue] =
      switch argument(0) {
      case .undefined: [.string(text)]
      case .regex(let regex): try split(scalars, by: regex)
      default: split(scalars, by: Array(argument(0).text.unicodeScalars))
      }
    let limit = argument(1).number
    guard !argument(1).isUndefined, limit < Double(parts.count) || limit.isNaN else {
      return .array(parts)
    }
    // A negative limit wraps around to one that is never reached.
    return .array(limit < 0 ? parts : Array(parts.prefix(limit.isNaN ? 0 : Int(limit))))
  }

  private func split(
    _ text: [Unicode.Scalar],
    by separator: [Unicode.Scalar]
  ) -> [TemplateValue] {
    if separator.isEmpty { return text.map { .string(String($0)) } }
    var parts: [TemplateValue] = []
    var start = 0
    for place in RunSearch(separator).places(in: text) {
      parts.append(Self.part(start..<place, of: text))
      start = place + separator.count
    }
    return parts + [Self.part(start..<text.count, of: text)]
  }

  /// What the groups of the expression match stands between the parts.
  private func split(
    _ text: [Unicode.Scalar],
    by regex: RegularExpression
  ) throws(TemplateFailure) -> [TemplateValue] {
    let global = try RegularExpression(
      regex.pattern,
      flags: "g" + regex.flags.filter { $0 != "g" && $0 != "y" }
    )
    var parts: [TemplateValue] = []
    var start = 0
    for match in try global.matches(in: text) {
      guard let range = match[0], range.upperBound > 0, range.lowerBound < text.count,
        !(range.isEmpty && range.lowerBound == start)
      else { continue }
      parts.append(Self.part(start..<range.lowerBound, of: text))
      parts += match.dropFirst().map { $0.map { Self.part($0, of: text) } ?? .undefined }
      start = range.upperBound
    }
    return parts + [Self.part(start..<text.count, of: text)]
  }

  func replace(in text: String) throws(TemplateFailure) -> TemplateValue {
    let replacement = argument(1).text
    if case .regex(let regex) = argument(0) {
      guard method == .replace || regex.isGlobal else {
        throw TemplateFailure(
          "'replaceAll' needs the flag 'g' of '\(regex)'",
          help: ["Write 'g' after the expression's last '/'."]
        )
      }
      return .string(try regex.replacing(in: text, with: replacement, limit: limits.outputBytes))
    }
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(argument(0).text.unicodeScalars)
    let found = wanted.isEmpty ? Array(0...scalars.count) : RunSearch(wanted).places(in: scalars)
    let template = ReplacementText(replacement)
    var result: [Unicode.Scalar] = []
    var start = 0
    for place in method == .replace ? found.prefix(1) : found[...] {
      result += scalars[start..<place]
      template.write(for: [place..<(place + wanted.count)], in: scalars, to: &result)
      start = place + wanted.count
      _ = try bounded(Double(result.count), times: 1)
    }
    return .string(String(String.UnicodeScalarView(result + scalars[start...])))
  }
}
