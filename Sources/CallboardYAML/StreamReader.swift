import CYAML
import CallboardDiagnostics

/// Reads the chunks of one stream, holding them to the limits of the file.
struct StreamReader {
  private(set) var documents: [YAMLDocument] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourcePath
  private let options: YAMLOptions
  private var nextIndex = 0
  private var budget: Budget

  /// What the rest of the file may still use.
  struct Budget {
    var nodes: Int
    var aliases: Int
  }

  init(file: SourcePath, options: YAMLOptions) {
    self.file = file
    self.options = options
    self.budget = Budget(nodes: options.limits.nodes, aliases: options.limits.aliases)
  }

  /// Reads the documents of one chunk: one, or several if lone CRs end its lines.
  ///
  /// - Returns: false when the file has used up a limit, so that reading on is pointless.
  mutating func read(
    _ chunk: DocumentSplitter.Chunk,
    of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: text[chunk.bytes])
    let positions = PositionMap(bytes, firstLine: chunk.line)
    let places = Places(file: file, positions: positions)
    guard var events = EventStream(bytes) else {
      diagnostics.append(.yamlSyntax("not enough memory", context: nil, span: .wholeFile(file)))
      return false
    }
    var roots: [YAMLNode] = []
    var findings: [Diagnostic] = []
    reading: while true {
      guard events.advance() else {
        findings.append(places.diagnostic(for: events.failure))
        break
      }
      switch events.event.pointee.type {
      case YAML_STREAM_END_EVENT, YAML_NO_EVENT: break reading
      case YAML_DOCUMENT_START_EVENT:
        var builder = DocumentBuilder(places: places, options: options, budget: budget)
        let root = builder.build(from: &events)
        findings += builder.diagnostics
        budget = builder.budget
        guard findings.isEmpty else { break reading }
        if let root, !root.isNull { roots.append(root) }
      default: break
      }
    }
    return keep(roots, findings: findings, at: chunk.line)
  }

  private mutating func keep(_ roots: [YAMLNode], findings: [Diagnostic], at line: Int) -> Bool {
    let count = findings.isEmpty ? roots.count : 1
    guard nextIndex + count <= options.limits.documents else {
      diagnostics.append(
        .tooManyDocuments(
          limit: options.limits.documents,
          span: SourceSpan(file: file, line: line)
        )
      )
      return false
    }
    diagnostics += findings
    if findings.isEmpty {
      for (offset, root) in roots.enumerated() {
        documents.append(YAMLDocument(root: root, index: nextIndex + offset))
      }
    }
    nextIndex += count
    return budget.nodes >= 0
  }
}

/// Makes spans and syntax findings of libyaml's marks.
struct Places {
  let file: SourcePath
  let positions: PositionMap

  /// The range between two marks of the chunk.
  func extent(_ start: yaml_mark_t, _ end: yaml_mark_t) -> YAMLExtent {
    YAMLExtent(positions.position(of: start), positions.position(of: end))
  }

  func span(_ extent: YAMLExtent) -> SourceSpan {
    SourceSpan(file: file, range: extent.range)
  }

  /// The finding for what libyaml could not read, at the place that helps most.
  func diagnostic(for failure: EventStream.Failure) -> Diagnostic {
    if let offset = failure.encodingOffset {
      let position = positions.position(atByte: offset)
      return .yamlEncoding(
        failure.problem.contains("control")
          ? "The file holds a control character" : "The file is not UTF-8",
        span: SourceSpan(file: file, range: position..<position)
      )
    }
    let problem = positions.position(of: failure.problemMark)
    let context = positions.position(of: failure.contextMark)
    // At the end of the text, what was left open says more than where the text ends.
    let isAtEnd = failure.problem.contains("end of stream") && failure.context != nil
    let position = isAtEnd ? context : problem
    return .yamlSyntax(
      failure.problem,
      context: failure.context,
      span: SourceSpan(file: file, range: position..<position),
      began: failure.context == nil || context == position
        ? nil : SourceSpan(file: file, range: context..<context)
    )
  }
}
