import CallboardJSON
import CallboardSearch
import CallboardTestSupport
import Testing

/// Holds every file of a search index against its schema.
@Suite struct SearchSchemaTests {
  private static let names = [
    "t": "terms", "r": "routes", "v": "vocabulary", "d": "documents", "f": "facet", "x": "text",
  ]

  private static func schemas() throws -> [String: JSONValue] {
    var schemas: [String: JSONValue] = [:]
    for name in Array(names.values) + ["entry"] {
      let file = "search-\(name).schema.json"
      let text = try PackageFolder.text(of: "docs/reference/schemas/\(file)")
      schemas[file] = try JSONReader().read(Array(text.utf8))
    }
    return schemas
  }

  /// Every member that a document can have, and more sections than have numbers of their own.
  private static func records() -> [SearchRecord] {
    (0..<60).map { number in
      var record = SearchRecord(
        url: "docs/default/component/shop/page-\(number)/",
        title: "Page \(number)",
        kind: "docs",
        category: .docs
      )
      record.name = "page-\(number)"
      record.ref = "component:default/shop"
      record.owner = "sellers"
      record.tags = ["go"]
      record.lifecycle = "production"
      record.type = "service"
      record.system = "shop"
      record.namespace = "default"
      record.parentTitle = "Shop"
      record.audience = "staff"
      record.version = "2.1"
      record.locale = "de"
      record.sections = (0..<40).map { section in
        .init(heading: "Part \(section)", fragment: "part-\(section)", text: "Word \(number)")
      }
      return record
    }
  }

  @Test func describesEveryFileOfAnIndex() throws {
    let validator = SchemaValidator(schemas: try Self.schemas())
    var options = SearchOptions()
    // Few enough for files of routes.
    options.maximumSeparators = 1
    var issues: [String] = []
    var checked: Set<String> = []
    for records in [Self.records(), []] {
      for file in SearchIndex.build(records, options: options) {
        let folder = file.path.split(separator: "/").first.map(String.init) ?? ""
        let name = Self.names[folder] ?? "entry"
        let value = try JSONReader().read(file.bytes)
        issues += validator.issues(value, schema: "search-\(name).schema.json").map {
          "\(file.path) \($0)"
        }
        checked.insert(name)
      }
    }
    #expect(issues.isEmpty, "\(issues.prefix(20).joined(separator: "\n"))")
    #expect(checked.isSuperset(of: ["entry", "terms", "vocabulary", "documents", "facet", "text"]))
  }
}
