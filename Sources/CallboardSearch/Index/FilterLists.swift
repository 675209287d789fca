/// The documents for each value that results can be filtered by.
struct FilterLists {
  /// In the order in which the entry file lists them.
  static let facets = [
    "kind", "owner", "tag", "lifecycle", "type", "system", "namespace", "in", "version", "locale",
  ]

  /// One value of one facet.
  struct Value {
    /// As the first document in order spells it.
    var shown: String
    /// Ascending, each once.
    var documents: [Int]
  }

  /// By facet, then by folded value.
  private(set) var values: [String: [String: Value]] = [:]

  init(_ documents: [SearchDocument]) {
    for (number, document) in documents.enumerated() {
      for (facet, value) in Self.pairs(document) where !value.isEmpty {
        add(number, facet: facet, value: value)
      }
    }
  }

  /// The keys of the term shards, `facet:value`. A full reference is found by its name, too.
  func keys() -> [(key: String, documents: [Int])] {
    var keys: [String: [Int]] = [:]
    for (facet, values) in values {
      for (folded, value) in values {
        keys["\(facet):\(folded)", default: []].append(contentsOf: value.documents)
        guard let cut = folded.lastIndex(where: { $0 == "/" || $0 == ":" }) else { continue }
        let name = folded[folded.index(after: cut)...]
        if !name.isEmpty {
          keys["\(facet):\(name)", default: []].append(contentsOf: value.documents)
        }
      }
    }
    return keys.map { ($0.key, Set($0.value).sorted()) }
  }

  /// Gap and length of each run of consecutive documents.
  static func appendRuns(_ documents: [Int], to digits: inout DigitString) -> Int {
    var runs = 0
    var end = 0
    var index = 0
    while index < documents.count {
      var last = index
      while last + 1 < documents.count, documents[last + 1] == documents[last] + 1 { last += 1 }
      digits.append(number: documents[index] - end)
      digits.append(number: last - index + 1)
      end = documents[last] + 1
      runs += 1
      index = last + 1
    }
    return runs
  }

  private mutating func add(_ document: Int, facet: String, value: String) {
    let shown = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let folded = String(shown.lowercased().prefix(100))
    guard !folded.isEmpty else { return }
    var entry = values[facet]?[folded] ?? Value(shown: shown, documents: [])
    // Empty before it grows, so that the array is not copied.
    values[facet]?[folded] = nil
    if entry.documents.last != document { entry.documents.append(document) }
    values[facet, default: [:]][folded] = entry
  }

  private static func pairs(_ document: SearchDocument) -> [(String, String)] {
    [
      ("kind", document.kind), ("owner", document.owner), ("lifecycle", document.lifecycle),
      ("type", document.type), ("system", document.system), ("namespace", document.namespace),
      ("in", document.category.rawValue), ("version", document.version ?? ""),
      ("locale", document.locale),
    ] + document.tags.map { ("tag", $0) }
  }
}
