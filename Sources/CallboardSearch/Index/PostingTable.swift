/// All occurrences of all terms, grouped by term; documents ascend within a term.
struct PostingTable {
  /// Where a term stands in one document.
  struct Posting {
    var document: UInt32
    /// Where the term's frequencies begin in the document's `RecordTokens.terms`.
    var offset: UInt32
  }

  /// A name or heading that a term is part of.
  struct Name {
    var document: UInt32
    var field: UInt32
    var length: UInt16
    var cover: UInt16
  }

  let terms: TermTable
  private let postings: Groups<Posting>
  private let names: Groups<Name>

  /// - Complexity: linear; about 20 bytes for each distinct word of each document at its highest.
  init(_ tokens: [RecordTokens]) {
    var table = TermTable(capacity: 1 << 14)
    var postings = Groups<Posting>.Builder(capacity: tokens.reduce(0) { $0 + $1.termCount })
    var names = Groups<Name>.Builder(capacity: tokens.count * 16)
    for (document, record) in tokens.enumerated() {
      record.terms.withUnsafeBufferPointer { bytes in
        var reader = NumberReader(bytes: bytes, offset: 0)
        for _ in 0..<record.termCount {
          let count = reader.next()
          let start = reader.offset
          let term = table.number(of: UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
          reader.offset += count
          postings.append(
            Posting(
              document: UInt32(truncatingIfNeeded: document),
              offset: UInt32(truncatingIfNeeded: reader.offset)
            ),
            to: term
          )
          Self.skipStatistics(&reader)
          for _ in 0..<reader.next() {
            let name = Name(
              document: UInt32(truncatingIfNeeded: document),
              field: UInt32(truncatingIfNeeded: reader.next()),
              length: UInt16(clamping: reader.next()),
              cover: UInt16(clamping: reader.next())
            )
            names.append(name, to: term)
          }
        }
      }
    }
    terms = table
    self.postings = postings.grouped(into: table.count)
    self.names = names.grouped(into: table.count)
  }

  func postings(of term: Int) -> ArraySlice<Posting> { postings[term] }
  func names(of term: Int) -> ArraySlice<Name> { names[term] }

  /// Terms in the order of their UTF-8 bytes, which is that of their code points.
  func sortedTerms() -> [Int] {
    terms.bytes.withUnsafeBufferPointer { bytes in
      (0..<terms.count).sorted { left, right in
        bytes[terms.range(left)].lexicographicallyPrecedes(bytes[terms.range(right)])
      }
    }
  }

  private static func skipStatistics(_ reader: inout NumberReader) {
    for _ in 0..<4 { _ = reader.next() }
    for _ in 0..<reader.next() { _ = reader.next() }
    let follows = reader.next()
    var last = 0
    for _ in 0..<follows { last = reader.next() }
    if follows == 1, last < Int(Follow.none) { _ = reader.next() }
  }
}

/// Values in groups, in the order of their arrival within a group.
struct Groups<Value> {
  private let values: [Value]
  private let starts: [Int]

  subscript(group: Int) -> ArraySlice<Value> { values[starts[group]..<starts[group + 1]] }

  struct Builder {
    private var values: [Value] = []
    private var groups: [UInt32] = []

    init(capacity: Int) {
      values.reserveCapacity(capacity)
      groups.reserveCapacity(capacity)
    }

    mutating func append(_ value: Value, to group: Int) {
      values.append(value)
      groups.append(UInt32(truncatingIfNeeded: group))
    }

    /// Sorts by counting. `count` is above every group used.
    func grouped(into count: Int) -> Groups {
      var starts = Array(repeating: 0, count: count + 1)
      for group in groups { starts[Int(group) + 1] += 1 }
      for group in 0..<count { starts[group + 1] += starts[group] }
      var next = starts
      let sorted = [Value](unsafeUninitializedCapacity: values.count) { buffer, initialized in
        for index in values.indices {
          let group = Int(groups[index])
          (buffer.baseAddress.map { $0 + next[group] })?.initialize(to: values[index])
          next[group] += 1
        }
        initialized = values.count
      }
      return Groups(values: sorted, starts: starts)
    }
  }
}
