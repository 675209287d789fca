/// A picture of the operator's that pages show, such as the logo.
package struct SiteImage: Hashable, Sendable {
  /// Among the files of the theme.
  package var path: String
  /// In CSS pixels, so that the page does not move when the picture comes; nil when the file does not say.
  package var size: Size?

  /// Width and height in whole pixels, both more than zero.
  package struct Size: Hashable, Sendable {
    package var width: Int
    package var height: Int
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    size = ThemeFilePath.suffix(of: path) == "svg" ? Self.svgSize(bytes) : Self.pngSize(bytes)
  }

  /// The endings of files that pages can show as a logo.
  package static let suffixes = ["svg", "png"]

  static func mediaType(of path: String) -> String {
    switch ThemeFilePath.suffix(of: path) {
    case "svg": "image/svg+xml"
    case "ico": "image/x-icon"
    default: "image/png"
    }
  }

  /// The size in the first chunk of a PNG file (ISO/IEC 15948, 11.2.2).
  private static func pngSize(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 24, bytes[1...3].elementsEqual("PNG".utf8),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    return sane(Double(number(16)), Double(number(20)))
  }

  /// The attributes `width` and `height` of the root, else those of its `viewBox`.
  private static func svgSize(_ bytes: [UInt8]) -> Size? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let root = text[start.upperBound..<end]
    func attribute(_ name: String) -> Substring? {
      for quote in ["\"", "'"] {
        guard let found = root.firstRange(of: " \(name)=\(quote)") else { continue }
        return root[found.upperBound...].prefix { String($0) != quote }
      }
      return nil
    }
    func length(_ text: Substring?) -> Double? {
      text.flatMap { Double($0.hasSuffix("px") ? $0.dropLast(2) : $0) }
    }
    if let width = length(attribute("width")), let height = length(attribute("height")) {
      return sane(width, height)
    }
    let box = attribute("viewBox")?.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = Double(box[2]), let height = Double(box[3]) else {
      return nil
    }
    return sane(width, height)
  }

  /// Whole numbers in a range that an attribute may have.
  private static func sane(_ width: Double, _ height: Double) -> Size? {
    let range = 1.0...100_000
    // A drawing may be smaller than a pixel a side; only the shape of it matters then.
    let scale = min(width, height) < 10 ? 100.0 : 1
    guard range.contains(width * scale), range.contains(height * scale) else { return nil }
    return Size(
      width: Int((width * scale).rounded()),
      height: Int((height * scale).rounded())
    )
  }
}
