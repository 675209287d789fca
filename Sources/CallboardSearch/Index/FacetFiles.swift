import CallboardJSON

/// The files `f/<facet>.json`: for each document its values of a facet, for counting.
///
/// Neighbours mostly have the same values, so they are written as runs of documents. The rarest values are left out
/// where there are too many; a query can still filter by them, through the term shards.
enum FacetFiles {
  /// Of the runs and their values together, in digits.
  private static let maximumSize = 12_000

  /// Consecutive documents with the same values.
  private struct Run {
    var length = 0
    /// Ascending, counted from the commonest.
    var values: [Int] = []
  }

  static func files(_ filters: FilterLists, documentCount: Int, map: ConcurrentMap) -> [IndexFile] {
    let facets = FilterLists.facets.filter { filters.values[$0] != nil }
    return map(facets.count) { index in
      let facet = facets[index]
      return IndexFile(
        path: "f/\(facet).json",
        bytes: bytes(filters.values[facet] ?? [:], documentCount: documentCount)
      )
    }
  }

  private static func bytes(
    _ values: [String: FilterLists.Value],
    documentCount: Int
  ) -> [UInt8] {
    let sorted = values.sorted {
      ($1.value.documents.count, $0.key) < ($0.value.documents.count, $1.key)
    }
    let shown = sorted.prefix(listedCount(sorted.map(\.value)))
    var lengths = DigitString()
    var counts = DigitString()
    var numbers = DigitString()
    for run in runs(shown.map(\.value), documentCount: documentCount) {
      lengths.append(number: run.length - 1)
      counts.append(number: run.values.count)
      for value in run.values { numbers.append(number: value) }
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("total", values.count)
      writer.key("values")
      writer.array { writer in
        for (folded, value) in shown {
          writer.string(folded)
          writer.string(value.shown)
        }
      }
      for (name, digits) in [("lengths", lengths), ("counts", counts), ("numbers", numbers)] {
        writer.key(name)
        writer.raw(digits.json)
      }
    }
    return writer.bytes
  }

  /// How many values have room, the commonest first; one at least.
  private static func listedCount(_ values: [FilterLists.Value]) -> Int {
    var size = 0
    var count = 0
    for value in values {
      var digits = DigitString()
      digits.append(number: count)
      // Each beginning or end of the value is one of a run at most.
      size += FilterLists.runCount(value.documents) * (digits.bytes.count + 2)
      if count > 0, size > maximumSize { break }
      count += 1
    }
    return count
  }

  private static func runs(_ values: [FilterLists.Value], documentCount: Int) -> [Run] {
    var ofDocuments = Array(repeating: [Int](), count: documentCount)
    for (number, value) in values.enumerated() {
      for document in value.documents { ofDocuments[document].append(number) }
    }
    var runs: [Run] = []
    for values in ofDocuments {
      if runs.isEmpty || runs[runs.count - 1].values != values { runs.append(Run(values: values)) }
      runs[runs.count - 1].length += 1
    }
    return runs
  }
}
