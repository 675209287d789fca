import CallboardYAML

/// What a value of a spec may be: the part of JSON Schema (2020-12, and draft 7, which is equal in it) that
/// `site.yaml` may use for kinds of its own.
///
/// Left out is what would need a second look at a value (`anyOf`, `$ref`), so that a check costs no more than
/// one walk over the value, and each fault has one message.
package struct ValueSchema: Sendable {
  /// The names of types, as JSON Schema spells them.
  enum TypeName: String, CaseIterable, Sendable {
    case string, number, integer, boolean, array, object, null
  }

  /// A property of a mapping.
  struct Property: Sendable {
    var name: String
    var schema: ValueSchema
  }

  /// What holds for items, or for properties that have no schema of their own.
  indirect enum Rest: Sendable {
    case any
    case none
    case matching(ValueSchema)
  }

  /// False for the schema `false`, which takes nothing.
  var isPossible = true
  /// Empty for all types.
  var types: [TypeName] = []
  /// `enum`, or the one value of `const`; nil for all values.
  var choices: [YAMLNode]?

  /// In the order of the schema.
  var properties: [Property] = []
  var required: [String] = []
  var additionalProperties = Rest.any
  var propertyCount = Bounds<Int>()

  var items = Rest.any
  var itemCount = Bounds<Int>()
  var hasUniqueItems = false

  /// In Unicode scalars, as JSON Schema counts characters.
  var length = Bounds<Int>()
  var pattern: LinearPattern?

  var number = Bounds<Double>()
  var isAboveMinimum = false
  var isBelowMaximum = false

  /// The least and the greatest that are allowed; nil for no bound.
  struct Bounds<Value: Comparable & Sendable>: Sendable {
    var least: Value?
    var greatest: Value?
  }

  /// Whether a mapping without entries is allowed.
  var takesEmptyMapping: Bool {
    isPossible && required.isEmpty && (types.isEmpty || types.contains(.object))
      && (propertyCount.least ?? 0) == 0 && choices == nil
  }
}
