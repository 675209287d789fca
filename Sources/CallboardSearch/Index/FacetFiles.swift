import CallboardJSON

/// The files `f/<facet>.json`: the commonest values of a facet with their documents, for counting.
///
/// Values beyond the size limit are left out; a query can still filter by them, through the term shards.
enum FacetFiles {
  /// Of runs, values and labels together, in bytes.
  private static let maximumSize = 16_000

  static func files(_ filters: FilterLists, map: ConcurrentMap) -> [SearchFile] {
    let facets = FilterLists.facets.filter { filters.values[$0] != nil }
    return map(facets.count) { index in
      let facet = facets[index]
      return SearchFile(path: "f/\(facet).json", bytes: bytes(filters.values[facet] ?? [:]))
    }
  }

  private static func bytes(_ values: [String: FilterLists.Value]) -> [UInt8] {
    let sorted = values.sorted {
      ($1.value.documents.count, $0.key) < ($0.value.documents.count, $1.key)
    }
    var shown: [(folded: String, label: String, count: Int)] = []
    var digits = DigitString()
    var size = 0
    for (folded, value) in sorted {
      var runs = DigitString()
      let count = FilterLists.appendRuns(value.documents, to: &runs)
      size += runs.bytes.count + folded.utf8.count + value.shown.utf8.count
      if !shown.isEmpty, size > maximumSize { break }
      digits.append(contentsOf: runs)
      shown.append((folded, value.shown, count))
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("total", values.count)
      writer.key("values")
      writer.array { writer in
        for value in shown {
          writer.string(value.folded)
          writer.string(value.label)
          writer.integer(value.count)
        }
      }
      writer.key("runs")
      writer.raw(digits.json)
    }
    return writer.bytes
  }
}
