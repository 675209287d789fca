import CallboardBuild
import CallboardJSON
import CallboardTestSupport
import Foundation
import Testing

/// Builds the example organisation and holds every file under `api/v1/` against its schema.
@Suite struct APISchemaTests {
  /// The files of the example portal below `api/v1/`, by path.
  private static func exampleFiles() throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    _ = try BuildSession(
      request: BuildRequest(
        configuration: PackageFolder.url.appending(path: "site.yaml").path,
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/cache",
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
    return try folder.contents(of: "dist/api/v1").mapValues { Array($0) }
  }

  private static func schemas(_ files: [String: [UInt8]]) throws -> [String: JSONValue] {
    var schemas: [String: JSONValue] = [:]
    for (path, bytes) in files where path.hasPrefix("schemas/") {
      schemas[String(path.dropFirst("schemas/".count))] = try JSONReader().read(bytes)
    }
    return schemas
  }

  /// Files of one object a line, and the schema of each.
  private static let records = ["relations.ndjson": "relation", "pages.ndjson": "page-entry"]

  /// The name of the schema for a file; nil when there should be none.
  private static func schema(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return switch parts.first {
    case "index.json": "index"
    case "facets.json": "facets"
    case "problems.json", "problems": "problems"
    case "refs": "refs"
    case "facets": "facet"
    case "pages": "page"
    case "entities": parts[1] == "by-name" ? "entity" : "entities"
    default: nil
    }
  }

  @Test func describesEveryFileByItsSchema() throws {
    let files = try Self.exampleFiles()
    let validator = SchemaValidator(schemas: try Self.schemas(files))
    #expect(validator.schemas.count >= 10)
    var checked: [String: Int] = [:]
    var issues: [String] = []
    for (path, bytes) in files where !path.hasPrefix("schemas/") && path != "openapi.json" {
      if let record = Self.records[path] {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
          let value = try JSONReader().read(Array(line))
          issues += validator.issues(value, schema: "\(record).schema.json").map { "\(path) \($0)" }
          checked[record, default: 0] += 1
        }
        continue
      }
      let name = try #require(Self.schema(of: path), "\(path) has no schema")
      let value = try JSONReader().read(bytes)
      issues += validator.issues(value, schema: "\(name).schema.json").map { "\(path) \($0)" }
      checked[name, default: 0] += 1
    }
    #expect(issues.isEmpty, "\(issues.prefix(20).joined(separator: "\n"))")
    for name in ["index", "facets", "problems", "refs", "entity", "entities", "relation", "page"] {
      #expect(checked[name] != nil, "no file was held against \(name)")
    }
  }

  @Test func namesEveryFileInTheIndexAndTheDescription() throws {
    let files = try Self.exampleFiles()
    let index = try JSONReader().read(try #require(files["index.json"]))
    let description = try JSONReader().read(try #require(files["openapi.json"]))
    #expect(description["openapi"] == .string("3.1.0"))
    let paths = try #require(description["paths"]?.object?.members)
    let templates = (index["files"]?.object?.members ?? []).compactMap(\.value.string)
    #expect(Set(templates + ["index.json"]) == Set(paths.map { String($0.name.dropFirst()) }))
    let patterns = try paths.map { member in
      let parts = member.name.dropFirst().split(separator: "/").map { part in
        String(part).replacing(/\{[a-z]+\}/, with: "[^/]+").replacing(".", with: "\\.")
          .replacing("[^/]+\\.", with: "[^/]+\\.")
      }
      return try Regex(parts.joined(separator: "/"))
    }
    for path in files.keys {
      #expect(patterns.contains { path.wholeMatch(of: $0) != nil }, "\(path) is not described")
    }
    for path in paths {
      let get = try #require(path.value["get"])
      let declared = Set(get["parameters"]?.array?.compactMap { $0["name"]?.string } ?? [])
      let used = Set(path.name.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
      #expect(declared == used, "\(path.name)")
      for content in get["responses"]?["200"]?["content"]?.object?.members ?? [] {
        guard let ref = content.value["schema"]?["$ref"]?.string else { continue }
        #expect(files[ref] != nil, "\(path.name) refers to \(ref)")
      }
    }
  }

  @Test func noticesWhatASchemaForbids() throws {
    let schema = try JSONReader().read(
      Array(
        """
        {"type":"object","required":["a"],"additionalProperties":false,"properties":{
          "a":{"type":"integer","minimum":1},"b":{"type":"array","minItems":1,
          "items":{"type":"string","pattern":"^x"}},"c":{"enum":["y"]}}}
        """.utf8
      )
    )
    let validator = SchemaValidator(schemas: ["s": schema])
    let cases: [(String, Int)] = [
      (#"{"a":1,"b":["x"],"c":"y"}"#, 0), ("[]", 1), ("{}", 1), (#"{"a":0}"#, 1),
      (#"{"a":"1"}"#, 1), (#"{"a":1,"z":1}"#, 1), (#"{"a":1,"b":[]}"#, 1),
      (#"{"a":1,"b":["y",1]}"#, 2), (#"{"a":1,"c":"z"}"#, 1),
    ]
    for (text, count) in cases {
      let value = try JSONReader().read(Array(text.utf8))
      #expect(validator.issues(value, schema: "s").count == count, "\(text)")
    }
  }

  @Test func servesBackstagesPathsOnDemand() throws {
    let site = try SampleSite()
    try site.folder.write(
      SampleSite.files["site.yaml"].map { $0 + "\napi: {backstage: true}\n" } ?? "",
      to: "site.yaml"
    )
    _ = try site.build()
    let path = "by-name/component/default/shop"
    let text = try site.page("api/catalog/entities/\(path)")
    #expect(text == (try site.page("api/v1/entities/\(path).json")))
    #expect(
      text.hasPrefix(#"{"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"#)
    )
    let plain = try SampleSite()
    _ = try plain.build()
    #expect(!plain.folder.exists("dist/api/catalog"))
  }
}
