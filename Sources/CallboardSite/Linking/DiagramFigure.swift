import CallboardHTML
import CallboardMarkdown

/// The markup that shows a diagram around the block of code that is its source.
///
/// There is an image for each colour scheme, of which style sheets show one, so that the switch of the theme
/// reaches it. Each leads to its file, where a large one can be seen whole.
struct DiagramFigure {
  let diagram: DocumentDiagram
  let picture: DiagramGallery.Picture
  /// Leads from the page to the site's root.
  let root: String
  let strings: UIStrings

  /// What stands before the source.
  func opening() -> HTML {
    var html = HTML(literal: "\n")
    if let dark = picture.dark {
      image(picture.light, class: "diagram-light", into: &html)
      image(dark, class: "diagram-dark", into: &html)
    } else {
      image(picture.light, class: "diagram-both", into: &html)
    }
    html.append(literal: "<details class=\"diagram-source\"><summary>")
    html.append(escaping: strings.text("docs.diagram-source"))
    html.append(literal: "</summary>")
    return html
  }

  /// What stands behind it.
  func closing() -> HTML {
    HTML(literal: "</details>")
  }

  private func image(_ drawing: DiagramGallery.Drawing, class name: String, into html: inout HTML) {
    html.append(literal: "<a")
    html.append(attribute: "class", value: "diagram-picture \(name)")
    html.append(attribute: "href", value: root + drawing.path)
    html.append(literal: "><img")
    html.append(attribute: "src", value: root + drawing.path)
    html.append(attribute: "width", value: String(drawing.width))
    html.append(attribute: "height", value: String(drawing.height))
    html.append(attribute: "alt", value: alternative)
    html.append(literal: " loading=\"lazy\" decoding=\"async\"></a>\n")
  }

  /// Short, because the source stands beneath the picture.
  private var alternative: String {
    let language = diagram.source.language.name
    return diagram.title.map {
      strings.text("docs.diagram-titled", ["language": language, "title": $0])
    } ?? strings.text("docs.diagram", ["language": language])
  }
}
