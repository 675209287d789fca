import CallboardTemplate
import Testing

@testable import CallboardSite

/// Style sheets that all pages load, and those that only some do.
@Suite struct PageStylesTests {
  private func styles(of layout: String) throws -> [String] {
    let assets = try Theme(files: Theme.packedFiles, version: "test").assets
    guard case .object(let value) = assets.value(root: "../", layout: layout),
      case .array(let paths)? = value["styles"]
    else { return [] }
    return paths.compactMap { if case .string(let path) = $0 { path } else { nil } }
  }

  @Test func loadsWhatAPageNeedsAfterWhatAllNeed() throws {
    let docs = try styles(of: "docs")
    #expect(docs.first == "../assets/test/style.css")
    #expect(docs.contains("../assets/test/style-docs.css"))
    #expect(!docs.contains("../assets/test/style-search.css"))
    #expect(try styles(of: "about") == ["../assets/test/style.css"])
  }

  /// A browser asks the system for each weight of a font at each size by itself, which costs more than to lay out the words.
  @Test func usesTwoWeightsOfFonts() throws {
    let assets = try Theme(files: Theme.packedFiles, version: "test").assets
    let styles = assets.files.filter { $0.path.hasSuffix(".css") }
    let weights = styles.flatMap { file in
      String(decoding: file.bytes, as: UTF8.self)
        .matches(of: /font-weight: ?([^;}]+)/).map { String($0.1) }
    }
    #expect(Set(weights) == ["400", "600"])
  }

  @Test func publishesEveryFileThatPagesLoad() throws {
    let manifest = try ThemeManifest(files: Theme.packedFiles)
    let assets = try Theme(files: Theme.packedFiles, version: "test").assets
    for group in manifest.pageStyles {
      let file = assets.files.first { $0.path == "assets/test/\(group.path)" }
      #expect(file?.bytes.isEmpty == false, "\(group.name)")
    }
  }

  @Test func namesTemplatesThatThereAre() throws {
    let manifest = try ThemeManifest(files: Theme.packedFiles)
    for page in manifest.pageStyles.flatMap(\.pages) {
      #expect(Theme.packedFiles["templates/pages/\(page).html"] != nil, "\(page)")
    }
  }

  @Test func usesEveryStyleSheetOnce() throws {
    let listed = try ThemeManifest(files: Theme.packedFiles).allStyles
    let there = Theme.packedFiles.keys.filter {
      $0.hasPrefix("styles/") && !$0.hasPrefix("styles/export/")
    }
    #expect(listed.sorted() == there.sorted())
  }

  @Test func namesAStyleSheetThatIsMissing() {
    var files = Theme.packedFiles
    files["styles/search.css"] = nil
    let error = #expect(throws: ThemeError.self) { try Theme(files: files, version: "test") }
    #expect(error?.summary.contains("styles/search.css") == true)
  }

  @Test func writesHighContrastForThoseWhoChooseItToo() {
    let css = """
      @layer tokens {
        :root { --cb-bg: #eeeeee; }
        @media (prefers-contrast: more) {
          :root:not([data-contrast="normal"]) { --cb-bg: #ffffff; --cb-text: #000000; }
        }
      }
      """
    let added = String(decoding: ContrastChoice.style(for: Array(css.utf8)), as: UTF8.self)
    #expect(added.contains(":root[data-contrast=\"more\"]"))
    #expect(added.contains("--cb-bg: #ffffff;") && added.contains("--cb-text: #000000;"))
    #expect(!added.contains("#eeeeee"))
    #expect(ContrastChoice.style(for: Array(":root { --cb-bg: #fff; }".utf8)).isEmpty)
  }
}
