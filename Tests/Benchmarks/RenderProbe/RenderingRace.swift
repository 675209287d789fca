import CCMarkGFM
import CallboardDiagnostics
import CallboardMarkdown
import Glibc

/// Renders all Markdown files of a folder with cmark-gfm and with callboard, in turn, on one core.
///
/// Both run in this process over bytes that are already in memory. cmark parses with the extensions
/// that callboard uses and writes its own HTML; callboard does all that its render stage does.
struct RenderingRace {
  var folder: String
  var rounds: Int

  private enum Runner: String, CaseIterable {
    case cmark, plain, highlighted
  }

  /// Prints `pages<TAB>bytes`, then a line `runner<TAB>seconds` for each runner and round.
  func run() {
    let pages = markdownFiles(under: folder).compactMap(contents(of:))
    print("\(pages.count)\t\(pages.reduce(0) { $0 + $1.count })")
    // The first render of a process fills tables; it is nobody's.
    for runner in Runner.allCases { _ = pages.prefix(20).map { render($0, runner) } }
    for _ in 0..<rounds {
      for runner in Runner.allCases {
        let start = processorSeconds()
        for page in pages { render(page, runner) }
        print("\(runner.rawValue)\t\(processorSeconds() - start)")
        fflush(nil)
      }
    }
  }

  private func render(_ page: [UInt8], _ runner: Runner) {
    switch runner {
    case .cmark: CMark.shared.render(page)
    case .plain: Self.callboard(page, highlightsCode: false)
    case .highlighted: Self.callboard(page, highlightsCode: true)
    }
  }

  private static func callboard(_ page: [UInt8], highlightsCode: Bool) {
    _ = MarkdownRenderer.render(
      page,
      file: SourcePath(repository: "docs", path: "page.md"),
      options: MarkdownOptions(highlightsCode: highlightsCode)
    )
  }

  /// The paths of all `.md` files below a folder, sorted.
  private func markdownFiles(under folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
        found += markdownFiles(under: path)
      } else if name.hasSuffix(".md") {
        found.append(path)
      }
    }
    return found.sorted()
  }
}

/// cmark-gfm by itself.
private struct CMark {
  private let extensions: [OpaquePointer]

  nonisolated(unsafe) static let shared = CMark()

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    let names: [String] = ["table", "strikethrough", "autolink", "tasklist"]
    extensions = names.compactMap { cmark_find_syntax_extension($0) }
  }

  func render(_ page: [UInt8]) {
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return }
    defer { cmark_parser_free(parser) }
    for syntax in extensions { cmark_parser_attach_syntax_extension(parser, syntax) }
    page.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    free(cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)))
  }
}
