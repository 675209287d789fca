import CallboardHTML

/// Keeps the values that strangers' templates make small enough to be printed, compared and freed.
extension Renderer {
  /// Counts a new value as work, by all that it holds: a list may hold one long text many times.
  mutating func weigh(
    _ value: TemplateValue,
    _ program: Program,
    at offset: Int32
  ) throws(TemplateError) {
    var bytes = 0
    do {
      try weigh(value, bytes: &bytes, nesting: 0)
    } catch {
      throw program.error(error, at: Int(offset))
    }
    steps += bytes / 64
  }

  private mutating func weigh(
    _ value: TemplateValue,
    bytes: inout Int,
    nesting: Int
  ) throws(TemplateFailure) {
    switch value {
    case .string(let text): bytes += text.utf8.count
    case .html(let markup): bytes += markup.bytes.count
    case .array(let values):
      steps += values.count
      try checkWeight(bytes, nesting)
      for element in values { try weigh(element, bytes: &bytes, nesting: nesting + 1) }
    case .object(let object):
      steps += object.count
      try checkWeight(bytes, nesting)
      for place in 0..<object.count {
        bytes += object.key(at: place).utf8.count
        try weigh(object.value(at: place), bytes: &bytes, nesting: nesting + 1)
      }
    case .undefined, .null, .bool, .number, .function, .regex: break
    }
    try checkWeight(bytes, nesting)
  }

  private func checkWeight(_ bytes: Int, _ nesting: Int) throws(TemplateFailure) {
    if steps > limits.steps || bytes > limits.outputBytes {
      throw TemplateFailure("this makes too large a value", isLimit: true)
    }
    if nesting > limits.depth {
      throw TemplateFailure("this makes lists inside each other too deeply", isLimit: true)
    }
  }
}

extension Expression.Kind {
  /// Whether an evaluation makes a value, rather than hand on one that exists.
  var makesValues: Bool {
    switch self {
    case .list, .dictionary, .filter, .customFilter, .call, .slice, .captured, .binary: true
    default: false
    }
  }
}
