import CallboardBuild
import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardMarkdown
import Testing

@Suite struct LimitSettingsTests {
  private func read(_ text: String) -> Diagnosed<SiteConfiguration> {
    SiteConfiguration.read(
      Array("sources: [{path: x}]\n\(text)".utf8),
      file: SourcePath(repository: "", path: "site.yaml"),
      folder: "."
    )
  }

  @Test func readsNumbersInTheUnitsOfTheirKeys() {
    let read = read(
      """
      limits:
        yaml: {megabytes: 2, depth: 10, aliases: 3, values: 4, documents: 5, keyBytes: 6}
        entity:
          {relations: 1, links: 2, tags: 3, labels: 4, titleCharacters: 5, descriptionCharacters: 6, urlBytes: 7,
          referenceBytes: 8}
        page:
          {megabytes: 1, outputMegabytes: 2, seconds: 3, lineKilobytes: 4, nesting: 5, tableColumns: 6, tableCells: 7,
          referenceKilobytes: 8, includes: 9, includeDepth: 10, includeMegabytes: 11}
        asset: {megabytes: 3}
        repository:
          {files: 1, pathBytes: 2, folderDepth: 3, gitSeconds: 4, cloneSeconds: 5, entities: 6, catalogMegabytes: 7,
          pages: 8, markdownMegabytes: 9, assetMegabytes: 10}
      """
    )
    #expect(read.diagnostics.isEmpty)
    let limits = read.output.limits
    #expect(limits.entity.urlLength == 7)
    #expect(limits.page.lineBytes == 4 << 10)
    #expect(limits.page.includedBytes == 11 << 20)
    #expect(limits.assetBytes == 3 << 20)
    #expect(limits.crawl.cloneSeconds == 5)
    #expect(limits.repository.assetBytes == 10 << 20)
  }

  @Test func reportsNumbersOutOfTheirRangeAndKeepsTheDefault() {
    for text in ["0", "-1", "257", "99999999999999"] {
      let read = read("limits: {page: {nesting: \(text)}}")
      #expect(read.diagnostics.map(\.id.rawValue) == ["limit-invalid"], "\(text)")
      #expect(read.output.limits.page.nesting == 64)
    }
    #expect(
      read("limits: {page: {depth: 1}}").diagnostics.map(\.id.rawValue) == ["key-unknown"]
    )
  }
}
