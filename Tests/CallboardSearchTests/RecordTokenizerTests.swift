import Testing

@testable import CallboardSearch

@Suite struct RecordTokenizerTests {
  private func record(_ number: Int, words: Int) -> SearchRecord {
    var record = SampleRecords.site(pages: 1)[0]
    record.url = "docs/\(number)/"
    record.title = "Page \(number)"
    let text = (0..<words).map { "word\($0 * 7 + number)x the \($0 % 13)" }.joined(separator: " ")
    record.sections = [SearchRecord.Section(text: Array(text.utf8))]
    return record
  }

  @Test("A tokenizer gives every record the words that a new one gives it, whatever came before")
  func isTheSameAfterOthers() {
    // The texts between the short ones have more words than a table grows to in one step, in several and beyond.
    let records = [3, 700, 5, 2_000, 0, 30_000, 4, 900, 30_000, 1].enumerated().map {
      record($0.offset, words: $0.element)
    }
    for language in [SearchOptions.Language.english, .none] {
      var options = SearchOptions()
      options.language = language
      var tokenizer = RecordTokenizer(options)
      for record in records + SampleRecords.site(pages: 40) {
        let tokens = tokenizer.tokenize(record)
        let expected = SearchIndex.tokenize(record, options: options)
        #expect(tokens.encoded() == expected.encoded(), "\(record.url)")
      }
    }
  }
}

@Suite struct TermTableTests {
  private func number(_ term: String, in table: inout TermTable) -> Int {
    Array(term.utf8).withUnsafeBufferPointer { table.number(of: $0) }
  }

  @Test("Terms that differ in one byte, in length or in zeros have numbers of their own")
  func tellsTermsApart() {
    var table = TermTable(capacity: 8)
    var terms: [[UInt8]] = []
    for length in 0...20 {
      let term = Array(repeating: UInt8(ascii: "a"), count: length)
      terms.append(term)
      for place in 0..<length {
        for byte in [0, UInt8(ascii: "b"), 0xFF] {
          var other = term
          other[place] = byte
          terms.append(other)
        }
      }
    }
    let numbers = terms.map { $0.withUnsafeBufferPointer { table.number(of: $0) } }
    #expect(numbers == Array(terms.indices))
    #expect(terms.map { $0.withUnsafeBufferPointer { table.number(of: $0) } } == numbers)
    for (term, number) in zip(terms, numbers) {
      #expect(Array(table.bytes[table.range(number)]) == term)
    }
  }

  @Test("Terms are sorted by their bytes, a term before those that it begins")
  func sorts() {
    var table = TermTable()
    let terms = [
      "b", "abcdefghi", "abcdefgh", "", "abcdefg", "a", "ab\0", "ab", "é", "zz", "abcdefgz",
    ]
    for term in terms { _ = number(term, in: &table) }
    let sorted = table.sortedNumbers().map { terms[Int($0)] }
    #expect(
      sorted == [
        "", "a", "ab", "ab\0", "abcdefg", "abcdefgh", "abcdefghi", "abcdefgz", "b", "zz", "é",
      ]
    )
  }
}
