package import CallboardDiagnostics

/// One value of a YAML document together with the place it was written at.
///
/// A value type: an alias is a copy that shares its children's storage, and its own place is that
/// of the alias while the children keep theirs.
package struct YAMLNode: Sendable {
  /// How a scalar was written; collections are always `.plain`.
  package enum Style: UInt8, Sendable {
    case plain
    case quoted
    /// `|`: the text begins on the line after the node's first line.
    case literal
    /// `>`: like `.literal`, but line breaks may have become spaces.
    case folded
  }

  package var value: YAMLValue
  private var extent: YAMLExtent
  package var style: Style

  package init(
    _ value: YAMLValue,
    range: Range<SourceSpan.Position>,
    style: Style = .plain
  ) {
    self.value = value
    self.extent = YAMLExtent(range)
    self.style = style
  }

  init(_ value: YAMLValue, extent: YAMLExtent, style: Style = .plain) {
    self.value = value
    self.extent = extent
    self.style = style
  }

  /// Where the value stands in its file; a block collection ends where its last child ends.
  package var range: Range<SourceSpan.Position> { extent.range }

  /// The value's place in the file that it was read from.
  package func span(in file: SourcePath) -> SourceSpan {
    SourceSpan(file: file, range: range)
  }

  /// The same value at another place, as an alias needs it.
  func moved(to extent: YAMLExtent) -> YAMLNode {
    YAMLNode(value, extent: extent, style: style)
  }

  var compactExtent: YAMLExtent { extent }
}

// Shorthands that answer nil when the value is of another type.
extension YAMLNode {
  package var string: String? { if case .string(let text) = value { text } else { nil } }

  package var bool: Bool? { if case .bool(let flag) = value { flag } else { nil } }

  package var int: Int? { if case .int(let number) = value { number } else { nil } }
  /// Of an integer as well.
  package var number: Double? {
    if case .float(let number) = value { number } else { int.map(Double.init) }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = value { nodes } else { nil }
  }

  package var mapping: YAMLMapping? {
    if case .mapping(let mapping) = value { mapping } else { nil }
  }

  package var isNull: Bool { if case .null = value { true } else { false } }

  /// The value of a key, or nil if this is no mapping or has no such key.
  package subscript(key: String) -> YAMLNode? { mapping?[key] }
}

/// A range of positions in 16 bytes, because a catalog holds millions of nodes.
struct YAMLExtent: Sendable {
  var startLine: UInt32
  var startColumn: UInt32
  var endLine: UInt32
  var endColumn: UInt32

  init(_ start: SourceSpan.Position, _ end: SourceSpan.Position) {
    startLine = UInt32(clamping: start.line)
    startColumn = UInt32(clamping: start.column)
    endLine = UInt32(clamping: end.line)
    endColumn = UInt32(clamping: end.column)
  }

  init(_ range: Range<SourceSpan.Position>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// An end before the start, which libyaml gives for some empty values, becomes the start.
  var range: Range<SourceSpan.Position> {
    let start = SourceSpan.Position(line: Int(startLine), column: Int(startColumn))
    let end = SourceSpan.Position(line: Int(endLine), column: Int(endColumn))
    return start..<max(start, end)
  }
}
