import CallboardMarkdown
import CallboardTemplate

/// The headings of a page as a tree, for "on this page".
enum TableOfContents {
  /// Headings of levels 2 and 3, each under the nearest one above it. A page whose only headings are of level 1
  /// shows those, unless there is but one: that is its title.
  static func value(_ headings: [RenderedDocument.Heading], levels: Range<Int>) -> TemplateValue {
    let top = headings.filter { $0.level == 1 }.count > 1 ? 1 : 2
    let shown = headings.filter {
      ($0.level == top || $0.level == top + 1) && levels.contains($0.level) && !$0.text.isEmpty
    }
    var entries: [TemplateValue] = []
    var index = 0
    while index < shown.count {
      let heading = shown[index]
      index += 1
      var children: [TemplateValue] = []
      while index < shown.count, shown[index].level > heading.level {
        children.append(entry(shown[index], children: []))
        index += 1
      }
      entries.append(entry(heading, children: children))
    }
    return .array(entries)
  }

  private static func entry(
    _ heading: RenderedDocument.Heading,
    children: [TemplateValue]
  ) -> TemplateValue {
    .object(
      TemplateObject(
        shape,
        [
          .string(heading.id), .string(heading.text), .integer(heading.level), .array(children),
        ]
      )
    )
  }

  private static let shape = TemplateObject.Shape(["id", "text", "level", "children"])
}
