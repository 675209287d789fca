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

    fileprivate mutating func append(_ document: Int) {
      if documents.last != document { documents.append(document) }
    }
  }

  /// By facet, then by folded value.
  private(set) var values: [String: [String: Value]] = [:]

  init(_ documents: [SearchDocument], map: ConcurrentMap) {
    let lists = map(Self.facets.count) { Self.lists(of: Self.facets[$0], in: documents) }
    for (facet, list) in zip(Self.facets, lists) where !list.isEmpty { values[facet] = list }
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

  /// How many runs of consecutive numbers there are.
  static func runCount(_ documents: [Int]) -> Int {
    zip(documents, documents.dropFirst()).count { $0 + 1 < $1 } + min(1, documents.count)
  }

  private static func lists(
    of facet: String,
    in documents: [SearchDocument]
  ) -> [String: Value] {
    var lists: [String: Value] = [:]
    // Most values are seen again and again, and folding them costs more than finding them.
    var foldedForms: [String: (folded: String, shown: String)] = [:]
    for (number, document) in documents.enumerated() {
      for value in Self.values(of: facet, in: document) where !value.isEmpty {
        let form = foldedForms[value] ?? Self.folded(value)
        foldedForms[value] = form
        guard !form.folded.isEmpty else { continue }
        let empty = Value(shown: form.shown, documents: [])
        lists[form.folded, default: empty].append(number)
      }
    }
    return lists
  }

  private static func folded(_ value: String) -> (folded: String, shown: String) {
    let shown = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (String(shown.lowercased().prefix(100)), shown)
  }

  private static func values(of facet: String, in document: SearchDocument) -> [String] {
    switch facet {
    case "kind": [document.kind]
    case "owner": [document.owner]
    case "tag": document.tags
    case "lifecycle": [document.lifecycle]
    case "type": [document.type]
    case "system": [document.system]
    case "namespace": [document.namespace]
    case "in": [document.category.rawValue]
    case "version": [document.version ?? ""]
    case "locale": [document.locale]
    default: []
    }
  }
}
