import CallboardHTML
import CallboardHighlight
import Glibc

/// Writes the class of every byte of the files that standard input lists, and how long that took.
///
/// For each file a line `language<TAB>bytes<TAB>seconds`, then as many bytes as the file has: the letter
/// of the token class, or a space for plain text. A file in an unknown language has -1 bytes. Seconds are
/// processor time of finding the tokens, the least of all rounds.
struct TokenDump {
  var rounds: Int

  func run() {
    while let line = readLine() {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2, let code = contents(of: parts[1]) else { continue }
      write(code, language: parts[0])
    }
  }

  private func write(_ code: [UInt8], language: String) {
    var best = Double.infinity
    var found: [Highlighter.Span]?
    for _ in 0..<max(rounds, 1) {
      let start = processorSeconds()
      found = code.withUnsafeBufferPointer { Highlighter.spans(code: $0, language: language) }
      best = min(best, processorSeconds() - start)
    }
    guard let found else {
      print("\(language)\t-1\t0")
      return
    }
    var classes = [UInt8](repeating: UInt8(ascii: " "), count: code.count)
    for span in found {
      for index in span.range { classes[index] = Self.letter(of: span.token) }
    }
    print("\(language)\t\(code.count)\t\(best)")
    fflush(nil)
    var written = 0
    while written < classes.count {
      let count = classes.withUnsafeBytes {
        Glibc.write(1, $0.baseAddress?.advanced(by: written), classes.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
  }

  /// The letter of the class's CSS name.
  private static func letter(of token: TokenClass) -> UInt8 {
    let tag = token.startTag
    return tag.utf8Start[tag.utf8CodeUnitCount - 3]
  }
}
