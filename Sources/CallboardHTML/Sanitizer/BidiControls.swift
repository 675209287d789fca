/// The characters that reorder what follows them: U+202A to U+202E and U+2066 to U+2069.
///
/// In running text they have their uses and end with the paragraph. In a title or a label they could
/// make a name read as another one.
enum BidiControls {
  static func removed(from text: String) -> String {
    // All of them begin with this byte.
    guard text.utf8.contains(0xE2) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
