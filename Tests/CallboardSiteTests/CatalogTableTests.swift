import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// The files that the browser's table reads.
@Suite struct CatalogTableTests {
  private struct Entry: Decodable {
    struct Kind: Decodable {
      var kind: String
      var plural: String
      var first: Int
      var count: Int
    }
    var format: Int
    var rows: Int
    var rowsPerFile: Int
    var kinds: [Kind]
  }

  private struct Column: Decodable {
    var values: [String]
    var names: [String]?
    var missing: [Int]?
    var pageless: [Int]?
    var rows: [Int]

    /// The value of each row.
    var texts: [String?] { rows.map { $0 < 0 ? nil : values[$0] } }
  }

  private struct Lists: Decodable {
    var values: [String]
    var rows: [[Int]]

    var texts: [[String]] { rows.map { $0.map { values[$0] } } }
  }

  private struct Rows: Decodable {
    var first: Int
    var count: Int
    var name: [String]
    var title: [String?]
    var kind: Column
    var namespace: Column
    var type: Column
    var lifecycle: Column
    var problem: Column
    var owner: Column
    var system: Column
    var domain: Column
    var tags: Lists
    var groups: Lists?
  }

  private struct Text: Decodable {
    var description: [String?]
    var targets: [[String]]?
  }

  private func read<Value: Decodable>(_ path: String, from files: [OutputFile]) throws -> Value {
    let file = try #require(files.first { $0.path == "catalog/-/table/\(path)" })
    return try JSONDecoder().decode(Value.self, from: Data(file.bytes))
  }

  @Test func holdsEveryColumnInTheOrderOfTheCatalog() throws {
    let found = [CatalogSample.finding(.warning, line: 26), CatalogSample.finding(.note, line: 26)]
    let files = CatalogSample.tableFiles(found: found)
    let rows: Rows = try read("rows/0.json", from: files)
    #expect(rows.name == ["Shop", "till", "lamp", "trade", "sellers", "more", "market", "Ann"])
    #expect(
      rows.title == ["The Shop", nil, nil, nil, "The Sellers", nil, nil, "Ann Lee"]
    )
    #expect(rows.kind.texts.prefix(4) == ["component", "component", "component", "domain"])
    #expect(rows.namespace.texts[2] == "lights")
    #expect(rows.type.texts.prefix(4) == ["Service", "service", "data set", nil])
    #expect(rows.lifecycle.texts.prefix(3) == ["production", "experimental", "production"])
    #expect(rows.problem.texts == ["warning"] + Array(repeating: nil, count: 7))
    #expect(
      rows.owner.texts.prefix(3) == [
        "group:default/sellers", "group:default/lost", "user:default/ann",
      ]
    )
    #expect(rows.owner.names == ["The Sellers", "lost", "Ann Lee"])
    #expect(rows.owner.missing == [1])
    #expect(rows.owner.pageless == [])
    #expect(rows.system.texts.prefix(2) == ["system:default/market", nil])
    #expect(rows.domain.texts.prefix(2) == ["domain:default/trade", "domain:default/trade"])
    #expect(rows.tags.texts.prefix(3) == [["java", "c++"], ["java"], []])
    #expect(rows.groups?.texts.last == ["group:default/sellers"])

    let text: Text = try read("text/0.json", from: files)
    #expect(text.description.prefix(2) == ["Sells bread, cake and =SUM(A1)", nil])
    #expect(text.targets?[5] == ["./a.yaml", "./b.yaml"])
  }

  @Test func tellsWhereEachKindStandsAndCutsRowsIntoFiles() throws {
    let documents = (0..<(CatalogTable.rowsPerFile + 3)).map { number in
      """
      apiVersion: backstage.io/v1alpha1
      kind: \(number < 5 ? "Domain" : "Resource")
      metadata: {name: e\(number)}
      spec: {type: t, owner: o}
      """
    }
    let catalog = CatalogSample.catalog(documents.joined(separator: "\n---\n"))
    let files = CatalogSample.tableFiles(of: catalog, found: [])
    let entry: Entry = try read("entry.json", from: files)
    #expect(entry.format == 1)
    #expect(entry.rows == CatalogTable.rowsPerFile + 3)
    #expect(entry.kinds.map(\.kind) == ["domain", "resource"])
    #expect(entry.kinds.map(\.first) == [0, 5])
    #expect(entry.kinds.map(\.count) == [5, CatalogTable.rowsPerFile - 2])
    #expect(files.count == 5)
    let last: Rows = try read("rows/1.json", from: files)
    #expect(last.first == CatalogTable.rowsPerFile)
    #expect(last.count == 3 && last.name.count == 3)
    #expect(last.groups == nil)
  }

  @Test func cutsLongDescriptionsBetweenWords() {
    #expect(CatalogTable.summary("  a \n\n b\t") == "a b")
    let words = CatalogTable.summary(String(repeating: "word ", count: 100))
    #expect(words.hasSuffix("word…") && words.utf8.count <= 203)
    let accents = CatalogTable.summary(String(repeating: "é", count: 150))
    #expect(accents == String(repeating: "é", count: 100) + "…")
    let odd = CatalogTable.summary("x" + String(repeating: "é", count: 150))
    #expect(odd == "x" + String(repeating: "é", count: 99) + "…")
    #expect(CatalogTable.summary(String(repeating: "a", count: 200)).utf8.count == 200)
  }

  @Test func hasTheMembersThatItsSchemaNames() throws {
    let text = try PackageFolder.text(of: "docs/reference/catalog-table.schema.json")
    let schema = try object(Data(text.utf8))
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let files = CatalogSample.tableFiles(found: [])
    for (path, name) in [("entry.json", "entry"), ("rows/0.json", "rows"), ("text/0.json", "text")]
    {
      let file = try #require(files.first { $0.path == "catalog/-/table/\(path)" })
      let members = Set(try object(Data(file.bytes)).keys)
      let properties = definitions[name]?["properties"] as? [String: Any]
      let required = definitions[name]?["required"] as? [String]
      #expect(
        members == Set(try #require(properties).keys),
        "the sample has all members of \(name)"
      )
      #expect(members.isSuperset(of: try #require(required)))
    }
  }

  private func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
