/// Joins a theme's icons into one SVG file whose symbols pages refer to: `icons.svg#search`.
enum IconSprite {
  /// - Parameter icons: SVG files by path; a symbol's id is the file's name without its extension.
  static func make(from icons: [String: [UInt8]]) -> [UInt8] {
    var sprite = Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\n".utf8)
    for (path, bytes) in icons.sorted(by: { $0.key < $1.key }) {
      let name = path.split(separator: "/").last.map { $0.dropLast(".svg".count) } ?? ""
      sprite += symbol(String(decoding: bytes, as: UTF8.self), id: String(name)).utf8
      sprite.append(UInt8(ascii: "\n"))
    }
    sprite += "</svg>\n".utf8
    return sprite
  }

  /// The icon's root element becomes a `symbol` with the attributes that drawing needs; its size is the page's.
  private static func symbol(_ svg: String, id: String) -> String {
    guard let start = svg.firstRange(of: "<svg"), let end = svg.firstRange(of: "</svg>"),
      let open = svg[start.upperBound...].firstIndex(of: ">"), open < end.lowerBound
    else { return "" }
    var attributes = String(svg[start.upperBound..<open])
    for name in ["xmlns", "width", "height"] {
      guard let attribute = attributes.firstRange(of: " \(name)=\""),
        let close = attributes[attribute.upperBound...].firstIndex(of: "\"")
      else { continue }
      attributes.removeSubrange(attribute.lowerBound...close)
    }
    let drawing = svg[svg.index(after: open)..<end.lowerBound]
    return "<symbol id=\"\(id)\"\(attributes)>\(drawing)</symbol>"
  }
}
