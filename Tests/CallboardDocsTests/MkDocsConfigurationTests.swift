import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import Testing

@Suite struct MkDocsConfigurationTests {
  private static let file = SourcePath(repository: "shop", path: "mkdocs.yml")

  private static func read(_ text: String) -> Diagnosed<MkDocsConfiguration> {
    MkDocsConfiguration.read(Array(text.utf8), file: file)
  }

  @Test func readsTagsOfPythonAsData() {
    let read = Self.read(
      """
      site_name: !ENV [NAME, "Shop"]
      markdown_extensions:
        - pymdownx.emoji:
            emoji_index: !!python/name:material.extensions.emoji.twemoji
      """
    )
    #expect(read.diagnostics.map(\.id.rawValue) == ["mkdocs-environment-not-read"])
    #expect(read.output.siteName == "Shop")
    #expect(read.output.docsFolder == "docs")
  }

  @Test func readsEveryFormOfANavigationEntry() throws {
    let read = Self.read(
      """
      nav:
        - index.md
        - Set up: setup.md
        - Guides:
            - guide/a.md
            - Forge: https://forge.example/
      """
    )
    #expect(read.diagnostics.isEmpty)
    let entries = try #require(read.output.navigation)
    try #require(entries.count == 3)
    guard case .target(nil, "index.md", let span) = entries[0],
      case .target("Set up", "setup.md", _) = entries[1],
      case .section("Guides", let nested) = entries[2]
    else {
      Issue.record("\(entries)")
      return
    }
    #expect(span.range.lowerBound == .init(line: 2, column: 5))
    #expect(nested.count == 2)
  }

  @Test func reportsAnEntryThatIsNeitherPathNorTitle() {
    let read = Self.read("nav:\n  - [a, b]\n")
    #expect(read.diagnostics.map(\.id.rawValue) == ["navigation-not-a-list"])
  }

  @Test func saysOnceForEachWhatItDoesNotRun() {
    let read = Self.read(
      """
      site_name: x
      hooks: [a.py]
      extra_css: []
      extra_javascript: [a.js]
      theme: {name: material, custom_dir: overrides}
      plugins:
        - search
        - material/social
        - mkdocstrings: {handlers: {}}
        - acme-private
        - acme-private
        - drawio: {enabled: false}
      markdown_extensions:
        - admonition
        - pymdownx.blocks.tab: {alternate_style: true}
        - wikilinks
        - acme.ext
      """
    )
    #expect(read.diagnostics.allSatisfy { $0.severity == .note })
    #expect(
      read.diagnostics.map(\.summary) == [
        "'hooks' is not followed: what these scripts change or generate is missing",
        "'extra_javascript' is not followed: what these scripts do on a page is missing",
        "'theme.custom_dir' is not followed: templates and files laid over the theme are missing",
        "The plugin 'social' is not run: preview cards for social networks are missing",
        "The plugin 'mkdocstrings' is not run: reference pages made from source code are missing",
        "The plugin 'acme-private' is not run: what it adds to the pages is missing",
        "The Markdown extension 'wikilinks' is not run: links in double brackets stay as they are written",
        "The Markdown extension 'acme.ext' is not run: its syntax stays in the text as it is written",
      ]
    )
    #expect(read.diagnostics[4].span?.range.lowerBound == .init(line: 9, column: 5))
  }

  @Test func readsTypesOfBlocks() throws {
    let read = Self.read(
      """
      markdown_extensions:
        - pymdownx.blocks.admonition: {types: [new-thing, {name: Hint, class: tip, title: Look}]}
        - pymdownx.blocks.details: {types: [{name: details-tip, class: tip}, {name: "a b"}]}
        - pymdownx.details: {types: [none]}
      """
    )
    let types = [
      BlockType(name: "new-thing", block: .admonition, look: "new-thing", title: "New Thing"),
      BlockType(name: "hint", block: .admonition, look: "tip", title: "Look"),
      BlockType(name: "details-tip", block: .details, look: "tip", title: "Details Tip"),
    ]
    #expect(read.output.style == PageStyle(blockTypes: types.compactMap(\.self)))
  }

  @Test func readsWhatExtensionsChangeInTheText() {
    let styles = [
      "[nl2br, smarty]": PageStyle(usesTypographicMarks: true, keepsLineEnds: true),
      "[markdown.extensions.nl2br, admonition]": PageStyle(keepsLineEnds: true),
      "[{smarty: {smart_quotes: false}}]": PageStyle(),
      "{smarty: {smart_dashes: true}}": PageStyle(usesTypographicMarks: true),
      "[]": PageStyle(),
      "[{toc: {permalink: true, toc_depth: 3}}]": PageStyle(contentsLevels: 1..<4),
      "[{toc: {toc_depth: 2-4}}]": PageStyle(contentsLevels: 2..<5),
      "[{markdown.extensions.toc: {toc_depth: 0}}]": PageStyle(contentsLevels: 1..<1),
      "[{toc: {toc_depth: deep}}]": PageStyle(),
      "[{toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}}]":
        PageStyle(slug: .words),
      "[{toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {}}}}]":
        PageStyle(slug: .casedWords),
      "[{toc: {slugify: !!python/name:pymdownx.slugs.uslugify }}]": PageStyle(slug: .words),
      "[{toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode }}]":
        PageStyle(slug: .unicode),
      "[{pymdownx.magiclink: {user: acme, repo: shop}}]": PageStyle(),
      "[{mdx_gh_links: {user: acme, repo: shop}}]": PageStyle(
        shorthands: ForgeShorthands(
          forge: .gitHub,
          repository: "acme/shop",
          linksReferences: true,
          linksMentions: true,
          shortensAddresses: false
        )
      ),
      "[{pymdownx.magiclink: {repo_url_shorthand: true, provider: gitlab, user: 'a/b', repo: c}}]":
        PageStyle(
          shorthands: ForgeShorthands(
            forge: .gitLab,
            repository: "c",
            linksReferences: true,
            linksMentions: true,
            shortensAddresses: false
          )
        ),
    ]
    for (extensions, style) in styles {
      let read = Self.read("markdown_extensions: \(extensions)\n")
      #expect(read.output.style == style, "\(extensions)")
      #expect(read.diagnostics.isEmpty, "\(extensions)")
    }
  }

  @Test func takesPluginsAsAMapping() {
    let read = Self.read("plugins:\n  search: {lang: en}\n  rss: {}\n")
    #expect(read.output.plugins == ["search", "rss"])
    #expect(read.diagnostics.count == 1)
  }

  @Test func keepsDocsReadableWhenTheFileIsBroken() {
    let read = Self.read("- just a list\n")
    #expect(read.diagnostics.map(\.id.rawValue) == ["mkdocs-not-a-mapping"])
    #expect(read.output.docsFolder == "docs")
  }
}
