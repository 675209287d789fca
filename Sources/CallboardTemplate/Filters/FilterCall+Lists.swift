/// Filters on lists, and on text and objects where JavaScript treats these alike.
extension FilterCall {
  func defaulted() -> TemplateValue {
    if argument(1).isTruthy { return input.isTruthy ? input : argument(0) }
    return input.isUndefined ? argument(0) : input
  }

  /// The elements of a list, or the characters of a text; nil for what has no elements.
  func elements() -> [TemplateValue]? {
    switch input {
    case .array(let values): values
    case .string, .html: input.text.unicodeScalars.map { .string(String($0)) }
    default: nil
    }
  }

  func end() throws(TemplateFailure) -> TemplateValue {
    if input.isNullish { throw wrongInput("a list") }
    if case .object(let object) = input, filter == .first { return object["0"] ?? .undefined }
    guard let elements = elements() else { return .undefined }
    return (filter == .first ? elements.first : elements.last) ?? .undefined
  }

  func length() -> TemplateValue {
    switch input {
    case .undefined, .null, .bool(false): .number(0)
    case .string, .html: .integer(input.text.utf16.count)
    case .array(let values): .integer(values.count)
    case .object(let object): .integer(object.count)
    default: .undefined
    }
  }

  func list() throws(TemplateFailure) -> TemplateValue {
    switch input {
    case .array: return input
    case .string: return .array(elements() ?? [])
    case .object(let object):
      let shape = TemplateObject.Shape(["key", "value"])
      return .array(
        object.entries.map { .object(TemplateObject(shape, [.string($0.key), $0.value])) }
      )
    default: throw wrongInput("text, a list or an object")
    }
  }

  func join() throws(TemplateFailure) -> TemplateValue {
    guard case .array(var values) = input else { throw wrongInput("a list") }
    let separator = argument(0).isTruthy ? argument(0).text : ""
    if argument(1).isTruthy { values = try members(of: values, named: argument(1)) }
    var size = 0
    var parts: [String] = []
    for value in values {
      parts.append(value.displayText)
      size += parts[parts.count - 1].utf8.count + separator.utf8.count
      if size > limits.outputBytes { throw tooLarge() }
    }
    return .string(parts.joined(separator: separator))
  }

  /// `value[name]` of each value.
  func members(
    of values: [TemplateValue],
    named name: TemplateValue
  ) throws(TemplateFailure) -> [TemplateValue] {
    var members: [TemplateValue] = []
    members.reserveCapacity(values.count)
    for value in values {
      if value.isNullish {
        throw TemplateFailure("'\(filter.rawValue)' met \(value.typeName) in the list")
      }
      members.append(value.member(name))
    }
    return members
  }

  func batch() throws(TemplateFailure) -> TemplateValue {
    if input.isNullish { throw wrongInput("a list") }
    let size = argument(0).number
    var batches: [TemplateValue] = []
    var batch: [TemplateValue] = []
    for (index, element) in (elements() ?? []).enumerated() {
      if !batch.isEmpty, Double(index).truncatingRemainder(dividingBy: size) == 0 {
        batches.append(.array(batch))
        batch = []
      }
      batch.append(element)
    }
    guard !batch.isEmpty else { return .array(batches) }
    if argument(1).isTruthy, size.isFinite {
      guard size <= Double(limits.loopIterations) else { throw tooLarge() }
      while Double(batch.count) < size { batch.append(argument(1)) }
    }
    return .array(batches + [.array(batch)])
  }

  func slice() throws(TemplateFailure) -> TemplateValue {
    guard let elements = elements() else { throw wrongInput("a list") }
    let wanted = argument(0).number
    guard wanted > 0 else { return .array([]) }
    guard wanted <= Double(limits.loopIterations) else { throw tooLarge() }
    let total = Double(elements.count)
    let size = (total / wanted).rounded(.down)
    let extra = total.truncatingRemainder(dividingBy: wanted)
    let fillsSlices = argument(1).isTruthy
    var slices: [TemplateValue] = []
    var start = 0
    var index = 0.0
    var offset = 0.0
    while index < wanted {
      if index < extra { offset += 1 }
      let end = max(start, Int(min(offset + (index + 1) * size, total)))
      if case .array = input {
        let filler = fillsSlices && index >= extra ? [argument(1)] : []
        slices.append(.array(Array(elements[start..<end]) + filler))
      } else {
        guard !fillsSlices || index < extra else { throw wrongInput("a list") }
        slices.append(.string(elements[start..<end].lazy.map(\.text).joined()))
      }
      start = end
      index += 1
    }
    return .array(slices)
  }

  /// One of the elements; undefined when there are none.
  func random(
    from generator: inout SplitMix64
  ) throws(TemplateFailure) -> TemplateValue {
    if input.isNullish { throw wrongInput("a list") }
    guard let elements = elements(), !elements.isEmpty else { return .undefined }
    return elements[Int(generator.next() % UInt64(elements.count))]
  }

  func reverse() throws(TemplateFailure) -> TemplateValue {
    if case .string(let text) = input {
      return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
    }
    return .array((elements() ?? []).reversed())
  }

  func sum() throws(TemplateFailure) -> TemplateValue {
    guard case .array(var values) = input else { throw wrongInput("a list") }
    if argument(0).isTruthy { values = try members(of: values, named: argument(0)) }
    var total: TemplateValue = 0
    for value in values { total = total.adding(value) }
    return (argument(1).isUndefined ? 0 : argument(1)).adding(total)
  }

  func select(keeping wanted: Bool) throws(TemplateFailure) -> TemplateValue {
    if input.isNullish { throw wrongInput("a list") }
    let name = argument(0).isUndefined ? "truthy" : argument(0).text
    guard let test = BuiltinTest(name: name) else {
      throw TemplateFailure("no test is called '\(name)'")
    }
    var kept: [TemplateValue] = []
    for element in elements() ?? [] {
      if try test.holds(for: element, argument(1)) == wanted { kept.append(element) }
    }
    return .array(kept)
  }

  func selectattr(keeping wanted: Bool) throws(TemplateFailure) -> TemplateValue {
    guard case .array(let values) = input else { throw wrongInput("a list") }
    let members = try members(of: values, named: argument(0))
    return .array(zip(values, members).filter { $1.isTruthy == wanted }.map(\.0))
  }
}
