import CallboardJSON

/// One file of terms and their postings, as columns so that like digits compress together.
struct TermShardColumns {
  /// A name or heading that a term is part of, as the file has it.
  struct Name {
    var document: Int
    var field: Int
    /// Its length, the popularity of its document, what the word covers of it, and its lead.
    var shape: Int
  }

  private var terms = FrontCoder()
  private var counts = DigitString()
  private var documents = DigitString()
  private var impacts = DigitString()
  private var sections = DigitString()
  private var follows = DigitString()
  private var names = DigitString()
  private var filters = DigitString()

  /// Begins a key, whose postings and names, names alone or runs follow.
  mutating func append(key: ArraySlice<UInt8>) { terms.append(key) }

  /// Those of the `count` postings of a word that are kept; nil for a prefix, which has none.
  mutating func append(_ postings: [PostingTable.Posting], of count: Int) {
    let isCut = postings.count < count
    counts.append(number: postings.count * 2 + (isCut ? 1 : 0))
    if isCut { counts.append(number: count) }
    var next = 0
    for posting in postings {
      let document = Int(posting.document)
      documents.append(number: document - next)
      impacts.append(digit: Int(posting.impact))
      sections.append(bits: posting.sections)
      follows.append(bits: posting.follows)
      if posting.isBeforeOneWord { follows.append(digit: Int(posting.fine)) }
      next = document + 1
    }
  }

  /// The names that are kept, in the order of documents.
  mutating func append(_ list: [Name], isCut: Bool) {
    counts.append(number: list.count * 2 + (isCut ? 1 : 0))
    var previous = 0
    for name in list {
      names.append(number: name.document - previous)
      names.append(number: name.field)
      names.append(number: name.shape)
      previous = name.document
    }
  }

  /// The documents of a filter.
  mutating func append(filter documents: [Int]) {
    counts.append(number: FilterLists.appendRuns(documents, to: &filters))
  }

  /// The file.
  func bytes() -> [UInt8] {
    let columns = [
      ("counts", counts), ("documents", documents), ("impacts", impacts), ("sections", sections),
      ("follows", follows), ("names", names), ("filters", filters),
    ]
    var writer = JSONWriter(
      reservingCapacity: columns.reduce(terms.text.count + 100) { $0 + $1.1.bytes.count }
    )
    writer.object { writer in
      writer.member("terms", terms.string)
      for (name, digits) in columns {
        writer.key(name)
        writer.raw(digits.json)
      }
    }
    return writer.bytes
  }
}

extension TermShardColumns.Name {
  /// - Parameter popularity: The level of its document.
  init(_ name: PostingTable.Name, popularity: Int) {
    document = Int(name.document)
    field = Int(name.field)
    let shown = name.field < NameField.trail ? popularity : 0
    let length = min(15, Int(name.length))
    let cover = min(8, max(1, Int(name.cover))) - 1
    shape = length | shown << 4 | cover << 7 | Int(name.lead) << 10
  }
}
