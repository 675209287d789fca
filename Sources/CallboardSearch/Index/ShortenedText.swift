/// Text with its blanks collapsed, cut between words and marked with an ellipsis when too long.
struct ShortenedText {
  /// In scalars.
  let length: Int
  /// How many scalars have been read, blanks included.
  private(set) var readCount = 0
  /// Whether the text is too long. Nothing read after that changes it.
  private(set) var isCut = false

  private var bytes: [UInt8] = []
  private var count = 0
  /// Where the last blank is in `bytes`.
  private var lastBlank: Int?
  private var owesBlank = false

  init(length: Int) {
    self.length = length
  }

  /// The whole of `text`, shortened.
  static func shortened(_ text: String, to length: Int) -> String {
    var shortened = ShortenedText(length: length)
    var text = text
    text.withUTF8 { shortened.append($0) }
    return shortened.string
  }

  var string: String {
    guard isCut else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes[..<(lastBlank ?? bytes.count)], as: UTF8.self) + "…"
  }

  mutating func appendBlank() {
    readCount += 1
    owesBlank = count > 0
  }

  /// Bytes that are no UTF-8 are repaired.
  ///
  /// - Complexity: linear in what is kept and in the blanks within it.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count, !isCut {
      guard let (scalar, width) = decodeScalar(text, at: index) else {
        var repaired = String(decoding: text[index...], as: UTF8.self)
        repaired.withUTF8 { append($0) }
        return
      }
      if Self.isBlank(scalar.value) {
        appendBlank()
      } else {
        append(text[index..<index + width])
      }
      index += width
    }
  }

  /// One scalar that is no blank.
  private mutating func append(_ scalar: Slice<UnsafeBufferPointer<UInt8>>) {
    readCount += 1
    if owesBlank {
      lastBlank = bytes.count
      bytes.append(UInt8(ascii: " "))
      count += 1
      owesBlank = false
    }
    guard count < length else {
      isCut = true
      return
    }
    bytes.append(contentsOf: scalar)
    count += 1
  }

  /// Whether a scalar has the Unicode property White_Space, which the standard library answers with
  /// a search.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
