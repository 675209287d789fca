/// A JSON value, read by ``JSONReader``.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// Written without fraction and exponent, and within 64 bits.
  case integer(Int)
  /// Any other number; always finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The value of an object's member; nil for an absent one and for values that are no objects.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[name]
  }

  /// The text of a string; nil for anything else.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements of an array; nil for anything else.
  package var array: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object; nil for anything else.
  package var object: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// nil for anything but `true` and `false`.
  package var bool: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }

  /// A whole number, also one written as `1.0`; nil for anything else.
  package var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// What the value is, for messages: `a string`, `an array`, `null`.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// The members of a JSON object in the order of the text.
package struct JSONObject: Hashable, Sendable {
  /// A name with its value.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package var members: [Member]

  package init(_ members: [Member] = []) {
    self.members = members
  }

  /// The value of a member, or nil. Of members with the same name the last one counts, as in JavaScript.
  ///
  /// - Complexity: O(*n*) in the number of members, which is small in the files read here.
  package subscript(name: String) -> JSONValue? {
    members.last { $0.name == name }?.value
  }
}
