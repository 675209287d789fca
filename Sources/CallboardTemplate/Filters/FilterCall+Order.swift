/// Sorting and grouping. All orders are stable, as JavaScript's are.
extension FilterCall {
  func sort() throws(TemplateFailure) -> TemplateValue {
    let isReversed = argument(0, named: "reverse").isTruthy
    let isCaseSensitive = argument(1, named: "case_sensitive").isTruthy
    let attribute = argument(2, named: "attribute")
    let elements = elements() ?? []

    // JavaScript never shows undefined elements to the comparison; they go to the end.
    let defined = elements.filter { !$0.isUndefined }
    let missing = Array(repeating: TemplateValue.undefined, count: elements.count - defined.count)
    // A single element is compared with nothing, so that not even its attribute is looked at.
    if defined.count < 2 { return .array(defined + missing) }
    var keys: [TemplateValue] = []
    for element in defined {
      let key = attribute.isTruthy ? try element.ownMember(path: attribute) : element
      if !isCaseSensitive, case .string(let text) = key {
        keys.append(.string(text.lowercased()))
      } else {
        keys.append(key)
      }
    }
    let sorted = Self.stableOrder(keys) { left, right in
      if left.isLess(than: right) == true { return isReversed ? 1 : -1 }
      if right.isLess(than: left) == true { return isReversed ? -1 : 1 }
      return 0
    }
    return .array(sorted.map { defined[$0] } + missing)
  }

  func dictsort() throws(TemplateFailure) -> TemplateValue {
    guard case .object(let object) = input else { throw wrongInput("an object") }
    let isCaseSensitive = argument(0).isTruthy
    let isByValue: Bool
    switch argument(1) {
    case .undefined, .string("key"): isByValue = false
    case .string("value"): isByValue = true
    default: throw TemplateFailure("'dictsort' sorts by 'key' or by 'value' only")
    }
    let entries = object.inJavaScriptOrder().entries
    let keys = entries.map { entry -> TemplateValue in
      let key = isByValue ? entry.value : .string(entry.key)
      guard !isCaseSensitive, case .string(let text) = key else { return key }
      return .string(text.uppercased())
    }
    let sorted = Self.stableOrder(keys) { left, right in
      if right.isLess(than: left) == true { return 1 }
      return left.isStrictlyEqual(to: right) ? 0 : -1
    }
    return .array(sorted.map { .array([.string(entries[$0].key), entries[$0].value]) })
  }

  func groupby() throws(TemplateFailure) -> TemplateValue {
    if input.isNullish { throw wrongInput("a list") }
    var names: [String] = []
    var groups: [String: [TemplateValue]] = [:]
    for element in elements() ?? [] {
      let name = try element.ownMember(path: argument(0)).text
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(element)
    }
    return .object(
      TemplateObject(names.map { ($0, .array(groups[$0] ?? [])) }).inJavaScriptOrder()
    )
  }

  /// Merge sort over positions: the comparison may contradict itself (mixed types), which would
  /// break the assumptions of the standard library's sort.
  private static func stableOrder(
    _ keys: [TemplateValue],
    compare: (TemplateValue, TemplateValue) -> Int
  ) -> [Int] {
    var order = Array(keys.indices)
    var width = 1
    while width < order.count {
      var merged: [Int] = []
      merged.reserveCapacity(order.count)
      for start in stride(from: 0, to: order.count, by: 2 * width) {
        var left = order[start..<min(start + width, order.count)]
        var right = order[left.endIndex..<min(start + 2 * width, order.count)]
        while let first = left.first, let second = right.first {
          if compare(keys[first], keys[second]) <= 0 {
            merged.append(left.removeFirst())
          } else {
            merged.append(right.removeFirst())
          }
        }
        merged += left
        merged += right
      }
      order = merged
      width *= 2
    }
    return order
  }
}
