/// What the Markdown extensions that authors name do, for those who read that one is not run.
enum MarkdownExtensionName {
  /// nil for an extension that is not in the tables.
  static func effect(of name: String) -> UnrunEffect? {
    let bare = prefixes.first { name.hasPrefix($0) }.map { name.dropFirst($0.count) } ?? name[...]
    if provided.contains(String(bare)) { return .provided }
    return losses[String(bare)].map(UnrunEffect.lost)
  }

  /// Several packages hold the same extension.
  private static let prefixes = [
    "markdown.extensions.", "pymdownx.blocks.", "pymdownx.", "material.extensions.",
    "materialx.", "zensical.extensions.",
  ]

  /// A part of the dialect that all pages are read in, or without an effect on pages.
  private static let provided: Set<String> = [
    "abbr", "admonition", "arithmatex", "attr_list", "b64", "betterem", "callouts", "caption",
    "caret", "codehilite", "critic", "def_list", "definition", "details", "emoji", "escapeall",
    "extra", "extrarawhtml", "fenced_code", "footnotes", "github-callouts", "graphviz",
    "gfm_admonition", "highlight", "html", "inlinehilite", "keys", "legacy_attrs", "magiclink",
    "mark", "markdown_inline_graphviz", "markdown_include.include", "markdown_inline_mermaid",
    "mathjax", "md_in_html", "mdx_gh_links", "mdx_include", "mdx_math", "mdx_truly_sane_lists",
    "meta", "pathconverter", "plantuml_markdown", "preview", "progressbar", "sane_lists",
    "saneheaders", "smartsymbols", "snippets", "striphtml", "superfences", "tab", "tabbed",
    "tables", "tasklist", "tilde", "toc", "truly_sane_lists",
  ]

  private static let losses = [
    "fancylists": "lists are counted in figures",
    "legacy_em": "underscores mark emphasis as CommonMark has it",
    "markdown_exec": "the output of code that it runs is missing",
    "mkdocs-click": "the description of command lines is missing",
    "mkdocs-typer": "the description of command lines is missing",
    "mkdocs_typer2": "the description of command lines is missing",
    "neoteroi.cards": "cards are shown as code",
    "neoteroi.projects": "project plans are shown as code",
    "neoteroi.spantable": "table cells do not span rows or columns",
    "neoteroi.timeline": "timelines are shown as code",
    "nl2br": "a line end inside a paragraph is a space, not a new line",
    "smarty": "quotation marks stay straight",
    "wikilinks": "links in double brackets stay as they are written",
  ]
}
