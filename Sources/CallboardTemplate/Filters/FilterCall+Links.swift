/// `urlize`: makes links of the words that look like addresses.
extension FilterCall {
  func urlize() throws(TemplateFailure) -> TemplateValue {
    guard let text = input.stringOrMarkup else { throw wrongInput("text") }
    let length = argument(0).number
    let limit = length.isNaN ? Int.max : Int(max(0, min(length, 1e9)))
    var isNoFollow = false
    if case .bool(true) = argument(1) { isNoFollow = true }
    var result = ""
    var word = String.UnicodeScalarView()
    func flush() {
      guard !word.isEmpty else { return }
      result += Self.linked(String(word), limit: limit, isNoFollow: isNoFollow)
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if Self.isSpace(scalar) {
        flush()
        result.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    flush()
    return .string(result)
  }

  private static func linked(_ word: String, limit: Int, isNoFollow: Bool) -> String {
    var address = word[...]
    for prefix in ["(", "<", "&lt;"] where address.hasPrefix(prefix) {
      address = address.dropFirst(prefix.count)
      break
    }
    for suffix in [".", ",", ")", "&gt;"] where address.hasSuffix(suffix) {
      address = address.dropLast(suffix.count)
      break
    }
    let url = String(address)
    let shown = String(decoding: url.utf16.prefix(limit), as: UTF16.self)
    let rel = isNoFollow ? " rel=\"nofollow\"" : ""
    if url.hasPrefix("http://") || url.hasPrefix("https://") {
      return "<a href=\"\(url)\"\(rel)>\(shown)</a>"
    }
    if url.hasPrefix("www.") { return "<a href=\"http://\(url)\"\(rel)>\(shown)</a>" }
    if isEmail(Array(url.utf8)) { return "<a href=\"mailto:\(url)\">\(url)</a>" }
    if hasKnownDomain(url) { return "<a href=\"http://\(url)\"\(rel)>\(shown)</a>" }
    return word
  }

  private static func isEmail(_ bytes: [UInt8]) -> Bool {
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
    let isLocal = bytes[..<at].allSatisfy {
      isWordByte($0) || ".!#$%&'*+-/=?^`{|}~".utf8.contains($0)
    }
    let labels = bytes[(at + 1)...].split(separator: 0x2E, omittingEmptySubsequences: false)
    return isLocal && labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { ($0 == 0x2D || isWordByte($0)) && $0 != 0x5F }
      }
  }

  private static func hasKnownDomain(_ url: String) -> Bool {
    let bytes = Array(url.utf8)
    for index in bytes.indices where bytes[index] == 0x2E {
      let name = bytes[(index + 1)...].prefix(3)
      guard ["org", "net", "com"].contains(where: { name.elementsEqual($0.utf8) }) else { continue }
      let after = index + 4
      if after == bytes.count || bytes[after] == 0x3A || bytes[after] == 0x2F { return true }
    }
    return false
  }
}
