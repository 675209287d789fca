import CallboardJSON

/// The files `x/<key>.json`: the words of one page, from which clients cut excerpts around what was found.
///
/// Each is made from one record alone and can be written at once, so that no index build holds the text of
/// a whole site. Long pages are cut between sections, as a client needs the sections only that a query is about.
enum TextFiles {
  /// Of one page, in UTF-8. Excerpts are cut from the beginning of longer pages only.
  static let maximumBytes = 24 << 10
  /// The sections of a file have as much together, unless one alone has more. Smaller ones save few bytes more, and
  /// each is a file of the site.
  private static let targetBytes = 6 << 10

  /// The numbers of the sections that the files of a record begin with, the first 0; empty where there is no text.
  static func starts(of record: SearchRecord) -> [Int] {
    var starts: [Int] = []
    var left = maximumBytes
    var size = 0
    for (number, section) in record.sections.prefix(SearchDocument.maximumSections).enumerated() {
      let count = min(left, section.text.count)
      guard count > 0 else { continue }
      left -= count
      if starts.isEmpty {
        starts.append(0)
      } else if size > 0, size + count > targetBytes {
        starts.append(number)
        size = 0
      }
      size += count
    }
    return starts
  }

  /// Arrays with the texts of the sections, in the order of the document's.
  static func files(of record: SearchRecord) -> [SearchFile] {
    let starts = starts(of: record)
    guard !starts.isEmpty else { return [] }
    let key = key(ofURL: record.url)
    let sections = record.sections.prefix(SearchDocument.maximumSections)
    var left = maximumBytes
    return starts.indices.map { number in
      let end = number + 1 < starts.count ? starts[number + 1] : sections.count
      var writer = JSONWriter(reservingCapacity: targetBytes + targetBytes / 4)
      writer.array { writer in
        for section in sections[starts[number]..<end] {
          let text = section.text.prefix(left)
          left -= text.count
          if text.count == section.text.count {
            section.text.withUnsafeBufferPointer { writer.string(utf8: $0) }
          } else {
            // A character that the limit cuts becomes U+FFFD.
            writer.string(String(decoding: text, as: UTF8.self))
          }
        }
      }
      let name = number == 0 ? key : "\(key)-\(number)"
      return SearchFile(path: "x/\(name).json", bytes: writer.bytes)
    }
  }

  /// The 128-bit FNV-1a of the URL's UTF-8 in base 36: long enough that no two pages share it by design.
  static func key(ofURL url: String) -> String {
    var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in url.utf8 {
      state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    return base36(state)
  }

  /// As `String(_:radix:)`, which divides 128 bits for each of the digits.
  private static func base36(_ value: UInt128) -> String {
    // The highest power of 36 in 64 bits, 12 digits.
    let unit: UInt128 = 4_738_381_338_321_616_896
    var rest = value
    var digits: [UInt8] = []
    repeat {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: unit)
      rest = quotient
      var part = UInt64(remainder)
      for _ in 0..<12 where rest > 0 || part > 0 {
        let digit = UInt8(part % 36)
        digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        part /= 36
      }
    } while rest > 0
    return digits.isEmpty ? "0" : String(decoding: digits.reversed(), as: UTF8.self)
  }

  /// Changes with the text that ``files(of:)`` have; 0 without any. 64-bit FNV-1a over eight bytes a step.
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
