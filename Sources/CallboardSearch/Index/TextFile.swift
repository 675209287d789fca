import CallboardJSON

/// The files `x/<key>.json`: the words of one page, from which clients cut excerpts around what was found.
///
/// Each is made from one record alone and can be written at once, so that no index build holds the text of
/// a whole site.
enum TextFile {
  /// In UTF-8. Excerpts are cut from the beginning of longer pages only.
  static let maximumBytes = 24 << 10

  /// An array with the text of each section, in the order of the document's; nil where there is no text.
  static func file(of record: SearchRecord) -> SearchFile? {
    guard hasText(record) else { return nil }
    var writer = JSONWriter(reservingCapacity: maximumBytes)
    var left = maximumBytes
    writer.array { writer in
      for section in record.sections.prefix(SearchDocument.maximumSections) {
        let text = section.text.prefix(left)
        left -= text.count
        // A character that the limit cuts becomes U+FFFD.
        writer.string(String(decoding: text, as: UTF8.self))
      }
    }
    return SearchFile(path: "x/\(key(ofURL: record.url)).json", bytes: writer.bytes)
  }

  static func hasText(_ record: SearchRecord) -> Bool {
    record.sections.contains { !$0.text.isEmpty }
  }

  /// The 128-bit FNV-1a of the URL's UTF-8 in base 36: long enough that no two pages share it by design.
  static func key(ofURL url: String) -> String {
    var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in url.utf8 {
      state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    return String(state, radix: 36)
  }

  /// Changes with the text that ``file(of:)`` has; 0 without any. 64-bit FNV-1a over eight bytes a step.
  static func hash(of record: SearchRecord) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    var left = maximumBytes
    for section in record.sections.prefix(SearchDocument.maximumSections) {
      let count = min(left, section.text.count)
      left -= count
      section.text.withUnsafeBytes { bytes in
        var index = 0
        while index + 8 <= count {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          state = (state ^ UInt64(littleEndian: word)) &* 0x100_0000_01B3
          state ^= state >> 32
          index += 8
        }
        while index < count {
          state = (state ^ UInt64(bytes[index])) &* 0x100_0000_01B3
          index += 1
        }
      }
      state = (state ^ UInt64(count)) &* 0x100_0000_01B3
    }
    return state
  }
}
