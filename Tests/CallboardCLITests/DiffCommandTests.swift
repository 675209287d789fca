import CallboardTestSupport
import Foundation
import Testing

/// Compares two builds of the example organisation.
@Suite struct DiffCommandTests {
  private static func built(_ edit: (TemporaryFolder) throws -> Void) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: PackageFolder.url.appending(path: "docs/examples"),
      to: folder.url.appending(path: "repos")
    )
    try folder.write("sources: [path: repos/*]\n", to: "site.yaml")
    for output in ["old", "new"] {
      if output == "new" { try edit(folder) }
      let outcome = try BuiltProduct.run(
        ["build", "-o", output, "--fail-on", "never", "--quiet"],
        in: folder
      )
      try #require(outcome.exitCode == 0, "\(outcome.errors)")
    }
    return folder
  }

  private static func replace(
    _ text: String,
    with other: String,
    in path: String,
    of folder: TemporaryFolder
  ) throws {
    let before = try folder.text(of: path)
    let after = before.replacing(text, with: other)
    try #require(after != before, "\(path) has no '\(text)'")
    try folder.write(after, to: path)
  }

  private static func edited() throws -> TemporaryFolder {
    try built { folder in
      try replace(
        "owner: fleet-team",
        with: "owner: booking-team",
        in: "repos/fleet/catalog-info.yaml",
        of: folder
      )
      try folder.remove("repos/messaging/catalog-info.yaml")
      try folder.write(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: fresh, title: "@acme/all <b>"}
        spec: {type: service, lifecycle: experimental, owner: fleet-team}
        """,
        to: "repos/fleet/fresh/catalog-info.yaml"
      )
    }
  }

  @Test func tellsWhatAChangeDoesToTheCatalog() throws {
    let folder = try Self.edited()
    let text = try BuiltProduct.run(["diff", "old", "new"], in: folder)
    #expect(text.exitCode == 0)
    #expect(text.errors.isEmpty)
    for line in [
      "Added (1)\n  component:default/fresh @acme/all <b> of group:default/fleet-team\n",
      "  system:default/sailings: group:default/fleet-team → group:default/booking-team\n",
      "Broken references (", "Removed (",
    ] {
      #expect(text.output.contains(line), "\(line)")
    }

    let markdown = try BuiltProduct.run(
      ["diff", "old/api/v1", "new", "--format", "markdown"],
      in: folder
    )
    #expect(markdown.output.hasPrefix("<!-- callboard diff -->\n### Catalog\n"))
    #expect(markdown.output.contains("`@acme/all <b>`"))
  }

  @Test func writesJSONAsItsSchemaSays() throws {
    let folder = try Self.edited()
    let outcome = try BuiltProduct.run(["diff", "old", "new", "--format", "json"], in: folder)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    )
    let schemaText = try PackageFolder.text(of: "docs/reference/diff.schema.json")
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(schemaText.utf8)) as? [String: Any]
    )
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let faults = SchemaFaults(definitions: definitions).of(json, schema, at: "$")
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    let counts = try #require(json["counts"] as? [String: Int])
    #expect(counts["added"] == 1)
    for (name, count) in counts {
      #expect((json[name] as? [Any])?.count == count, "\(name)")
    }
  }

  @Test func exitsWithOneOnWhatItIsToldToFailOn() throws {
    let folder = try Self.edited()
    for (conditions, code) in [
      (["broken"], 1), (["removed"], 1), (["reowned"], 1), (["any"], 1), ([], 0),
    ] as [([String], Int32)] {
      let arguments = ["diff", "old", "new"] + conditions.flatMap { ["--fail-on", $0] }
      #expect(try BuiltProduct.run(arguments, in: folder).exitCode == code, "\(conditions)")
      let same = ["diff", "new", "new"] + conditions.flatMap { ["--fail-on", $0] }
      #expect(try BuiltProduct.run(same, in: folder).exitCode == 0, "\(conditions)")
    }
  }

  @Test func refusesAFolderThatIsNoPortal() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "old/index.json")
    let outcome = try BuiltProduct.run(["diff", "old", "missing"], in: folder)
    #expect(outcome.exitCode == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("help:"))
    #expect(try BuiltProduct.run(["diff", "old"], in: folder).exitCode == 64)
  }
}

/// The part of JSON Schema that the schema of differences uses.
private struct SchemaFaults {
  let definitions: [String: Any]

  /// Where a value is not as its schema says.
  func of(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = definitions[name] as? [String: Any] else { return ["\(path): \(name)"] }
      return of(value, target, at: path)
    }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return ["\(path): no object"] }
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      let required = schema["required"] as? [String] ?? []
      var faults = required.filter { object[$0] == nil }.map { "\(path): lacks \($0)" }
      for (name, member) in object {
        guard let property = properties[name] else {
          faults.append("\(path): has \(name)")
          continue
        }
        faults += of(member, property, at: "\(path).\(name)")
      }
      return faults
    case "array":
      guard let array = value as? [Any] else { return ["\(path): no array"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return array.enumerated().flatMap { of($0.element, items, at: "\(path)[\($0.offset)]") }
    case "string": return value is String ? [] : ["\(path): no string"]
    case "integer": return value is Int ? [] : ["\(path): no integer"]
    default: return []
    }
  }
}
