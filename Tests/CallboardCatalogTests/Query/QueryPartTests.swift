import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON
import Testing

@Suite struct QueryPartTests {
  private static let file = SourcePath(repository: "", path: "filter")

  @Test func readsTheShortForm() throws {
    let entities = try QueryEntities.all()
    let cases = [
      ("", "abcd"), (",", "abcd"), ("kind=component", "ab"), (" kind = Component , ", "ab"),
      ("kind=component,spec.type=service", "a"), ("kind=component,kind=group", "abd"),
      ("spec.owner", "abc"), ("spec.owner,kind=api", "c"), ("spec.owner=", ""),
      ("metadata.tags=java", "ac"), ("metadata.tags.java=true,metadata.tags.spring=true", "a"),
      ("relations.ownedBy=group:default/team-x", "ac"),
      ("metadata.annotations.backstage.io/techdocs-ref=dir:.", "a"),
      ("metadata.annotations.backstage.io/techdocs-ref", "a"),
      ("spec.type=service,spec.type", "a"), ("metadata.title=a=b", ""),
    ]
    for (text, names) in cases {
      let read = ShortFilter.read(text, file: Self.file)
      #expect(read.diagnostics.isEmpty, "\(text)")
      #expect(QueryEntities.names(entities.filter(read.output.matches)) == names, "\(text)")
    }
  }

  @Test func refusesShortFormsThatMeanNothing() {
    let cases = [
      ("=x", ["query-filter-invalid 1:1"]), ("kind=a,=x", ["query-filter-invalid 1:8"]),
      ("kind!=a", ["query-filter-invalid 1:1"]), ("$in=a", ["query-filter-invalid 1:1"]),
      ("=,!=", ["query-filter-invalid 1:1", "query-filter-invalid 1:3"]),
    ]
    for (text, expected) in cases {
      let read = ShortFilter.read(text, file: Self.file)
      #expect(read.diagnostics.map(finding) == expected, "\(text)")
      #expect(read.output == .any([]), "\(text)")
    }
  }

  @Test func findsAllValuesAtAPath() throws {
    let entity = try #require(try QueryEntities.all().first)
    let cases: [(String, [JSONValue])] = [
      ("metadata.links.url", [.string("https://a.example"), .string("https://b.example")]),
      ("metadata.tags", [.array([.string("java"), .string("Spring")])]),
      ("relations.partOf", [.string("system:default/shop")]),
      ("ref", [.string("component:default/a")]), ("spec.nothing", [.null]), ("", []), (".", []),
    ]
    for (path, values) in cases {
      #expect(FieldPath(path).values(in: entity) == values, "\(path)")
    }
  }

  @Test func takesTheLongestAndTheShortestReadingOfDots() throws {
    let text = #"{"a":{"b.c":1,"b":{"c":2}},"a.b":{"c":3},"a.b.c":4,"A":{"B":{"C":5}}}"#
    let value = try JSONReader().read(Array(text.utf8))
    let found = FieldPath("a.b.c").values(in: value)
    #expect(found == [.integer(1), .integer(2), .integer(3), .integer(4), .integer(5)])
  }

  @Test func keepsThePartOfAnEntityThatIsAskedFor() throws {
    let entity = try #require(try QueryEntities.all().first)
    let cases = [
      ("metadata.name", #"{"metadata":{"name":"a"}}"#),
      ("spec.type,metadata.name", #"{"metadata":{"name":"a"},"spec":{"type":"service"}}"#),
      ("KIND", #"{"kind":"Component"}"#),
      (
        "metadata.annotations.backstage.io/techdocs-ref",
        #"{"metadata":{"annotations":{"backstage.io/techdocs-ref":"dir:."}}}"#
      ),
      ("metadata.links.title", #"{"metadata":{"links":[{"title":"Board"}]}}"#),
      ("spec.v1.2", #"{"spec":{"v1.2":{"beta":"yes"}}}"#),
      ("spec.nothing", #"{"spec":{"nothing":null}}"#),
      (
        "relations.partOf,ref",
        #"{"ref":"component:default/a","relations":[{"type":"partOf","targetRef":"system:default/shop"}]}"#
      ),
      ("spec.missing", "{}"), ("relations.none", #"{"relations":[]}"#),
    ]
    for (fields, expected) in cases {
      let paths = fields.split(separator: ",").map { FieldPath(String($0)) }
      var writer = JSONWriter()
      writer.value(FieldSelection(paths).part(of: entity))
      #expect(String(decoding: writer.bytes, as: UTF8.self) == expected, "\(fields)")
    }
  }

  @Test func readsOrders() {
    #expect(EntityOrder("a.b") == EntityOrder(path: FieldPath("a.b"), isDescending: false))
    #expect(EntityOrder("a:asc") == EntityOrder(path: FieldPath("a"), isDescending: false))
    #expect(EntityOrder("a:DESC") == EntityOrder(path: FieldPath("a"), isDescending: true))
    for text in ["", ":asc", "a:up", "a:"] { #expect(EntityOrder(text) == nil, "\(text)") }
  }

  @Test func sortsTextsWithoutRegardToCaseAndMissingValuesLast() throws {
    let texts = [#"{"v":"b"}"#, #"{"v":"A"}"#, #"{}"#, #"{"v":10}"#, #"{"v":9}"#, #"{"v":null}"#]
    let entities = try texts.map { try JSONReader().read(Array($0.utf8)) }
    for (text, expected) in [("v", [4, 3, 1, 0, 2, 5]), ("v:desc", [0, 1, 3, 4, 2, 5])] {
      let order = try #require(EntityOrder(text))
      let keys = entities.map(order.key)
      let sorted = entities.indices.sorted { lhs, rhs in
        order.isBefore(keys[lhs], keys[rhs]) ?? (lhs < rhs)
      }
      #expect(sorted == expected, "\(text)")
    }
  }
}
