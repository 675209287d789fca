import CallboardDiagnostics
import CallboardHTML
import Testing

/// The generator's elements and the author's tags in random order, as hostile Markdown could mix them.
@Suite struct MixedMarkupTests {
  @Test func keepsTheTreeSoundWhateverAuthorsPutBetweenTheGeneratorsElements() {
    var random = SeededGenerator(seed: 7)
    var faults: [String] = []
    for _ in 0..<3_000 {
      var page = RandomPage(random: random)
      let html = page.html()
      random = page.random
      if let fault = OutputChecker.fault(in: html) {
        faults.append("\(page.log.joined(separator: " ")): \(fault) in \(html)")
      }
    }
    let shortest = faults.min { $0.count < $1.count } ?? ""
    #expect(faults.isEmpty, "\(faults.count) faults, the shortest: \(shortest)")
  }
}

/// Writes a page like one that Markdown makes: blocks inside containers, inline content in leaves.
struct RandomPage {
  var random: SeededGenerator
  private(set) var log: [String] = []
  private var builder = FragmentBuilder(policy: Sanitizing.policy)

  init(random: SeededGenerator) {
    self.random = random
  }

  mutating func html() -> String {
    blocks(depth: 0)
    return Sanitizing.text(builder.finish())
  }

  private static let authorPieces = [
    "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<a href=x>",
    "<a id=y>", "</a>", "<li>", "<ul>", "</ul>", "</li>", "<b>", "</b>", "<svg>", "</svg>",
    "<script>",
    "</script>", "<h2>", "</h2>", "<pre>", "</pre>", "<dl>", "<dt>", "<ruby>", "<rt>",
    "<img src=x>",
    "<details><summary>s</summary>", "</details>", "text", "<col>", "<caption>", "<blockquote>",
    "</blockquote>", "<iframe>", "</iframe>", "<span>", "</span>", "<h1>", "</h1>", " ",
    "<img src=https://x.example/i.png>", "</tr>", "<tbody>",
  ]

  private mutating func blocks(depth: Int) {
    for _ in 0..<random.below(5) {
      switch random.below(depth > 3 ? 4 : 8) {
      case 0: element("p") { $0.inlines(depth: 0) }
      case 1: element("h2") { $0.inlines(depth: 0) }
      case 2, 3: author()
      case 4: element("blockquote") { $0.blocks(depth: depth + 1) }
      case 5:
        element("ul") { page in
          page.element("li") { $0.inlines(depth: 0) }
          page.element("li") { $0.blocks(depth: depth + 1) }
        }
      case 6:
        element("table") { page in
          page.element("tr") { row in
            row.element("td") { $0.inlines(depth: 0) }
            row.element("td") { $0.inlines(depth: 0) }
          }
        }
      default:
        element("pre") { page in
          page.element("code") { $0.builder.text("\nx") }
        }
      }
    }
  }

  private mutating func inlines(depth: Int) {
    for _ in 0..<random.below(5) {
      switch random.below(depth > 2 ? 4 : 7) {
      case 0: builder.text("t")
      case 1...3: author()
      case 4: element("em") { $0.inlines(depth: depth + 1) }
      case 5:
        // Markdown's links do not nest.
        if depth == 0 { element("a") { $0.inlines(depth: 2) } }
      default: builder.void("br")
      }
    }
  }

  private mutating func author() {
    let piece = Self.authorPieces[random.below(Self.authorPieces.count)]
    log.append("«\(piece)»")
    builder.authorMarkup(piece)
  }

  private mutating func element(_ name: StaticString, _ body: (inout RandomPage) -> Void) {
    log.append("\(name){")
    builder.open(name)
    if name.description == "a" {
      builder.attribute("href", link: "#a", at: SourceSpan.Position(line: 1, column: 1))
    }
    body(&self)
    builder.close()
    log.append("}")
  }
}
