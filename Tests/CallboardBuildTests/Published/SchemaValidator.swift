import CallboardJSON

/// Holds JSON values against JSON Schemas of draft 2020-12, for the words that our schemas use.
///
/// A word that it does not know is an issue of its own, so that no schema is believed to say more than is
/// checked.
struct SchemaValidator {
  /// By file name.
  let schemas: [String: JSONValue]

  private static let annotations: Set<String> = ["$schema", "title", "description"]

  /// What is wrong with a value, each with the place in it; nothing for a valid one.
  func issues(_ value: JSONValue, schema name: String, at place: String = "$") -> [String] {
    guard let schema = schemas[name] else { return ["\(place): there is no schema '\(name)'"] }
    return issues(value, schema, place)
  }

  private func issues(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    var found: [String] = []
    for word in schema.object?.members ?? [] where !Self.annotations.contains(word.name) {
      found += issues(value, word, in: schema, place)
    }
    return found
  }

  private func issues(
    _ value: JSONValue,
    _ word: JSONObject.Member,
    in schema: JSONValue,
    _ place: String
  ) -> [String] {
    switch word.name {
    case "type":
      let isValid = Self.isOf(type: word.value.string, value)
      return isValid ? [] : ["\(place): \(value.typeName) is no \(word.value.string ?? "?")"]
    case "enum":
      return word.value.array?.contains(value) == true ? [] : ["\(place): not of the enumeration"]
    case "minimum":
      guard let number = value.integer, let least = word.value.integer else { return [] }
      return number >= least ? [] : ["\(place): \(number) is less than \(least)"]
    case "minLength":
      guard let text = value.string, let least = word.value.integer else { return [] }
      return text.unicodeScalars.count >= least ? [] : ["\(place): too short"]
    case "minItems":
      guard let items = value.array, let least = word.value.integer else { return [] }
      return items.count >= least ? [] : ["\(place): too few items"]
    case "pattern":
      guard let text = value.string, let pattern = word.value.string else { return [] }
      guard let regex = try? Regex(pattern) else { return ["\(place): '\(pattern)' is no pattern"] }
      return text.contains(regex) ? [] : ["\(place): '\(text)' does not match \(pattern)"]
    case "required":
      let names = word.value.array?.compactMap(\.string) ?? []
      guard value.object != nil else { return [] }
      return names.filter { value[$0] == nil }.map { "\(place): '\($0)' is missing" }
    case "properties":
      return (value.object?.members ?? []).flatMap { member in
        word.value[member.name].map { issues(member.value, $0, "\(place).\(member.name)") } ?? []
      }
    case "additionalProperties":
      let known = schema["properties"]?.object?.members.map(\.name) ?? []
      return (value.object?.members ?? []).filter { !known.contains($0.name) }.flatMap { member in
        if word.value == .bool(false) { return ["\(place): '\(member.name)' is unknown"] }
        return issues(member.value, word.value, "\(place).\(member.name)")
      }
    case "items":
      return (value.array ?? []).enumerated().flatMap { index, item in
        issues(item, word.value, "\(place)[\(index)]")
      }
    case "const":
      return value == word.value ? [] : ["\(place): not the constant"]
    case "anyOf":
      let found = (word.value.array ?? []).map { issues(value, $0, place) }
      if found.contains(where: \.isEmpty) { return [] }
      // Of those that fail, the one that comes nearest tells most.
      return ["\(place): of no form"] + (found.min { $0.count < $1.count } ?? [])
    case "$ref":
      return issues(value, schema: word.value.string ?? "", at: place)
    default:
      return ["\(place): the schema says '\(word.name)', which this test does not know"]
    }
  }

  private static func isOf(type: String?, _ value: JSONValue) -> Bool {
    switch type {
    case "object": value.object != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "boolean": value.bool != nil
    case "integer": value.integer != nil
    case "number": value.typeName.contains("number")
    default: false
    }
  }
}
