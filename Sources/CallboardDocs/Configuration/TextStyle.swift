import CallboardMarkdown

/// Reads what the options of `markdown_extensions` change in the text of all pages.
enum TextStyle {
  static func read(_ extensions: NamedFeatures) -> PageStyle {
    var style = PageStyle()
    for entry in extensions.entries {
      switch entry.name.split(separator: ".").last {
      // Quotes are what most authors mean; who switches them off gets none of the marks.
      case "smarty": style.usesTypographicMarks = entry.options?["smart_quotes"]?.bool ?? true
      case "nl2br": style.keepsLineEnds = true
      case "toc":
        style.slug = entry.options?["slugify"].map(slug) ?? .mkdocs
        style.contentsLevels = entry.options?["toc_depth"].flatMap(levels) ?? 1..<7
      case "mdx_gh_links": style.shorthands = entry.options.map(gitHubLinks)
      case "magiclink": style.shorthands = entry.options.flatMap(shorthands)
      case "admonition" where isBlock(entry.name):
        style.blockTypes += blockTypes(entry.options, of: .admonition)
      case "details" where isBlock(entry.name):
        style.blockTypes += blockTypes(entry.options, of: .details)
      default: break
      }
    }
    return style
  }

  /// The functions of Python-Markdown and pymdown-extensions by their names; any other one cannot be followed.
  private static func slug(_ value: ConfigurationValue) -> HeadingSlug.Rule {
    let name = value.tagged?.tag ?? value.string ?? ""
    switch name.split(separator: ".").last {
    case "slugify" where name.contains("pymdownx"):
      let wanted = value.tagged?.value["kwds"]?["case"]?.string ?? "none"
      return wanted == "none" ? .casedWords : .words
    case "uslugify", "gfm", "uslugify_encoded", "gfm_encoded": return .words
    case "uslugify_cased", "uslugify_cased_encoded": return .casedWords
    case "slugify_unicode": return .unicode
    default: return .mkdocs
    }
  }

  /// `3` for all levels down to the third, `2-4` for those between; nil for anything else.
  private static func levels(_ value: ConfigurationValue) -> Range<Int>? {
    let text = value.int.map(String.init) ?? value.string ?? ""
    let ends = text.split(separator: "-", maxSplits: 1).compactMap { Int($0) }
    guard let last = ends.last, (0...6).contains(last) else { return nil }
    let first = ends.count > 1 ? ends[0] : 1
    guard (1...6).contains(first) else { return nil }
    return first..<max(first, last + 1)
  }

  private static func isBlock(_ name: String) -> Bool { name.hasPrefix("pymdownx.blocks.") }

  /// The option `types` of the blocks of pymdown-extensions: names, or mappings with `name`, `class` and `title`.
  private static func blockTypes(
    _ options: ConfigurationValue?,
    of block: BlockType.Block
  ) -> [BlockType] {
    (options?["types"]?.items ?? []).prefix(mostBlockTypes).compactMap { item in
      guard let name = item.string ?? item["name"]?.string else { return nil }
      let words = name.split { $0 == "-" || $0 == "_" }
      let title = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
      return BlockType(
        name: name,
        block: block,
        look: item["class"]?.string ?? name,
        title: item["title"]?.string ?? title
      )
    }
  }

  /// So many types of each kind of block are more than a reader can tell apart.
  private static let mostBlockTypes = 200

  private static func shorthands(_ options: ConfigurationValue) -> ForgeShorthands? {
    let shorthands = ForgeShorthands(
      forge: ForgeShorthands.Forge(provider: options["provider"]?.string),
      repository: [options["user"]?.string, options["repo"]?.string]
        .compactMap { part in part.flatMap { isName($0) ? $0 : nil } }.joined(separator: "/"),
      linksReferences: options["repo_url_shorthand"]?.bool ?? false,
      linksMentions: ["repo_url_shorthand", "social_url_shorthand"]
        .contains { options[$0]?.bool ?? false },
      shortensAddresses: options["repo_url_shortener"]?.bool ?? false
    )
    let isUsed =
      shorthands.linksReferences || shorthands.linksMentions || shorthands.shortensAddresses
    return isUsed ? shorthands : nil
  }

  /// Those of `mdx_gh_links`, which needs no more than a repository to link to.
  private static func gitHubLinks(_ options: ConfigurationValue) -> ForgeShorthands {
    let parts = ["user", "repo"].compactMap { options[$0]?.string }.filter(isName)
    return ForgeShorthands(
      forge: .gitHub,
      repository: parts.joined(separator: "/"),
      linksReferences: true,
      linksMentions: true,
      shortensAddresses: false
    )
  }

  /// Letters, digits, `-`, `_` and `.`, of which forges make names.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || "-_.".utf8.contains(byte)
      }
  }
}
