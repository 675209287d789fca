import CCMarkGFM

/// A node of cmark's tree; alive until the closure that was given the tree returns.
typealias CMarkNode = OpaquePointer

extension CMarkNode {
  var type: cmark_node_type { cmark_node_get_type(self) }

  var isBlock: Bool {
    type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
  }

  /// The text of a text, code or HTML node; empty for others. Alive until the node is changed.
  var literal: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(cString: cmark_node_get_literal(self))
  }

  /// The destination of a link or image, entities and escapes resolved.
  var url: String {
    String(decoding: UnsafeBufferPointer(cString: cmark_node_get_url(self)), as: UTF8.self)
  }

  /// The title of a link or image; nil when it has none.
  var linkTitle: String? {
    let title = UnsafeBufferPointer(cString: cmark_node_get_title(self))
    return title.isEmpty ? nil : String(decoding: title, as: UTF8.self)
  }

  func setLiteral(_ bytes: some Sequence<UInt8>) {
    var text = bytes.map { CChar(bitPattern: $0) }
    text.append(0)
    cmark_node_set_literal(self, text)
  }

  /// The element that a paragraph becomes: the item around it in a list without blank lines, or the
  /// definition that it is the whole of.
  var owner: CMarkNode {
    guard let parent = cmark_node_parent(self) else { return self }
    if parent.type == CMarkDialect.shared.definition {
      let isAlone = cmark_node_next(self) == nil && cmark_node_previous(self) == nil
      return isAlone ? parent : self
    }
    guard let list = cmark_node_parent(parent), list.type == CMARK_NODE_LIST,
      cmark_node_get_list_tight(list) != 0
    else { return self }
    return parent
  }

  /// Visits the node and what is beneath it, in order, without recursion. Where `visit` returns false,
  /// what is beneath the node is left out.
  func forEachDescendant(_ visit: (CMarkNode) -> Bool) {
    guard let iterator = cmark_iter_new(self) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      guard event == CMARK_EVENT_ENTER else { continue }
      if !visit(node), cmark_node_first_child(node) != nil {
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
      }
    }
  }

  /// Visits the blocks beneath the node in order, but not the inlines in them.
  func forEachBlock(_ visit: (CMarkNode) -> Void) {
    var current = cmark_node_first_child(self)
    while let node = current {
      visit(node)
      if let child = cmark_node_first_child(node), child.isBlock {
        current = child
        continue
      }
      var climbing: CMarkNode? = node
      current = nil
      while let candidate = climbing, candidate != self {
        if let next = cmark_node_next(candidate) {
          current = next
          break
        }
        climbing = cmark_node_parent(candidate)
      }
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes before the NUL; empty for nil.
  init(cString: UnsafePointer<CChar>?) {
    guard let cString else {
      self.init(start: nil, count: 0)
      return
    }
    let bytes = UnsafeRawPointer(cString).assumingMemoryBound(to: UInt8.self)
    var count = 0
    while bytes[count] != 0 { count += 1 }
    self.init(start: bytes, count: count)
  }
}
