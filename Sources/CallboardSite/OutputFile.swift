/// One finished file of the site.
package struct OutputFile: Hashable, Sendable {
  /// Relative to the site's root, `/`-separated. The planner uses only paths without a
  /// ``fault(inPath:)``; writers refuse others.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// What keeps a path from naming an output file; nil when nothing does.
  package static func fault(inPath path: String) -> String? {
    var partLength = 0
    var dots = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if let fault = fault(partLength: partLength, dots: dots) { return fault }
        partLength = 0
        dots = 0
      case 0..<0x20, 0x7F:
        return "it holds a control character"
      case UInt8(ascii: "\\"):
        // A separator to Windows, where the site may be unpacked.
        return "it holds a backslash"
      default:
        if byte == UInt8(ascii: ".") { dots += 1 }
        partLength += 1
      }
    }
    return fault(partLength: partLength, dots: dots)
  }

  private static func fault(partLength: Int, dots: Int) -> String? {
    switch partLength {
    case 0: "a part of it is empty"
    case 1...2 where dots == partLength:
      "it leaves the site's folder or stands still"
    case 256...: "a part of it is longer than 255 bytes"
    default: nil
    }
  }
}
