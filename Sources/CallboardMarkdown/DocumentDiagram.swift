package import CallboardDiagnostics

/// A language for diagrams whose fenced blocks become pictures.
package enum DiagramLanguage: String, CaseIterable, Comparable, Sendable {
  case mermaid, graphviz, plantuml, d2

  /// The language that a fence names, in lower case; nil for others.
  init?(fence: String) {
    switch fence {
    case "mermaid": self = .mermaid
    case "graphviz", "dot", "gv": self = .graphviz
    case "plantuml", "puml": self = .plantuml
    case "d2": self = .d2
    default: return nil
    }
  }

  /// As its makers spell it.
  package var name: String {
    switch self {
    case .mermaid: "Mermaid"
    case .graphviz: "Graphviz"
    case .plantuml: "PlantUML"
    case .d2: "D2"
    }
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A diagram as an author wrote it. Equal sources have one picture, wherever they stand.
package struct DiagramSource: Hashable, Comparable, Sendable {
  package var language: DiagramLanguage
  package var text: String

  package init(language: DiagramLanguage, text: String) {
    self.language = language
    self.text = text
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.language, lhs.text) < (rhs.language, rhs.text)
  }
}

/// A place in a page's HTML for the picture of a diagram.
///
/// The HTML holds the source as a block of code in a figure. Where there is a picture, it is put before that
/// block, which moves into an element that can be opened; without one, the block stands as it is.
package struct DocumentDiagram: Hashable, Sendable {
  package var source: DiagramSource
  /// What the author calls it; nil without a title.
  package var title: String?
  /// The bytes of the HTML that show the source.
  package var sourceRange: Range<Int>
  /// Where the fence begins in the file.
  package var position: SourceSpan.Position

  package init(
    source: DiagramSource,
    title: String?,
    sourceRange: Range<Int>,
    position: SourceSpan.Position
  ) {
    self.source = source
    self.title = title
    self.sourceRange = sourceRange
    self.position = position
  }
}
