/// Named values in a fixed order, shared by all copies.
///
/// Build one from pairs; it never changes afterwards. Rows of one table share their keys through a
/// ``Shape``, which makes each row one small allocation.
package struct TemplateObject: Sendable {
  /// The keys of an object, in order, with what it takes to find one quickly.
  package final class Shape: Sendable {
    let keys: [TemplateKey]
    /// Those of the keys, side by side: a scan touches little memory and no string but the one it finds. Empty for a few
    /// keys, which lie close enough together themselves.
    private let hashes: [UInt64]
    /// Empty for few keys, where a scan over their hashes is faster.
    private let index: [String: Int]

    /// Up to this number of keys a scan beats a dictionary.
    static let scanLimit = 48

    /// Up to this number of keys a list of hashes costs more than it saves: most objects are made for one page and asked once
    /// or twice.
    private static let fewKeys = 8

    /// The names must differ; of two equal ones only the first is ever found.
    package convenience init(_ names: [String]) {
      self.init(keys: names.map(TemplateKey.init))
    }

    init(keys: [TemplateKey]) {
      self.keys = keys
      hashes = keys.count <= Self.fewKeys ? [] : keys.map(\.hash)
      index =
        keys.count <= Self.scanLimit
        ? [:]
        : Dictionary(
          keys.enumerated().map { ($1.name, $0) },
          uniquingKeysWith: { first, _ in first }
        )
    }

    func position(of key: TemplateKey) -> Int? {
      guard keys.count <= Self.scanLimit else { return index[key.name] }
      if hashes.isEmpty { return keys.firstIndex { $0.hash == key.hash && $0.name == key.name } }
      for position in hashes.indices where hashes[position] == key.hash {
        if keys[position].name == key.name { return position }
      }
      return nil
    }
  }

  private final class Storage: Sendable {
    let shape: Shape
    let values: [TemplateValue]

    init(shape: Shape, values: [TemplateValue]) {
      self.shape = shape
      self.values = values
    }
  }

  private let storage: Storage

  /// An object with the keys of `shape`; values that are missing at the end read as undefined.
  package init(_ shape: Shape, _ values: [TemplateValue]) {
    storage = Storage(shape: shape, values: values)
  }

  /// Of two equal keys the first one's place and the last one's value count.
  package init(_ pairs: [(String, TemplateValue)]) {
    self.init(count: pairs.count) { (TemplateKey(pairs[$0].0), pairs[$0].1) }
  }

  /// The same with keys that are hashed already.
  init(_ pairs: [(TemplateKey, TemplateValue)]) {
    self.init(count: pairs.count) { pairs[$0] }
  }

  private init(count: Int, pair: (Int) -> (TemplateKey, TemplateValue)) {
    var keys: [TemplateKey] = []
    var values: [TemplateValue] = []
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
    var seen: [String: Int] = [:]
    for index in 0..<count {
      let (key, value) = pair(index)
      let earlier =
        count <= Shape.scanLimit
        ? keys.firstIndex { $0.hash == key.hash && $0.name == key.name }
        : seen.updateValue(keys.count, forKey: key.name)
      if let earlier {
        values[earlier] = value
        if count > Shape.scanLimit { seen[key.name] = earlier }
      } else {
        keys.append(key)
        values.append(value)
      }
    }
    self.init(Shape(keys: keys), values)
  }

  package init() {
    self.init(Shape(keys: []), [])
  }

  /// The entries of a dictionary, in any order.
  package init(_ values: [String: TemplateValue]) {
    self.init(Shape(keys: values.keys.map(TemplateKey.init)), Array(values.values))
  }

  package var count: Int { storage.shape.keys.count }
  package var isEmpty: Bool { storage.shape.keys.isEmpty }

  /// The keys in their order.
  package var keys: [String] { storage.shape.keys.map(\.name) }

  /// The entries in order.
  package var entries: [(key: String, value: TemplateValue)] {
    (0..<count).map { (storage.shape.keys[$0].name, value(at: $0)) }
  }

  package subscript(name: String) -> TemplateValue? {
    value(for: TemplateKey(name))
  }

  /// A copy in which `name` has this value; a new name goes to the end.
  package func setting(_ name: String, to value: TemplateValue) -> TemplateObject {
    TemplateObject(entries.map { ($0.key, $0.value) } + [(name, value)])
  }

  /// A copy in the order that JavaScript keeps: keys that are array indexes first, ascending.
  ///
  /// Objects that come from elsewhere (YAML, JSON) pass through here to iterate as they do in Node.
  package func inJavaScriptOrder() -> TemplateObject {
    let all = entries
    guard all.contains(where: { Self.arrayIndex($0.key) != nil }) else { return self }
    let numbered = all.compactMap { entry in Self.arrayIndex(entry.key).map { ($0, entry) } }
      .sorted { $0.0 < $1.0 }
      .map(\.1)
    let named = all.filter { Self.arrayIndex($0.key) == nil }
    return TemplateObject((numbered + named).map { ($0.key, $0.value) })
  }

  func value(for key: TemplateKey) -> TemplateValue? {
    guard let position = storage.shape.position(of: key) else { return nil }
    return value(at: position)
  }

  func key(at position: Int) -> String { storage.shape.keys[position].name }

  func value(at position: Int) -> TemplateValue {
    position < storage.values.count ? storage.values[position] : .undefined
  }

  /// Whether both are the same object, not merely equal: JavaScript's `===`.
  func isSame(as other: TemplateObject) -> Bool { storage === other.storage }

  /// The value of a canonical array index such as `12` (ECMA-262, 6.1.7), else nil.
  private static func arrayIndex(_ name: String) -> UInt32? {
    guard let value = UInt32(name), value != .max, String(value) == name else { return nil }
    return value
  }
}

/// A member name with its hash, computed once.
struct TemplateKey: Sendable {
  let name: String
  /// FNV-1a over the UTF-8 bytes. Only for scans over few keys, so it need not resist an attacker.
  let hash: UInt64
  /// Whether the name leads out of a value's own data in JavaScript; it never names anything here.
  let isReserved: Bool

  init(_ name: String) {
    self.name = name
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = hash
    isReserved = TemplateValue.isReserved(name)
  }
}
