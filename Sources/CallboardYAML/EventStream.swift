import CYAML

/// libyaml's event parser over bytes in memory; the only owner of its C structures.
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The current event; empty before the first and after a failed ``advance()``.
  let event: UnsafeMutablePointer<yaml_event_t>

  /// What libyaml says of bytes that are not YAML.
  struct Failure {
    /// Lower case, without a full stop: `did not find expected key`.
    var problem: String
    /// What libyaml was at, such as `while parsing a block mapping`.
    var context: String?
    var problemMark: yaml_mark_t
    var contextMark: yaml_mark_t
    /// The bytes are no UTF-8, or hold a control character; only the byte offset tells where.
    var encodingOffset: Int?
  }

  /// Takes UTF-8 without a byte order mark, which must outlive the stream; nil when there is no
  /// memory for the parser.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      event.deallocate()
      return nil
    }
    // Without this libyaml would take the first bytes for the mark of another encoding.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Replaces the current event by the next one.
  ///
  /// - Returns: false if the input is not YAML; see ``failure``. Not to be called again then.
  mutating func advance() -> Bool {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) == 1
  }

  /// What went wrong; meaningful only after ``advance()`` gave false.
  var failure: Failure {
    let isEncoding = parser.pointee.error == YAML_READER_ERROR
    return Failure(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "not enough memory",
      context: parser.pointee.context.map { String(cString: $0) },
      problemMark: parser.pointee.problem_mark,
      contextMark: parser.pointee.context_mark,
      encodingOffset: isEncoding ? Int(clamping: parser.pointee.problem_offset) : nil
    )
  }
}
