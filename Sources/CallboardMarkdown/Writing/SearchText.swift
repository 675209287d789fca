import CallboardBytes

/// Gathers the plain text of a page by heading while its HTML is written.
struct SearchText {
  /// Of the sections that have ended.
  private var words = 0
  private var codeWords = 0
  /// Of the present section.
  private var sectionCodeWords = 0
  private var sections: [RenderedDocument.TextSection] = []
  private var current: [UInt8] = []
  private var heading: Int?

  /// A measure of how long the text takes to read: code is looked over rather than read. To be asked for after ``finish()``.
  var wordCount: Int { words + codeWords / 4 }

  /// Ends the present section; what follows belongs to a heading, given by its index.
  mutating func beginSection(_ heading: Int) {
    endSection()
    self.heading = heading
  }

  /// Running text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    current.append(contentsOf: text)
  }

  /// A code block: searched, and counted as fewer words than it has.
  mutating func append(code: UnsafeBufferPointer<UInt8>) {
    breakBlock()
    current.append(contentsOf: code)
    sectionCodeWords += Self.wordCount(in: code)
    breakBlock()
  }

  mutating func space() {
    if let last = current.last, !isBlankByte(last) { current.append(UInt8(ascii: " ")) }
  }

  /// Keeps the text of two blocks, items or cells apart.
  mutating func breakBlock() {
    while let last = current.last, isBlankByte(last) { current.removeLast() }
    if !current.isEmpty { current.append(UInt8(ascii: "\n")) }
  }

  mutating func finish() -> [RenderedDocument.TextSection] {
    endSection()
    return sections
  }

  private mutating func endSection() {
    while let last = current.last, isBlankByte(last) { current.removeLast() }
    let count = current.withUnsafeBufferPointer { Self.wordCount(in: $0) }
    words += count - sectionCodeWords
    codeWords += sectionCodeWords
    sectionCodeWords = 0
    if heading != nil || !current.isEmpty {
      let text = String(decoding: current, as: UTF8.self)
      sections.append(RenderedDocument.TextSection(heading: heading, text: text))
    }
    current.removeAll(keepingCapacity: true)
  }

  /// How many runs of bytes there are between blanks. Takes eight bytes a step.
  private static func wordCount(in text: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var count = 0
    // A blank before the text begins its first word.
    var before: UInt64 = 0x80
    var index = 0
    while index + 8 <= raw.count {
      let lanes = ByteLanes(raw, at: index)
      let blanks =
        lanes.equal(to: UInt8(ascii: " ")) | lanes.equal(to: UInt8(ascii: "\n"))
        | lanes.equal(to: UInt8(ascii: "\t")) | lanes.equal(to: UInt8(ascii: "\r"))
      count += (~blanks.bits & (blanks.bits << 8 | before)).nonzeroBitCount
      before = blanks.bits >> 56
      index += 8
    }
    var isInside = before == 0
    while index < raw.count {
      let wasInside = isInside
      isInside = !isBlankByte(raw[index])
      count += isInside && !wasInside ? 1 : 0
      index += 1
    }
    return count
  }
}
