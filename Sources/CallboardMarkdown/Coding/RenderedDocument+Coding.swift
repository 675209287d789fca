import CallboardDiagnostics
import CallboardHTML

extension ByteWriter {
  mutating func document(_ document: RenderedDocument) {
    blob(document.html)
    list(document.links) { $0.link($1) }
    list(document.variables) { writer, variable in
      writer.number(variable.offset)
      writer.number(variable.length)
      writer.text(variable.name)
    }
    list(document.ids) { $0.text($1) }
    list(document.headings) { writer, heading in
      writer.byte(UInt8(clamping: heading.level))
      writer.text(heading.id)
      writer.optional(heading.alias) { $0.text($1) }
      writer.text(heading.text)
      writer.number(heading.line)
    }
    optional(document.title) { $0.text($1) }
    optional(document.frontMatter) { writer, block in
      writer.text(block.text)
      writer.number(block.firstLine)
    }
    list(document.sections) { writer, section in
      writer.optional(section.heading) { $0.number($1) }
      writer.text(section.text)
    }
    number(document.wordCount)
    list(document.diagrams) { $0.diagram($1) }
    includedLines(document.includedLines)
  }

  private mutating func diagram(_ diagram: DocumentDiagram) {
    text(diagram.source.language.rawValue)
    text(diagram.source.text)
    optional(diagram.title) { $0.text($1) }
    number(diagram.sourceRange.lowerBound)
    number(diagram.sourceRange.upperBound)
    position(diagram.position)
  }

  mutating func includedLines(_ lines: IncludedLines) {
    list(lines.runs) { writer, run in
      writer.number(run.line)
      writer.optional(run.path) { $0.text($1) }
      writer.number(run.fileLine)
      writer.number(run.shift)
    }
  }

  private mutating func link(_ link: DocumentLink) {
    number(link.offset)
    text(link.destination)
    text(link.kind.rawValue)
    flag(link.isSlot)
    position(link.position)
    flag(link.isAuthorHTML)
  }

  mutating func position(_ position: SourceSpan.Position) {
    number(position.line)
    number(position.column)
  }
}

extension ByteReader {
  mutating func document() throws(Damage) -> RenderedDocument {
    let html = try blob()
    let links = try list { reader throws(Damage) in try reader.link() }
    // Whoever fills the slots cuts the HTML at these places.
    var last = 0
    for link in links {
      guard link.offset >= last, link.offset <= html.count else { throw Damage() }
      last = link.offset
    }
    let variables = try list { reader throws(Damage) in try reader.variable(in: html) }
    let ids = try list { reader throws(Damage) in try reader.text() }
    let headings = try list { reader throws(Damage) in try reader.heading() }
    let title = try optional { reader throws(Damage) in try reader.text() }
    let frontMatter = try optional { reader throws(Damage) in
      RenderedDocument.FrontMatterBlock(text: try reader.text(), firstLine: try reader.number())
    }
    let sections = try list { reader throws(Damage) in
      let heading = try reader.optional { reader throws(Damage) in try reader.number() }
      guard heading.map(headings.indices.contains) ?? true else { throw Damage() }
      return RenderedDocument.TextSection(heading: heading, text: try reader.text())
    }
    let wordCount = try number()
    let diagrams = try list { reader throws(Damage) in try reader.diagram() }
    last = 0
    for diagram in diagrams {
      guard diagram.sourceRange.lowerBound >= last, diagram.sourceRange.upperBound <= html.count
      else { throw Damage() }
      last = diagram.sourceRange.upperBound
    }
    return RenderedDocument(
      html: html,
      links: links,
      variables: variables,
      ids: ids,
      headings: headings,
      title: title,
      frontMatter: frontMatter,
      sections: sections,
      wordCount: wordCount,
      diagrams: diagrams,
      includedLines: try includedLines()
    )
  }

  private mutating func diagram() throws(Damage) -> DocumentDiagram {
    guard let language = DiagramLanguage(rawValue: try text()) else { throw Damage() }
    let source = DiagramSource(language: language, text: try text())
    let title = try optional { reader throws(Damage) in try reader.text() }
    let start = try number()
    let end = try number()
    guard start <= end else { throw Damage() }
    return DocumentDiagram(
      source: source,
      title: title,
      sourceRange: start..<end,
      position: try position()
    )
  }

  mutating func includedLines() throws(Damage) -> IncludedLines {
    var lines = IncludedLines()
    lines.runs = try list { reader throws(Damage) in
      IncludedLines.Run(
        line: try reader.number(),
        path: try reader.optional { reader throws(Damage) in try reader.text() },
        fileLine: try reader.number(),
        shift: try reader.number()
      )
    }
    // Lines are subtracted and added without a check when a position is looked up.
    let isSound = lines.runs.allSatisfy { run in
      [run.line, run.fileLine, run.shift].allSatisfy { (0...(1 << 32)).contains($0) }
    }
    guard isSound else { throw Damage() }
    return lines
  }

  private mutating func heading() throws(Damage) -> RenderedDocument.Heading {
    let level = try byte()
    guard (1...6).contains(level) else { throw Damage() }
    return RenderedDocument.Heading(
      level: Int(level),
      id: try text(),
      alias: try optional { reader throws(Damage) in try reader.text() },
      text: try text(),
      line: try number()
    )
  }

  private mutating func variable(in html: [UInt8]) throws(Damage) -> FragmentText {
    let variable = FragmentText(offset: try number(), length: try number(), name: try text())
    let isInside = variable.offset <= html.count && variable.length <= html.count - variable.offset
    guard variable.offset >= 0, variable.length >= 0, isInside else { throw Damage() }
    return variable
  }

  private mutating func link() throws(Damage) -> DocumentLink {
    let offset = try number()
    let destination = try text()
    guard let kind = FragmentLink.Kind(rawValue: try text()) else { throw Damage() }
    return DocumentLink(
      offset: offset,
      destination: destination,
      kind: kind,
      isSlot: try flag(),
      position: try position(),
      isAuthorHTML: try flag()
    )
  }

  mutating func position() throws(Damage) -> SourceSpan.Position {
    SourceSpan.Position(line: try number(), column: try number())
  }
}
