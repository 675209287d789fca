import CCMarkGFM

/// What the parser has to remember of an open container, packed into the node's user data.
///
/// A number rather than a pointer: nothing has to be freed, and nothing outlives the tree.
struct ContainerState {
  /// Blanks before the opener beyond its parent's, 0 to 3.
  var indent: Int
  /// 0 for containers that indentation ends.
  var fenceLength: Int
  /// The last line, counted as cmark does, of the opener and the options under it.
  var lastHeaderLine: Int
  /// The line that closed the block; 0 while it is open.
  var closedLine: Int

  var isClosed: Bool { closedLine != 0 }

  init(opener: ContainerOpener, indent: Int, line: Int) {
    self.indent = min(indent, 3)
    fenceLength = min(opener.fenceLength, 0xFF)
    lastHeaderLine = line
    closedLine = 0
  }

  init(of node: CMarkNode) {
    let bits = UInt(bitPattern: cmark_node_get_user_data(node))
    indent = Int(bits & 0x3)
    fenceLength = Int(bits >> 2 & 0xFF)
    lastHeaderLine = Int(bits >> 10 & Self.lineMask)
    closedLine = Int(bits >> 37 & Self.lineMask)
  }

  func store(in node: CMarkNode) {
    var bits = UInt(indent) | UInt(fenceLength) << 2
    bits |= (UInt(lastHeaderLine) & Self.lineMask) << 10
    bits |= (UInt(closedLine) & Self.lineMask) << 37
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: bits))
  }

  /// 27 bits: more lines than a source of the greatest size that cmark takes can be limited to.
  private static let lineMask: UInt = 1 << 27 - 1
}
