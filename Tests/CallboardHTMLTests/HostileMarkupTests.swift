import CallboardHTML
import Testing

@Suite struct HostileMarkupTests {
  @Test func passesOnlyHarmlessMarkupAndPassesItUnchangedAgain() {
    #expect(HostileVectors.all.count >= 150)
    for vector in HostileVectors.all {
      if let fault = fault(of: vector) { Issue.record("\(vector): \(fault)") }
    }
  }

  @Test func staysHarmlessAndStableForMutatedMarkup() {
    var random = SeededGenerator(seed: 20_261_121)
    var faults: [String] = []
    for _ in 0..<10_000 {
      let mutant = mutated(using: &random)
      if let fault = fault(of: mutant) { faults.append("\(mutant.debugDescription): \(fault)") }
    }
    #expect(faults.isEmpty, "\(faults.count) faults, the first: \(faults.prefix(3))")
  }

  @Test func readsMarkupAloneAsItReadsItInPieces() {
    // Inline HTML comes a tag at a time, with the text between them from Markdown.
    for vector in HostileVectors.all {
      var builder = FragmentBuilder(policy: Sanitizing.policy)
      builder.open("p")
      var piece = ""
      for character in vector {
        if character == "<", !piece.isEmpty {
          builder.authorMarkup(piece)
          piece = ""
        }
        piece.append(character)
      }
      builder.authorMarkup(piece)
      builder.close()
      let html = Sanitizing.text(builder.finish())
      if let fault = OutputChecker.fault(in: html) { Issue.record("\(vector): \(html): \(fault)") }
    }
  }

  private func fault(of markup: String) -> String? {
    let once = Sanitizing.html(markup)
    if let fault = OutputChecker.fault(in: once) { return "\(fault) in \(once)" }
    let twice = Sanitizing.html(once)
    return twice == once ? nil : "\(once) became \(twice)"
  }

  /// Two vectors spliced, with tags and bytes put in, taken out and doubled.
  private func mutated(using random: inout SeededGenerator) -> String {
    let vectors = HostileVectors.all
    var bytes = Array(vectors[random.below(vectors.count)].utf8)
    let other = Array(vectors[random.below(vectors.count)].utf8)
    bytes.insert(contentsOf: other, at: random.below(bytes.count + 1))
    for _ in 0..<random.below(6) {
      let start = random.below(bytes.count)
      let end = min(bytes.count, start + random.below(12))
      switch random.below(4) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: random.below(bytes.count + 1))
      case 2: bytes.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)].utf8, at: start)
      default: bytes[start] = UInt8(truncatingIfNeeded: 1 + random.below(127))
      }
      if bytes.isEmpty { bytes = [UInt8(ascii: "<")] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let pieces = [
    "<", ">", "\"", "'", "=", "/", "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>",
    "</table>", "<a href=x>", "</a>", "<li>", "<ul>", "<b>", "</b>", "<svg>", "</svg>", "<script>",
    "</script>", "<!--", "-->", "&#x", "&lt;", " onclick=x", "<h2>", "</h3>", "<pre>", "\n", "<dt>",
    "<dl>", "<ruby>", "<rt>", "<img src=x>", "<col>", "<caption>", "</td>", "<tbody>", "<math>",
  ]
}

/// A generator whose numbers depend on its seed alone (SplitMix64).
struct SeededGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number from 0 up to, but not including, the limit; 0 for a limit of 0.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    value ^= value >> 31
    return limit > 0 ? Int(value % UInt64(limit)) : 0
  }
}
