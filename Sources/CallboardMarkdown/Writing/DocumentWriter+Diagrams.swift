import CCMarkGFM
import CallboardDiagnostics
import CallboardHTML

/// The diagrams of a page while its HTML is written. Their places are the fragment's, two for each: the
/// beginning and the end of what shows the source.
struct DiagramList {
  private(set) var diagrams: [DocumentDiagram] = []

  /// Whether the page has been told that it is over a limit.
  var isReported = false

  /// More than one page needs, and few enough to draw.
  static let countLimit = 100
  /// Bytes of one diagram.
  static let sourceLimit = 50_000

  mutating func append(_ diagram: DocumentDiagram) {
    diagrams.append(diagram)
  }

  /// The diagrams that the fragment still has, with their ranges.
  func placed(at places: [SanitizedFragment.Place]) -> [DocumentDiagram] {
    let offsets = Dictionary(
      places.map { ($0.number, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    return diagrams.enumerated().compactMap { index, diagram in
      guard let start = offsets[2 * index], let end = offsets[2 * index + 1], start <= end else {
        return nil
      }
      var placed = diagram
      placed.sourceRange = start..<end
      return placed
    }
  }
}

extension DocumentWriter {
  /// Opens what holds a diagram, a figure if it has a caption; false for other blocks of code.
  mutating func openDiagram(_ node: CMarkNode, _ info: FenceInfo) -> Bool {
    let code = node.literal
    guard let language = info.language.flatMap(DiagramLanguage.init(fence:)),
      !code.allSatisfy(isBlankByte)
    else { return false }
    let position = position(of: node)
    guard code.count <= DiagramList.sourceLimit, diagrams.diagrams.count < DiagramList.countLimit
    else {
      if diagrams.isReported { return false }
      diagrams.isReported = true
      report(.diagramRefused(isTooLarge: code.count > DiagramList.sourceLimit, file, at: position))
      return false
    }
    builder.open(info.title == nil ? "div" : "figure")
    builder.attribute("class", "diagram")
    builder.place(2 * diagrams.diagrams.count)
    newline()
    diagrams.append(
      DocumentDiagram(
        source: DiagramSource(language: language, text: String(decoding: code, as: UTF8.self)),
        title: info.title,
        sourceRange: 0..<0,
        position: position
      )
    )
    return true
  }

  /// Closes what ``openDiagram(_:_:)`` opened last; its title is the caption.
  mutating func closeDiagram() {
    builder.place(2 * diagrams.diagrams.count - 1)
    newline()
    if let title = diagrams.diagrams.last?.title {
      builder.open("figcaption")
      builder.text(title)
      builder.close()
      newline()
    }
    builder.close()
    newline()
  }
}
