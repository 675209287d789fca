import CallboardDiagnostics
import Testing

@testable import CallboardDocs

@Suite struct IncludeFoldersTests {
  private func named(_ text: String) -> [String] {
    let file = SourcePath(repository: "shop", path: "mkdocs.yml")
    return MkDocsConfiguration.read(Array(text.utf8), file: file).output.includeFolders
  }

  @Test func readsTheBasePathsOfBothExtensions() {
    let folders = named(
      """
      markdown_extensions:
        - toc
        - pymdownx.snippets:
            base_path: [a, !relative $docs_dir]
        - markdown_include.include:
            base_path: b
        - pymdownx.snippets
      """
    )
    #expect(folders == ["a", "$docs_dir", "b"])
    #expect(named("site_name: x").isEmpty)
    #expect(named("markdown_extensions: {toc: {}}").isEmpty)
  }

  @Test func leavesOutWhatLiesOutside() {
    let folders = IncludeFolders.resolve(
      ["../..", "x", ".", "$docs_dir", "$config_dir/y"],
      base: "site",
      docs: "site/docs"
    )
    #expect(folders == ["site/x", "site", "site/docs", "site/y"])
  }
}
