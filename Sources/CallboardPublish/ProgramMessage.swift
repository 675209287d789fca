/// What a program says of its failure.
enum ProgramMessage {
  /// The last line that is not empty, without control characters; nil for none.
  static func last(of errors: [UInt8]) -> String? {
    let lines = errors.split { $0 == 0x0A || $0 == 0x0D }
    guard let line = lines.last(where: { line in line.contains { $0 > 0x20 } }) else { return nil }
    let text = String(decoding: line.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    return String(text.prefix(400))
  }
}
