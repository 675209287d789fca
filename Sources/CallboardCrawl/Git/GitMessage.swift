/// What git says on its standard error, made fit for a message of ours.
enum GitMessage {
  /// The first line that tells something, without secrets, control characters and our own paths.
  static func reason(_ outcome: ProcessRunner.Outcome, cache: CacheFolder) -> String {
    switch outcome.ending {
    case .timedOut: return "git took too long"
    case .outputOverLimit: return "git listed more than the limit allows"
    case .signalled(let signal): return "git was ended by signal \(signal)"
    case .exited, .stopped: break
    }
    let lines = String(decoding: outcome.errors, as: UTF8.self).split { $0.isNewline }
    for line in lines {
      var text = line.trimmingBlanks
      if ["warning:", "hint:", "Warning:"].contains(where: text.hasPrefix) { continue }
      // ssh frames its loudest message.
      while text.last == "@" || text.last == " " { text.removeLast() }
      text = text.drop { $0 == "@" || $0 == " " }
      for prefix in ["fatal:", "error:", "remote:"] where text.hasPrefix(prefix) {
        text = text.dropFirst(prefix.count).trimmingBlanks
      }
      // A reason stands inside a sentence.
      if text.last == "." { text.removeLast() }
      if text.isEmpty { continue }
      return escaped(withoutUserinfo(String(text)).replacing(cache.path, with: "(cache)"))
    }
    return "git failed"
  }

  /// Escapes what could steer a terminal, and cuts at 300 characters.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(300) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `https://user:secret@host` → `https://host`.
  static func withoutUserinfo(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let separator = rest.firstRange(of: "://") {
      result += rest[..<separator.upperBound]
      rest = rest[separator.upperBound...]
      let authority = rest.prefix { !" /'\"".contains($0) }
      if let at = authority.lastIndex(of: "@") { rest = rest[authority.index(after: at)...] }
    }
    return result + rest
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = self.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
