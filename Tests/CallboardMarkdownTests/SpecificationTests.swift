import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import CallboardTestSupport
import Foundation
import Testing

/// The examples of the CommonMark and GitHub specifications, which `.ci/setup test` fetches.
@Suite struct SpecificationTests {
  private static let folder = PackageFolder.url.appending(path: ".build/test-tools/specifications")

  private static func file(_ name: String) -> URL? {
    let url = folder.appending(path: name)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  private static let advice: Comment = "The specification is not there: '.ci/setup test' fetches it"

  @Test(.enabled(if: file("commonmark.txt") != nil, advice))
  func rendersEachExampleOfCommonMark() throws {
    let examples = try Self.examples("commonmark.txt")
    #expect(examples.count == 649)
    #expect(examples.allSatisfy { $0.mark.isEmpty })
    check(examples)
  }

  @Test(.enabled(if: file("gfm.txt") != nil, advice))
  func rendersEachExampleOfGitHub() throws {
    let examples = try Self.examples("gfm.txt")
    #expect(examples.count == 673)
    #expect(examples.count { !$0.mark.isEmpty } == 24)
    check(examples)
  }

  @Test(.enabled(if: file("commonmark.txt") != nil, advice))
  func sanitisingKeepsTheTextOfEachExampleOfCommonMark() throws {
    let except = Self.removed.union([488, 609, 626])
    expectSameText(try Self.examples("commonmark.txt"), except: except)
  }

  @Test(.enabled(if: file("gfm.txt") != nil, advice))
  func sanitisingKeepsTheTextOfEachExampleOfGitHub() throws {
    let except = Self.removed.union([500, 632, 649, 653])
    expectSameText(try Self.examples("gfm.txt"), except: except)
  }

  /// Examples of both specifications that are about markup which is removed with what is in it
  /// (scripts, styles, processing instructions), or is shown as text (unfinished tags, elements that
  /// HTML does not know).
  private static let removed: Set<Int> = [120, 126, 127, 128, 140, 141, 142, 145, 147, 149, 170]

  /// A reader sees the specification's text, and each picture's, when authors are not trusted.
  /// `except` has the numbers of examples where that cannot be.
  private func expectSameText(_ examples: [Example], except: Set<Int>) {
    var differing: Set<Int> = []
    for example in examples {
      let options = MarkdownOptions(
        dialect: example.mark.isEmpty ? .commonMark : .gitHub,
        highlightsCode: false
      )
      let sanitized = Self.visibleText(html(example.text, options: options))
      let expected = Self.visibleText(example.html)
      guard sanitized != expected else { continue }
      differing.insert(example.number)
      if !except.contains(example.number) {
        Issue.record("example \(example.number): '\(expected)' became '\(sanitized)'")
      }
    }
    #expect(differing == except)
  }

  /// What stands between tags, and pictures' descriptions, without white space.
  private static func visibleText(_ html: String) -> String {
    ComparableHTML.withoutFurniture(html)
      .replacing(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![A-Z][^>]*>/, with: "")
      .replacing(/<img [^>]*alt="([^"]*)"[^>]*>/) { $0.output.1 }
      .replacing(/<\/?[A-Za-z][^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/, with: "")
      .replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'")
      .replacing(/\s+/, with: "")
  }

  private struct Example {
    var number: Int
    /// The extension that it shows, as the specification names it; empty for plain CommonMark.
    var mark: String
    var text: String
    var html: String
  }

  /// Both specifications mark their examples in the same way, with arrows for tabs.
  private static func examples(_ name: String) throws -> [Example] {
    guard let url = file(name) else { return [] }
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var part: Int?
    for line in try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      let text = line.replacing("→", with: "\t") + "\n"
      if part == nil, line.hasPrefix(fence + " example") {
        let mark = line.dropFirst(fence.count + " example".count).trimmingPrefix(" ")
        examples.append(
          Example(number: examples.count + 1, mark: String(mark), text: "", html: "")
        )
        part = 0
      } else if line == fence {
        part = nil
      } else if part == 0, line == "." {
        part = 1
      } else if part == 0 {
        examples[examples.count - 1].text += text
      } else if part == 1 {
        examples[examples.count - 1].html += text
      }
    }
    return examples
  }

  private func check(_ examples: [Example]) {
    for example in examples {
      let options = MarkdownOptions(
        dialect: example.mark.isEmpty ? .commonMark : .gitHub,
        policy: SanitizerPolicy(trustsAuthors: true),
        highlightsCode: false
      )
      let rendered = ComparableHTML(html(example.text, options: options))
      let expected = ComparableHTML(example.html)
      #expect(rendered == expected, "example \(example.number): \(example.text)")
    }
  }

  private func html(_ text: String, options: MarkdownOptions) -> String {
    String(decoding: render(text, options: options).output.html, as: UTF8.self)
  }
}
