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

  init(_ documents: [SearchDocument]) {
    for facet in Self.facets {
      let list = Self.lists(of: facet, in: documents)
      if !list.isEmpty { values[facet] = list }
    }
  }

  /// The lists of consecutive parts, each with the number of its first document.
  init(_ parts: [(start: Int, lists: FilterLists)]) {
    for part in parts {
      for (facet, list) in part.lists.values {
        for (folded, value) in list {
          let empty = Value(shown: value.shown, documents: [])
          values[facet, default: [:]][folded, default: empty].documents
            .append(contentsOf: value.documents.lazy.map { $0 + part.start })
        }
      }
    }
  }

  /// The keys of the term shards, `facet:value`, in no order. A full reference is found by its name, too.
  func keys() -> [(key: String, documents: [Int])] {
    var keys: [String: [Int]] = [:]
    for (facet, values) in values {
      for (folded, value) in values {
        var names = ["\(facet):\(folded)"]
        if let cut = folded.lastIndex(where: { $0 == "/" || $0 == ":" }) {
          let name = folded[folded.index(after: cut)...]
          if !name.isEmpty { names.append("\(facet):\(name)") }
        }
        for name in names {
          guard let others = keys[name] else {
            keys[name] = value.documents
            continue
          }
          keys[name] = Set(others + value.documents).sorted()
        }
      }
    }
    return keys.map { ($0.key, $0.value) }
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
      Self.eachValue(of: facet, in: document) { value in
        guard !value.isEmpty else { return }
        let form: (folded: String, shown: String)
        if let known = foldedForms[value] {
          form = known
        } else {
          form = Self.folded(value)
          foldedForms[value] = form
        }
        guard !form.folded.isEmpty else { return }
        lists[form.folded, default: Value(shown: form.shown, documents: [])].append(number)
      }
    }
    return lists
  }

  private static func folded(_ value: String) -> (folded: String, shown: String) {
    let shown = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (String(shown.lowercased().prefix(100)), shown)
  }

  private static func eachValue(
    of facet: String,
    in document: SearchDocument,
    _ body: (String) -> Void
  ) {
    switch facet {
    case "kind": body(document.kind)
    case "owner": body(document.owner)
    case "tag": for tag in document.tags { body(tag) }
    case "lifecycle": body(document.lifecycle)
    case "type": body(document.type)
    case "system": body(document.system)
    case "namespace": body(document.namespace)
    case "in": body(document.category.rawValue)
    case "version": if let version = document.version { body(version) }
    case "locale": body(document.locale)
    default: break
    }
  }
}

extension FilterLists {
  /// Appends what ``init(_:documentCount:)`` reads. Equal lists give equal bytes.
  func append(to bytes: inout [UInt8]) {
    for facet in Self.facets {
      let list = (values[facet] ?? [:]).sorted {
        $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }
      bytes.appendNumber(list.count)
      for (folded, value) in list {
        bytes.append(folded)
        bytes.append(value.shown)
        bytes.appendNumber(value.documents.count)
        var next = 0
        for document in value.documents {
          bytes.appendNumber(document - next)
          next = document + 1
        }
      }
    }
  }

  /// Reads what ``append(to:)`` wrote; nil for other bytes.
  init?(_ reader: inout NumberReader, documentCount: Int) {
    for facet in Self.facets {
      for _ in 0..<reader.next() {
        guard let folded = reader.text(), let shown = reader.text() else { return nil }
        var value = Value(shown: shown, documents: [])
        var next = 0
        for _ in 0..<reader.next() {
          next += reader.next()
          guard next < documentCount else { return nil }
          value.documents.append(next)
          next += 1
        }
        values[facet, default: [:]][folded] = value
      }
    }
  }
}
