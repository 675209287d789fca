import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import Foundation
import Testing

@Suite struct MutationTests {
  /// Splices pieces of the golden cases into one another: whatever comes out must render to a page
  /// that survives its encoding, whose slots and lines lie inside it.
  @Test func rendersWhateverIsSplicedTogether() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }
      .sorted()
      .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    let rounds = Int(ProcessInfo.processInfo.environment["CALLBOARD_MUTATIONS"] ?? "") ?? 400

    var random = Generator(state: 42)
    for round in 0..<rounds {
      var source: [UInt8] = []
      for _ in 0..<random.below(6) {
        let text = texts[random.below(texts.count)]
        let start = random.below(text.count + 1)
        let piece = text[start..<min(text.count, start + random.below(200))]
        let indent = [UInt8](repeating: 0x20, count: random.below(8))
        source += random.below(3) == 0 ? indent + piece : Array(piece)
        if random.below(3) == 0 { source.append(0x0A) }
        if random.below(5) == 0 { source.append(UInt8(random.below(256))) }
      }
      check(source, round)
    }
  }

  private func check(_ source: [UInt8], _ round: Int) {
    let rendered = MarkdownRenderer.render(source, file: page, options: MarkdownOptions())
    let encoded = DocumentCoder.encode(rendered)
    #expect(DocumentCoder.decode(encoded, file: page) == rendered, "round \(round)")
    let lineCount = source.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == 0x0A || $0 == 0x0D }
    ).count
    for link in rendered.output.links {
      #expect((1...lineCount).contains(link.position.line), "round \(round)")
    }
    let ids = rendered.output.ids
    #expect(Set(ids).count == ids.count, "round \(round)")
    #expect(
      rendered.output.headings.allSatisfy { ids.contains($0.id) },
      "round \(round): every heading can be linked to"
    )
  }

  /// The same numbers in every run.
  private struct Generator {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
  }
}
