import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON
import Testing

@Suite struct PredicateTests {
  private static let file = SourcePath(repository: "", path: "filter")

  /// Conditions with the entities that meet them. Unless a row says otherwise, both of Backstage's ways to judge
  /// a condition agree: the catalog's search and the one in memory.
  private static let rows: [(condition: String, names: String)] = [
    // Fields
    (#"{}"#, "abcd"),
    (#"{"kind":"Component"}"#, "ab"),
    (#"{"kind":"component"}"#, "ab"),
    (#"{"KIND":"COMPONENT"}"#, "ab"),
    (#"{"kind":"Comp"}"#, ""),
    (#"{"kind":"api"}"#, "c"),
    (#"{"kind":"component","spec.type":"service"}"#, "a"),
    (#"{"kind":"component","spec.type":"team"}"#, ""),
    (#"{"apiVersion":"backstage.io/v1beta1"}"#, "c"),
    (#"{"metadata.namespace":"web"}"#, "b"),
    (#"{"metadata.title":"alpha"}"#, "a"),
    (#"{"spec.owner":"TEAM-X"}"#, "ac"),
    (#"{"1":"foo"}"#, ""),
    (#"{"spec.missing":"x"}"#, ""),
    (#"{"spec":"service"}"#, ""),
    (#"{"spec.type.more":"service"}"#, ""),
    // Names with dots in them
    (#"{"metadata.annotations.backstage.io/techdocs-ref":"dir:."}"#, "a"),
    (#"{"metadata.annotations.acme.example/tier":"1"}"#, "a"),
    (#"{"metadata.annotations.acme.example/tier":1}"#, "a"),
    (#"{"metadata.labels.acme.example/zone":"eu"}"#, "a"),
    (#"{"spec.v1.2.beta":"yes"}"#, "a"),
    (#"{"spec.nested.deep.er.leaf":"found"}"#, "a"),
    (#"{"spec.nested.deep":{"$exists":true}}"#, ""),
    (#"{"spec.STRASSE":"öl"}"#, ""),
    (#"{"spec.straße":"öl"}"#, "a"),
    (#"{"spec.STRAßE":"ÖL"}"#, "a"),
    // Numbers and truth values
    (#"{"spec.replicas":3}"#, "ab"),
    (#"{"spec.replicas":"3"}"#, "ab"),
    (#"{"spec.replicas":3.0}"#, "ab"),
    (#"{"spec.replicas":4}"#, ""),
    (#"{"spec.ratio":0.5}"#, "a"),
    (#"{"spec.ratio":"0.5"}"#, "a"),
    (#"{"spec.isPublic":true}"#, "ab"),
    (#"{"spec.isPublic":"True"}"#, "ab"),
    (#"{"spec.isPublic":false}"#, ""),
    (#"{"spec.nothing":"null"}"#, ""),
    // Lists, as the catalog's search takes them
    (#"{"metadata.tags":"java"}"#, "ac"),
    (#"{"metadata.tags":"SPRING"}"#, "a"),
    (#"{"metadata.tags.java":true}"#, "ac"),
    (#"{"metadata.tags.java":"true","metadata.tags.spring":"true"}"#, "a"),
    (#"{"metadata.tags.go":true}"#, ""),
    (#"{"metadata.tags.0":"java"}"#, ""),
    (#"{"metadata.links.title":"board"}"#, "a"),
    (#"{"metadata.links.url":{"$hasPrefix":"https://b"}}"#, "a"),
    (#"{"spec.matrix":"z"}"#, "a"),
    // $in
    (#"{"kind":{"$in":["component","group"]}}"#, "abd"),
    (#"{"kind":{"$in":[]}}"#, ""),
    (#"{"spec.type":{"$in":["SERVICE","openapi"]}}"#, "ac"),
    (#"{"spec.replicas":{"$in":[1,3]}}"#, "ab"),
    (#"{"metadata.tags":{"$in":["spring","go"]}}"#, "a"),
    // $exists
    (#"{"spec.owner":{"$exists":true}}"#, "abc"),
    (#"{"spec.owner":{"$exists":false}}"#, "d"),
    (#"{"spec.nothing":{"$exists":true}}"#, "a"),
    (#"{"metadata.tags":{"$exists":true}}"#, "ac"),
    (#"{"metadata.tags":{"$exists":false}}"#, "bd"),
    (#"{"spec.none":{"$exists":true}}"#, ""),
    (#"{"metadata.annotations":{"$exists":true}}"#, "a"),
    (#"{"metadata.annotations.backstage.io/techdocs-ref":{"$exists":false}}"#, "bcd"),
    // $hasPrefix
    (#"{"spec.owner":{"$hasPrefix":"team"}}"#, "abc"),
    (#"{"spec.owner":{"$hasPrefix":"TEAM-Y"}}"#, "b"),
    (#"{"spec.owner":{"$hasPrefix":"eam"}}"#, ""),
    (#"{"spec.owner":{"$hasPrefix":""}}"#, "abc"),
    (#"{"spec.owner":{"$hasPrefix":"team-x-and-more"}}"#, ""),
    (#"{"metadata.tags":{"$hasPrefix":"spr"}}"#, "a"),
    (#"{"spec.replicas":{"$hasPrefix":"3"}}"#, "ab"),
    // $contains
    (#"{"metadata.tags":{"$contains":"java"}}"#, "ac"),
    (#"{"metadata.tags":{"$contains":"JAVA"}}"#, "ac"),
    (#"{"metadata.tags":{"$contains":"jav"}}"#, ""),
    (#"{"spec.type":{"$contains":"service"}}"#, ""),
    (#"{"metadata":{"$contains":{"name":"a"}}}"#, ""),
    (#"{"metadata.links":{"$contains":{"title":"board"}}}"#, "a"),
    (#"{"metadata.links":{"$contains":{"title":"board","url":"https://b.example"}}}"#, ""),
    (#"{"metadata.tags":{"$contains":{"$any":["spring","go"]}}}"#, "a"),
    (#"{"metadata.tags":{"$contains":{"$not":"java"}}}"#, "a"),
    (#"{"relations":{"$contains":{"type":"ownedBy","targetRef":"group:default/team-x"}}}"#, "ac"),
    (#"{"relations":{"$contains":{"type":"dependsOn","targetRef":"group:default/team-x"}}}"#, ""),
    (#"{"relations":{"$contains":{"targetRef":{"$hasPrefix":"component:"}}}}"#, "bc"),
    // Relations
    (#"{"relations.ownedBy":"group:default/team-x"}"#, "ac"),
    (#"{"relations.ownedby":"Group:Default/Team-X"}"#, "ac"),
    (#"{"Relations.dependsOn":{"$hasPrefix":"resource:"}}"#, "a"),
    (#"{"relations.dependsOn":{"$exists":true}}"#, "ab"),
    (#"{"relations.ownedBy":{"$exists":false}}"#, "d"),
    (#"{"relations.type":{"$exists":true}}"#, ""),
    (#"{"relations":{"$exists":true}}"#, "abc"),
    // Combinations
    (#"{"$all":[]}"#, "abcd"),
    (#"{"$any":[]}"#, ""),
    (#"{"$not":{}}"#, ""),
    (#"{"$all":[{"metadata.tags":{"$contains":"java"}},{"metadata.tags":"spring"}]}"#, "a"),
    (#"{"$any":[{"kind":"group"},{"spec.type":"service"}]}"#, "ad"),
    (#"{"$not":{"kind":"component"}}"#, "cd"),
    (#"{"$not":{"$any":[{"kind":"component"},{"kind":"group"}]}}"#, "c"),
    (#"{"$not":{"$not":{"kind":"group"}}}"#, "d"),
    (
      #"{"$all":[{"kind":"component"},{"$not":{"spec.type":{"$in":["service"]}}}]}"#, "b"
    ),
    (
      #"{"$any":[{"$all":[{"kind":"component","spec.type":"website"}]},{"$all":[{"kind":"api"}]}]}"#,
      "bc"
    ),
    // Callboard's own
    (#"{"ref":"component:default/a"}"#, "a"),
    (#"{"ref":{"$hasPrefix":"component:"}}"#, "ab"),
    // YAML
    ("{kind: Component, spec.type: {$in: [service]}}", "a"),
    ("$any:\n  - kind: group\n  - metadata.tags: spring\n", "ad"),
    ("spec.isPublic: true", "ab"),
    ("spec.owner: {$exists: false}", "d"),
  ]

  @Test func judgesEntitiesAsBackstageDoes() throws {
    let entities = try QueryEntities.all()
    #expect(Self.rows.count >= 60)
    for row in Self.rows {
      let read = PredicateReader.read(Array(row.condition.utf8), file: Self.file)
      #expect(read.diagnostics.isEmpty, "\(row.condition): \(read.diagnostics.map(finding))")
      let names = QueryEntities.names(entities.filter(read.output.matches))
      #expect(names == row.names, "\(row.condition)")
    }
  }

  /// Conditions that cannot mean what their author meant, with the finding.
  private static let mistakes: [(condition: String, finding: String)] = [
    ("", "query-value-invalid 0:0"),
    ("component", "query-value-invalid 1:1"),
    ("[]", "query-value-invalid 1:1"),
    ("null", "query-value-invalid 0:0"),
    (#"{"kind":["a","b"]}"#, "query-value-invalid 1:9"),
    (#"{"spec.type":null}"#, "query-value-invalid 1:14"),
    (#"{"kind":{"$in":"a"}}"#, "query-value-invalid 1:16"),
    (#"{"kind":{"$in":[{"x":"a"}]}}"#, "query-value-invalid 1:16"),
    (#"{"kind":{"$in":[null]}}"#, "query-value-invalid 1:16"),
    (#"{"kind":{"$exists":"yes"}}"#, "query-value-invalid 1:20"),
    (#"{"kind":{"$hasPrefix":1}}"#, "query-value-invalid 1:23"),
    (#"{"kind":{"$contains":null}}"#, "query-value-invalid 1:22"),
    (#"{"kind":{"$contains":[]}}"#, "query-value-invalid 1:22"),
    (#"{"$all":{"kind":"a"}}"#, "query-value-invalid 1:9"),
    (#"{"$any":["a"]}"#, "query-value-invalid 1:10"),
    (#"{"$not":"a"}"#, "query-value-invalid 1:9"),
    (#"{"kind":{}}"#, "query-field-invalid 1:9"),
    (#"{"kind":{"foo":"bar"}}"#, "query-field-invalid 1:9"),
    (#"{"":"component"}"#, "query-field-invalid 1:2"),
    (#"{"kind":{"$unknown":"foo"}}"#, "query-operator-unknown 1:10"),
    (#"{"$unknown":"foo"}"#, "query-operator-unknown 1:2"),
    (#"{"$or":[]}"#, "query-operator-unknown 1:2"),
    (#"{"$in":["a"]}"#, "query-operator-misplaced 1:2"),
    (#"{"kind":{"$not":"a"}}"#, "query-operator-misplaced 1:10"),
    (#"{"kind":{"$in":["a"],"$exists":true}}"#, "query-operator-misplaced 1:10"),
    (#"{"$all":[],"kind":"a"}"#, "query-operator-misplaced 1:2"),
    (#"{"kind":"a","$any":[]}"#, "query-operator-misplaced 1:13"),
    (#"{"$not":{"x":{"$exists":1}}}"#, "query-value-invalid 1:25"),
    ("{", "yaml-syntax 2:1"),
  ]

  @Test func namesTheMistakeAndItsPlace() throws {
    let entities = try QueryEntities.all()
    for row in Self.mistakes {
      let read = PredicateReader.read(Array(row.condition.utf8), file: Self.file)
      #expect(read.diagnostics.map(finding) == [row.finding], "\(row.condition)")
      #expect(read.diagnostics.allSatisfy { $0.severity == .error })
      #expect(
        !entities.contains(where: read.output.matches),
        "\(row.condition) holds for something"
      )
    }
  }

  @Test func tellsWhatToWriteInstead() {
    let cases = [
      (#"{"$or":[]}"#, "Change it to '$any'."),
      (#"{"x":{"$startsWith":"a"}}"#, "Change it to '$hasPrefix'."),
      (#"{"x":{"$hasPrefx":"a"}}"#, "Change it to '$hasPrefix'."),
      (#"{"spec":{"type":"a"}}"#, "Write the whole path as one key: 'spec.type'."),
    ]
    for (text, help) in cases {
      let read = PredicateReader.read(Array(text.utf8), file: Self.file)
      #expect(read.diagnostics.first?.help == [help], "\(text)")
    }
  }

  @Test func reportsEveryMistake() {
    let text = #"{"a":{"$inn":[]},"b":[],"$c":1}"#
    let read = PredicateReader.read(Array(text.utf8), file: Self.file)
    #expect(read.diagnostics.map(finding) == ["query-operator-misplaced 1:25"])
    let fields = #"{"a":{"$inn":[]},"b":[],"c":{}}"#
    #expect(PredicateReader.read(Array(fields.utf8), file: Self.file).diagnostics.count == 3)
  }

  @Test func namesTheKindsThatMayMatch() {
    let known = ["api", "component", "group"]
    let cases: [(String, [String]?)] = [
      ("{}", nil), ("{spec.type: a}", nil), ("{kind: Component}", ["component"]),
      ("{kind: {$in: [API, group, x]}}", ["api", "group"]),
      ("{kind: component, spec.type: a}", ["component"]),
      ("{$any: [{kind: api}, {kind: group}]}", ["api", "group"]),
      ("{$any: [{kind: api}, {spec.type: a}]}", nil),
      ("{$all: [{kind: api}, {kind: group}]}", []), ("{$not: {kind: api}}", nil),
      ("{kind: {$exists: true}}", nil), ("{$any: []}", []),
    ]
    for (text, kinds) in cases {
      let read = PredicateReader.read(Array(text.utf8), file: Self.file)
      #expect(read.output.kinds(among: known) == kinds, "\(text)")
    }
  }
}
