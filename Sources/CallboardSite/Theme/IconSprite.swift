/// Joins a theme's icons into one SVG file whose symbols pages refer to: `icons.svg#search`.
enum IconSprite {
  /// - Parameter icons: SVG files by path; a symbol's id is the file's name without its extension.
  static func make(from icons: [String: [UInt8]]) -> [UInt8] {
    var sprite = Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\n".utf8)
    for (path, bytes) in icons.sorted(by: { $0.key < $1.key }) {
      let name = path.split(separator: "/").last.map { $0.dropLast(".svg".count) } ?? ""
      sprite += symbol(bytes, id: String(name))
      sprite.append(UInt8(ascii: "\n"))
    }
    sprite += "</svg>\n".utf8
    return sprite
  }

  /// The icon's root element becomes a `symbol` with the attributes that drawing needs; its size is the page's.
  private static func symbol(_ svg: [UInt8], id: String) -> [UInt8] {
    guard let start = svg[...].firstRange(ofBytes: "<svg".utf8),
      let end = svg[...].firstRange(ofBytes: "</svg>".utf8),
      let open = svg[start.upperBound...].firstIndex(of: UInt8(ascii: ">")), open < end.lowerBound
    else { return [] }
    var attributes = Array(svg[start.upperBound..<open])
    for name in ["xmlns", "width", "height"] {
      guard let attribute = attributes[...].firstRange(ofBytes: " \(name)=\"".utf8),
        let close = attributes[attribute.upperBound...].firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      attributes.removeSubrange(attribute.lowerBound...close)
    }
    var symbol = Array("<symbol id=\"\(id)\"".utf8)
    symbol += attributes
    symbol += svg[open..<end.lowerBound]
    symbol += "</symbol>".utf8
    return symbol
  }
}
