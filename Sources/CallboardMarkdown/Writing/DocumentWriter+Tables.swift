import CCMarkGFM
import CallboardHTML

/// Where in a table the writer is. Tables do not nest.
struct TableState {
  /// `l`, `c`, `r` or 0 a column.
  var alignments: [UInt8] = []
  var column = 0
  var isHeader = false
  var hasBody = false
}

extension DocumentWriter {
  mutating func openTable(_ node: CMarkNode) {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let alignments = cmark_gfm_extensions_get_table_alignments(node)
    table = TableState(alignments: Array(UnsafeBufferPointer(start: alignments, count: count)))
    builder.open("div")
    builder.attribute("class", "table-wrap")
    builder.attribute("tabindex", "0")
    // No region: a page of many tables would have as many landmarks of the same name.
    builder.attribute("role", "group")
    builder.attribute("aria-label", "Table")
    builder.open("table")
    writeAttributes(of: node)
    newline()
  }

  mutating func closeTable() {
    if table.hasBody { closeBlock() }
    builder.close()
    closeBlock()
  }

  mutating func openRow(_ node: CMarkNode) {
    table.column = 0
    table.isHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
    if table.isHeader {
      builder.open("thead")
    } else if !table.hasBody {
      table.hasBody = true
      builder.open("tbody")
      newline()
    }
    builder.open("tr")
  }

  mutating func closeRow() {
    builder.close()
    if table.isHeader { builder.close() }
    newline()
    search.breakBlock()
  }

  mutating func openCell(_ node: CMarkNode) {
    // Programs that take the text out of a row need the cells apart.
    if table.column > 0 { newline() }
    // An empty corner heads no column.
    let isHeading = table.isHeader && cmark_node_first_child(node) != nil
    builder.open(isHeading ? "th" : "td")
    let alignment = table.column < table.alignments.count ? table.alignments[table.column] : 0
    let own: [String] =
      switch alignment {
      case UInt8(ascii: "l"): ["align-left"]
      case UInt8(ascii: "c"): ["align-center"]
      case UInt8(ascii: "r"): ["align-right"]
      default: []
      }
    writeAttributes(atEndOf: node, own: own)
  }

  mutating func closeCell() {
    table.column += 1
    builder.close()
    search.space()
  }
}
