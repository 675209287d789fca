/// The visible text of raw HTML, for the search index only.
///
/// Roughly: tags and comments fall away and references stay as written. Nothing of this reaches a
/// page, so being wrong about odd HTML is harmless.
enum HTMLText {
  static func append(_ html: UnsafeBufferPointer<UInt8>, to search: inout SearchText) {
    search.breakBlock()
    var index = 0
    while index < html.count {
      let open = html[index...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
      if open > index {
        search.append(UnsafeBufferPointer(rebasing: html[index..<open]))
      }
      guard open < html.count else { break }
      index = end(ofTag: html, at: open)
      search.space()
    }
    search.breakBlock()
  }

  private static func end(ofTag html: UnsafeBufferPointer<UInt8>, at open: Int) -> Int {
    let rest = html[open...]
    if rest.starts(with: "<!--".utf8) { return find("-->", in: html, from: open + 4) }
    for hidden in ["script", "style"] where hasName(hidden, html, at: open + 1) {
      return find("</" + hidden, in: html, from: open)
    }
    return rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
  }

  private static func hasName(
    _ name: String,
    _ html: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> Bool {
    html[min(index, html.count)...].prefix(name.utf8.count).lazy.map(lowercased)
      .elementsEqual(name.utf8)
  }

  /// The index behind the first `wanted`, or the end.
  private static func find(
    _ wanted: String,
    in html: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    let pattern = Array(wanted.utf8)
    var index = min(start, html.count)
    while index + pattern.count <= html.count {
      if html[index..<(index + pattern.count)].lazy.map(lowercased).elementsEqual(pattern) {
        return index + pattern.count
      }
      index += 1
    }
    return html.count
  }
}
