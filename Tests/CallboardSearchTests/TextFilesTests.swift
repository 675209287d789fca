import CallboardSearch
import Foundation
import Testing

/// The texts that excerpts are cut from.
@Suite struct TextFilesTests {
  private static func record(_ texts: [String], url: String = "docs/a/") -> SearchRecord {
    var record = SearchRecord(url: url, title: "A", kind: "docs", category: .docs)
    record.sections = texts.map { .init(text: $0) }
    return record
  }

  private static func build(_ record: SearchRecord) throws -> (entry: String, text: [String]?) {
    let files = SearchIndex.build([record])
    let entry = try #require(files.first { $0.path == "entry.json" })
    let texts = try files.filter { $0.path.hasPrefix("x/") }
      .flatMap { try JSONDecoder().decode([String].self, from: Data($0.bytes)) }
    return (String(decoding: entry.bytes, as: UTF8.self), texts.isEmpty ? nil : texts)
  }

  private struct Document: Decodable {
    var texts: [Int]?
  }

  @Test func keepsTheTextOfEachSection() throws {
    #expect(
      try Self.build(Self.record(["One.", "", "Zwei \"Ü\"\n"])).text == [
        "One.", "", "Zwei \"Ü\"\n",
      ]
    )
    #expect(try Self.build(Self.record(["", ""])).text == nil)
    #expect(try Self.build(Self.record([])).text == nil)
  }

  /// A client fetches what stands around one section, not the whole of a long page.
  @Test func cutsLongPagesBetweenSections() throws {
    let section = String(repeating: "word ", count: 700)
    let record = Self.record(["", section, section, "", section, section + section, section])
    let files = SearchIndex.build([record])
    let names = files.map(\.path).filter { $0.hasPrefix("x/") }
    let counts = try files.filter { $0.path.hasPrefix("x/") }.map {
      try JSONDecoder().decode([String].self, from: Data($0.bytes)).count
    }
    // In the order of paths, in which the first file of a page is the last.
    #expect(counts == [2, 1, 1, 1, 2])
    let key = try #require(names.last?.dropFirst(2).dropLast(5))
    #expect(names == (1...4).map { "x/\(key)-\($0).json" } + ["x/\(key).json"])
    let documents = try #require(files.first { $0.path == "d/0.json" })
    let document = try JSONDecoder().decode([Document].self, from: Data(documents.bytes))[0]
    #expect(document.texts == [0, 2, 4, 5, 6])
  }

  @Test func cutsTheEndOfLongTexts() throws {
    let long = String(repeating: "é ", count: 20_000)
    let text = try #require(try Self.build(Self.record([long, "end"])).text)
    #expect(text.count == 2)
    #expect(text[0].utf8.count <= 24 << 10 && text[0].utf8.count > 24_000)
    #expect(text[1] == "")
  }

  /// Commas are in no other file of the index.
  @Test func changesTheBuildIdWithAnyText() throws {
    let plain = try Self.build(Self.record(["A fairly long sentence about nothing much at all"]))
    let commas = try Self.build(Self.record(["A fairly long, sentence about nothing much at all"]))
    #expect(plain.entry.contains("\"build\""))
    #expect(plain.entry != commas.entry)
  }

  @Test func namesTheFileAfterTheAddress() throws {
    let names = ["docs/a/", "docs/b/", "docs/A/", ""].flatMap { url in
      SearchIndex.build([Self.record(["x"], url: url)]).map(\.path).filter { $0.hasPrefix("x/") }
    }
    #expect(Set(names).count == 4)
    // The offset basis of the 128-bit FNV-1a in base 36.
    #expect(names[3] == "x/6ezv16m7wweombnkd3ldlii6l.json", "\(names[3])")
  }
}
