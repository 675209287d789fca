package import CallboardDiagnostics
import CallboardYAML

/// What the YAML block at the head of a page says about it.
package struct FrontMatter: Hashable, Sendable {
  package var title: String?
  package var description: String?

  package init() {}

  /// Reads the text between the `---` lines.
  ///
  /// - Parameter firstLine: The line of the file on which the text begins, counted from 1.
  package static func read(
    _ text: String,
    firstLine: Int,
    file: SourcePath
  ) -> Diagnosed<FrontMatter> {
    // Empty lines in front keep the positions of the findings those of the file.
    let padding = String(repeating: "\n", count: max(0, firstLine - 1))
    let parsed = YAMLParser.document(
      Array((padding + text).utf8),
      file: file,
      options: YAMLOptions(foreignTags: .opaque)
    )
    var frontMatter = FrontMatter()
    let root = parsed.output
    frontMatter.title = root?["title"]?.string
    frontMatter.description = root?["description"]?.string
    return Diagnosed(
      frontMatter,
      diagnostics: parsed.diagnostics.map { finding in
        var warning = finding
        warning.severity = min(warning.severity, .warning)
        return warning
      }
    )
  }
}
