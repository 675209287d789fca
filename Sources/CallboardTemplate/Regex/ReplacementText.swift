/// What a match is replaced with: text with `$1`, `$<name>`, `$&`, `` $` ``, `$'` and `$$` in it
/// (ECMA-262, 22.1.3.19.1).
struct ReplacementText {
  private let template: [Unicode.Scalar]
  private let groupNames: [String: Int]

  init(_ template: String, groupNames: [String: Int] = [:]) {
    self.template = Array(template.unicodeScalars)
    self.groupNames = groupNames
  }

  func write(
    for match: RegularExpression.Match,
    in text: [Unicode.Scalar],
    to result: inout [Unicode.Scalar]
  ) {
    guard let whole = match[0] else { return }
    var index = 0
    while index < template.count {
      guard template[index] == "$", index + 1 < template.count else {
        result.append(template[index])
        index += 1
        continue
      }
      let next = template[index + 1]
      index += 2
      switch next {
      case "$": result.append("$")
      case "&": result += text[whole]
      case "`": result += text[..<whole.lowerBound]
      case "'": result += text[whole.upperBound...]
      case "<": writeNamedGroup(of: match, in: text, at: &index, to: &result)
      case "0"..."9": writeGroup(next, of: match, in: text, at: &index, to: &result)
      default: result += ["$", next]
      }
    }
  }

  /// One digit or two, as far as there are groups.
  private func writeGroup(
    _ digit: Unicode.Scalar,
    of match: RegularExpression.Match,
    in text: [Unicode.Scalar],
    at index: inout Int,
    to result: inout [Unicode.Scalar]
  ) {
    var number = Int(digit.value) - 0x30
    if index < template.count, case 0x30...0x39 = template[index].value {
      let longer = number * 10 + Int(template[index].value) - 0x30
      if longer >= 1, longer < match.count {
        number = longer
        index += 1
      }
    }
    guard number >= 1, number < match.count else {
      result += ["$", digit]
      return
    }
    if let group = match[number] { result += text[group] }
  }

  /// Plain text where the expression names no groups; nothing for a name that it does not have.
  private func writeNamedGroup(
    of match: RegularExpression.Match,
    in text: [Unicode.Scalar],
    at index: inout Int,
    to result: inout [Unicode.Scalar]
  ) {
    guard !groupNames.isEmpty, let end = template[index...].firstIndex(of: ">") else {
      result += ["$", "<"]
      return
    }
    let name = String(String.UnicodeScalarView(template[index..<end]))
    index = end + 1
    if let number = groupNames[name], let group = match[number] { result += text[group] }
  }
}
