import CYAML
import CallboardDiagnostics

/// Builds one document's tree from events, with a stack of its own instead of recursion.
struct DocumentBuilder {
  /// Not empty when the document is to be left out.
  private(set) var diagnostics: [Diagnostic] = []
  /// What is left for the rest of the file; nodes below zero when the limit was passed.
  private(set) var budget: StreamReader.Budget

  private let places: Places
  private let options: YAMLOptions
  private var frames: [Frame] = []
  private var anchors: [String: Anchor] = [:]
  private var root: YAMLNode?

  /// Further duplicate keys of a document are not reported.
  private static let greatestFindings = 10

  init(places: Places, options: YAMLOptions, budget: StreamReader.Budget) {
    self.places = places
    self.options = options
    self.budget = budget
  }

  /// Reads events up to the document's end.
  ///
  /// Stops at the first event past a limit, because libyaml itself is quadratic in flow depth.
  /// - Returns: nil when the document is empty or has an error.
  mutating func build(from events: inout EventStream) -> YAMLNode? {
    while events.advance() {
      let event = events.event
      let isRead =
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: addScalar(event)
        case YAML_ALIAS_EVENT: addAlias(event)
        case YAML_SEQUENCE_START_EVENT: open(.sequence, event)
        case YAML_MAPPING_START_EVENT: open(.mapping, event)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(event)
        default: true
        }
      guard isRead else { return nil }
      if event.pointee.type == YAML_DOCUMENT_END_EVENT { return diagnostics.isEmpty ? root : nil }
    }
    diagnostics.append(places.diagnostic(for: events.failure))
    return nil
  }
}

extension DocumentBuilder {
  /// A collection whose end has not been seen.
  struct Frame {
    enum Kind { case sequence, mapping }

    var kind: Kind
    var start: yaml_mark_t
    var isFlow: Bool
    var anchor: String?
    var tag: String?
    var items: [YAMLNode] = []
    var entries = EntryList()
    /// The extent of a key that waits for its value.
    var key: (text: String, extent: YAMLExtent)?
    /// Nodes below this one, aliases counted as if expanded.
    var nodes = 0
    /// Collections below this one, one within the other.
    var height = 0
  }

  struct Anchor {
    /// nil while the node is being read: an alias to it would be a cycle.
    var node: YAMLNode?
    var nodes: Int
    var height: Int
  }

  private typealias Event = UnsafeMutablePointer<yaml_event_t>

  private mutating func addScalar(_ event: Event) -> Bool {
    let scalar = event.pointee.data.scalar
    let text = UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
    let extent = places.extent(event.pointee.start_mark, event.pointee.end_mark)
    let style = YAMLNode.Style(scalar.style)
    var node: YAMLNode
    if let tag = Self.string(scalar.tag) {
      guard let value = tagged(tag, text, extent) else { return false }
      node = YAMLNode(value, extent: extent, style: style)
    } else {
      let value =
        style == .plain ? CoreSchema.value(ofPlain: text) : .string(CoreSchema.string(text))
      node = YAMLNode(value, extent: extent, style: style)
    }
    if let name = Self.string(scalar.anchor) {
      anchors[name] = Anchor(node: node, nodes: 1, height: 0)
    }
    return add(&node, nodes: 1, height: 0)
  }

  private mutating func tagged(
    _ tag: String,
    _ text: UnsafeBufferPointer<UInt8>,
    _ extent: YAMLExtent
  ) -> YAMLValue? {
    if let core = CoreTag(resolved: tag) {
      if let value = CoreSchema.value(of: text, as: core) { return value }
      diagnostics.append(
        .valueUnlikeTag(CoreSchema.string(text), tag: tag, span: places.span(extent))
      )
      return nil
    }
    guard options.foreignTags == .opaque else {
      diagnostics.append(.foreignTag(tag, span: places.span(extent)))
      return nil
    }
    let inner = YAMLNode(.string(CoreSchema.string(text)), extent: extent)
    return .tagged(tag: tag, inner)
  }

  private mutating func addAlias(_ event: Event) -> Bool {
    let extent = places.extent(event.pointee.start_mark, event.pointee.end_mark)
    let name = Self.string(event.pointee.data.alias.anchor) ?? ""
    guard let anchor = anchors[name] else {
      diagnostics.append(.unknownAnchor(name, span: places.span(extent)))
      return false
    }
    guard let node = anchor.node else {
      diagnostics.append(.aliasCycle(name, span: places.span(extent)))
      return false
    }
    budget.aliases -= 1
    guard budget.aliases >= 0 else {
      diagnostics.append(
        .tooManyAliases(limit: options.limits.aliases, span: places.span(extent))
      )
      return false
    }
    guard frames.count + anchor.height <= options.limits.depth else {
      return refuseDepth(extent)
    }
    var copy = node.moved(to: extent)
    return add(&copy, nodes: anchor.nodes, height: anchor.height)
  }

  private mutating func open(_ kind: Frame.Kind, _ event: Event) -> Bool {
    let mark = event.pointee.start_mark
    guard frames.count < options.limits.depth else {
      return refuseDepth(places.extent(mark, event.pointee.end_mark))
    }
    let data = event.pointee.data
    let isSequence = kind == .sequence
    var frame = Frame(
      kind: kind,
      start: mark,
      isFlow: isSequence
        ? data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        : data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
      anchor: Self.string(isSequence ? data.sequence_start.anchor : data.mapping_start.anchor)
    )
    if let tag = Self.string(isSequence ? data.sequence_start.tag : data.mapping_start.tag) {
      let wanted: CoreTag = isSequence ? .sequence : .mapping
      if tag != "!", CoreTag(rawValue: tag) != wanted {
        guard options.foreignTags == .opaque else {
          let span = places.span(places.extent(mark, event.pointee.end_mark))
          diagnostics.append(.foreignTag(tag, span: span))
          return false
        }
        frame.tag = tag
      }
    }
    if let anchor = frame.anchor { anchors[anchor] = Anchor(node: nil, nodes: 0, height: 0) }
    frames.append(frame)
    return true
  }

  private mutating func close(_ event: Event) -> Bool {
    guard let frame = frames.popLast() else { return true }
    var extent = places.extent(frame.start, event.pointee.end_mark)
    let last = frame.kind == .sequence ? frame.items.last : frame.entries.last?.value
    // A block collection "ends" for libyaml where the next thing begins, comments later.
    if !frame.isFlow, let last {
      extent.endLine = last.compactExtent.endLine
      extent.endColumn = last.compactExtent.endColumn
    }
    var node = YAMLNode(
      frame.kind == .sequence ? .sequence(frame.items) : .mapping(frame.entries.mapping),
      extent: extent
    )
    if let tag = frame.tag { node = YAMLNode(.tagged(tag: tag, node), extent: extent) }
    let (nodes, height) = (frame.nodes + 1, frame.height + 1)
    if let anchor = frame.anchor {
      anchors[anchor] = Anchor(node: node, nodes: nodes, height: height)
    }
    return add(&node, nodes: nodes, height: height, isCounted: true)
  }

  /// Puts a finished node where it belongs: as a key, a value, an item or the root.
  ///
  /// With `isCounted` the nodes below this one were taken off the budget when they were read.
  private mutating func add(
    _ node: inout YAMLNode,
    nodes: Int,
    height: Int,
    isCounted: Bool = false
  ) -> Bool {
    budget.nodes -= isCounted ? 1 : nodes
    guard budget.nodes >= 0 else {
      let span = places.span(node.compactExtent)
      diagnostics.append(.tooManyNodes(limit: options.limits.nodes, span: span))
      return false
    }
    let top = frames.count - 1
    guard top >= 0 else {
      root = node
      return true
    }
    frames[top].nodes += nodes
    frames[top].height = max(frames[top].height, height)
    if frames[top].kind == .sequence {
      frames[top].items.append(node)
      return true
    }
    guard let key = frames[top].key else { return addKey(node, to: top) }
    frames[top].key = nil
    let entry = YAMLMapping.Entry(key: key.text, keyExtent: key.extent, value: node)
    if let earlier = frames[top].entries.append(entry) {
      diagnostics.append(
        .duplicateKey(
          entry.key,
          span: places.span(key.extent),
          first: earlier.keySpan(in: places.file)
        )
      )
      return diagnostics.count < Self.greatestFindings
    }
    return true
  }

  private mutating func addKey(_ node: YAMLNode, to frame: Int) -> Bool {
    let limit = options.limits.keyLength
    guard let text = node.value.flowText(limit: limit) else {
      diagnostics.append(.keyTooLong(limit: limit, span: places.span(node.compactExtent)))
      return false
    }
    frames[frame].key = (text, node.compactExtent)
    return true
  }

  private mutating func refuseDepth(_ extent: YAMLExtent) -> Bool {
    diagnostics.append(.tooDeep(limit: options.limits.depth, span: places.span(extent)))
    return false
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}

extension YAMLNode.Style {
  init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .quoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
