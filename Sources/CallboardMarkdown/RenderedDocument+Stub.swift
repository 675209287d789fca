package import CallboardDiagnostics
import CallboardHTML

extension RenderedDocument {
  /// What stands in the place of a page that could not be rendered: a box that says why.
  /// Of `diagnostics` it shows the errors only.
  package static func stub(
    reason diagnostics: [Diagnostic],
    frontMatter: FrontMatterBlock? = nil
  ) -> RenderedDocument {
    var html = HTML(literal: "<aside class=\"admonition failure\" data-cb-stub>")
    html.append(literal: "<p class=\"admonition-title\">This page could not be built</p>\n")
    for diagnostic in diagnostics where diagnostic.severity == .error {
      html.append(literal: "<p>")
      html.append(escaping: diagnostic.summary)
      html.append(literal: ".</p>\n")
      for line in diagnostic.help {
        html.append(literal: "<p>")
        html.append(escaping: line)
        html.append(literal: "</p>\n")
      }
    }
    html.append(literal: "</aside>\n")
    return RenderedDocument(html: html.bytes, frontMatter: frontMatter)
  }
}
