/// Gathers the plain text of a page by heading while its HTML is written.
struct SearchText {
  private var words = 0
  private var codeWords = 0
  private var sections: [RenderedDocument.TextSection] = []
  private var current: [UInt8] = []
  private var heading: Int?
  private var isInsideWord = false

  /// A measure of how long the text takes to read: code is looked over rather than read.
  var wordCount: Int { words + codeWords / 4 }

  /// Ends the present section; what follows belongs to a heading, given by its index.
  mutating func beginSection(_ heading: Int) {
    endSection()
    self.heading = heading
  }

  /// Running text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    current.append(contentsOf: text)
    // Without branches, which words are too short for.
    var isInside = isInsideWord
    var count = 0
    for byte in text {
      let wasInside = isInside
      isInside = !isBlankByte(byte)
      count += isInside && !wasInside ? 1 : 0
    }
    isInsideWord = isInside
    words += count
  }

  /// A code block: searched, and counted as fewer words than it has.
  mutating func append(code: UnsafeBufferPointer<UInt8>) {
    breakBlock()
    current.append(contentsOf: code)
    var isBlank = true
    for byte in code {
      let wasBlank = isBlank
      isBlank = isBlankByte(byte)
      if wasBlank, !isBlank { codeWords += 1 }
    }
    breakBlock()
  }

  mutating func space() {
    isInsideWord = false
    if let last = current.last, !isBlankByte(last) { current.append(UInt8(ascii: " ")) }
  }

  /// Keeps the text of two blocks, items or cells apart.
  mutating func breakBlock() {
    isInsideWord = false
    while let last = current.last, isBlankByte(last) { current.removeLast() }
    if !current.isEmpty { current.append(UInt8(ascii: "\n")) }
  }

  mutating func finish() -> [RenderedDocument.TextSection] {
    endSection()
    return sections
  }

  private mutating func endSection() {
    isInsideWord = false
    while let last = current.last, isBlankByte(last) { current.removeLast() }
    if heading != nil || !current.isEmpty {
      let text = String(decoding: current, as: UTF8.self)
      sections.append(RenderedDocument.TextSection(heading: heading, text: text))
    }
    current.removeAll(keepingCapacity: true)
  }
}
