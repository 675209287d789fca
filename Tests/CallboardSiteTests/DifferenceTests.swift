import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON
import CallboardSite
import Testing

@Suite struct DifferenceTests {
  private static let team = EntityRef(kind: "group", namespace: "default", name: "team")

  private static func ref(_ name: String) -> EntityRef {
    EntityRef(kind: "component", namespace: "default", name: name)
  }

  /// A component with the members of its `spec`, as JSON.
  private static func entity(
    _ name: String,
    spec: String = "\"type\":\"service\"",
    metadata: String = "",
    file: String = "catalog-info.yaml",
    relations: [ComparedEntity.Relation] = []
  ) throws -> ComparedEntity {
    let text = """
      {"apiVersion":"v1","kind":"Component",
       "metadata":{"namespace":"default","name":"\(name)"\(metadata)},"spec":{\(spec)}}
      """
    return ComparedEntity(
      ref: ref(name),
      json: try JSONReader().read(Array(text.utf8)),
      file: SourcePath(repository: "r", path: file),
      relations: relations
    )
  }

  private static func difference(
    _ before: [ComparedEntity],
    _ after: [ComparedEntity]
  ) -> CatalogDifference {
    var comparison = CatalogComparison()
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.ref, $0) })
    let new = Dictionary(uniqueKeysWithValues: after.map { ($0.ref, $0) })
    for ref in Set(old.keys).union(new.keys).sorted() {
      switch (old[ref], new[ref]) {
      case (let entity?, let other?): comparison.compare(entity, other)
      case (let entity?, nil): comparison.add(removed: entity)
      case (nil, let entity?): comparison.add(added: entity)
      case (nil, nil): break
      }
    }
    return comparison.finish()
  }

  @Test func findsNoDifferenceBetweenEqualCatalogs() throws {
    let catalog = [try Self.entity("a"), try Self.entity("b")]
    #expect(Self.difference(catalog, catalog).isEmpty)
    #expect(Self.difference([], []).isEmpty)
  }

  @Test func namesTheFieldsThatDiffer() throws {
    let before = try Self.entity(
      "a",
      spec: #""type":"service","profile":{"email":"a@x","old":1}"#,
      metadata: #","tags":["x","y"],"annotations":{"a/b":"1","backstage.io/view-url":"u"}"#
    )
    let after = try Self.entity(
      "a",
      spec: #""profile":{"email":"b@x"},"type":"service","new":null"#,
      metadata: #","tags":["x"],"annotations":{"a/b":"2","backstage.io/view-url":"v"}"#
    )
    let changed = Self.difference([before], [after]).changed
    #expect(
      changed.first?.fields.map(\.path) == [
        #"metadata.annotations["a/b"]"#, "metadata.tags", "spec.new", "spec.profile.email",
        "spec.profile.old",
      ]
    )
    #expect(changed.first?.fields[2].before == nil)
    #expect(changed.first?.fields[2].after == .null)
    #expect(changed.first?.fields[4].after == nil)
  }

  @Test func tellsAnOwnerFromOtherChanges() throws {
    let before = try Self.entity(
      "a",
      spec: #""owner":"team""#,
      relations: [.init(type: "ownedBy", target: Self.team, isDangling: false)]
    )
    let other = EntityRef(kind: "group", namespace: "default", name: "other")
    let after = try Self.entity(
      "a",
      spec: #""owner":"other""#,
      relations: [.init(type: "ownedBy", target: other, isDangling: false)]
    )
    let difference = Self.difference([before], [after])
    #expect(difference.reowned.map(\.before) == [[Self.team]])
    #expect(difference.reowned.map(\.after) == [[other]])
    #expect(difference.changed.isEmpty)
    #expect(difference.relationsAdded.isEmpty)
    #expect(difference.relationsRemoved.isEmpty)
  }

  @Test func takesARenameForOneOnlyWhereItIsSure() throws {
    let sure = Self.difference([try Self.entity("a")], [try Self.entity("b")])
    #expect(sure.renamed.map(\.before) == [Self.ref("a")])
    #expect(sure.renamed.map(\.after) == [Self.ref("b")])
    #expect(sure.added.isEmpty && sure.removed.isEmpty)
    for after in [
      [try Self.entity("b", spec: #""type":"website""#)],
      [try Self.entity("b", file: "other.yaml")],
      [try Self.entity("b"), try Self.entity("c")],
    ] {
      let difference = Self.difference([try Self.entity("a")], after)
      #expect(difference.renamed.isEmpty)
      #expect(difference.added.count == after.count)
      #expect(difference.removed.count == 1)
    }
  }

  @Test func tellsBrokenReferencesFromOtherRelations() throws {
    func holder(_ relations: [(String, String, Bool)]) throws -> ComparedEntity {
      try Self.entity(
        "a",
        relations: relations.map {
          .init(type: $0.0, target: Self.ref($0.1), isDangling: $0.2)
        }
      )
    }
    let difference = Self.difference(
      [
        try holder([
          ("dependsOn", "b", false), ("dependsOn", "c", true), ("dependsOn", "d", true),
          ("hasPart", "e", false), ("partOf", "f", false),
        ])
      ],
      [
        try holder([
          ("dependsOn", "b", true), ("dependsOn", "c", false), ("dependsOn", "n", true),
          ("partOf", "g", false),
        ])
      ]
    )
    func texts(_ references: [CatalogDifference.Reference]) -> [String] {
      references.map { "\($0.source.name) \($0.type) \($0.target.name)" }
    }
    #expect(texts(difference.broken) == ["a dependsOn b", "a dependsOn n"])
    #expect(texts(difference.mended) == ["a dependsOn c"])
    #expect(texts(difference.relationsAdded) == ["a partOf g"])
    #expect(texts(difference.relationsRemoved) == ["a dependsOn d", "a partOf f"])
  }

  @Test func letsNothingOfWhatPeopleWroteActInAComment() throws {
    let title = #"@acme/all <img src=x onerror=y> | `a` ``b`` </details> #1 \u202E\n# x"#
    let difference = Self.difference(
      [],
      [try Self.entity("a", metadata: ",\"title\":\"\(title)\"")]
    )
    let text = String(decoding: DifferenceMarkdown.format(difference), as: UTF8.self)
    #expect(
      text == """
        <!-- callboard diff -->
        ### Catalog

        1 added.

        <details><summary>Added (1)</summary>

        - `component:default/a` ```@acme/all <img src=x onerror=y> | `a` ``b`` </details> #1 \
        \\u{202E}\\u{A}# x```

        </details>

        """
    )
    #expect(DifferenceMarkdown.codeSpan("`x`") == "`` `x` ``")
  }

  @Test func keepsACommentWithinItsLimit() throws {
    let before = try (0..<3_000).map { try Self.entity("old-\($0)", spec: "\"a\":\($0)") }
    let after = try (0..<3_000).map { try Self.entity("new-\($0)", spec: "\"b\":\($0)") }
    let difference = Self.difference(before, after)
    let bytes = DifferenceMarkdown.format(difference)
    #expect(bytes.count <= 65_536)
    #expect(bytes.count > 50_000)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("<!-- callboard diff -->\n### Catalog\n\n3000 removed, 3000 added.\n"))
    #expect(text.matches(of: /- … and \d+ more lines\n\n<\/details>/).count == 2)
    #expect(text.hasSuffix("</details>\n"))
    let small = DifferenceMarkdown.format(difference, limit: 2_000)
    #expect(small.count <= 2_000)
  }

  @Test func showsWhereLongTextsPart() throws {
    let common = String(repeating: "same ", count: 100)
    let difference = Self.difference(
      [try Self.entity("a", spec: "\"text\":\"\(common)one\"")],
      [try Self.entity("a", spec: "\"text\":\"\(common)two\"")]
    )
    let text = String(decoding: DifferenceText.format(difference), as: UTF8.self)
    #expect(text.contains("same one → …"))
    #expect(text.contains("same two\n"))
    #expect(text.count < 300)
  }
}
