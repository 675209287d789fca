import CallboardCatalog
import CallboardDiagnostics
import Foundation
import Testing

/// The folder with the check data: descriptors of real repositories and a second implementation of
/// the rules. The project passes without it.
private let shared: URL? = {
  let given = ProcessInfo.processInfo.environment["CALLBOARD_SHARED"].map { URL(filePath: $0) }
  let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let folder = given ?? package.deletingLastPathComponent().appending(path: "shared")
  let oracle = folder.appending(path: "tools/descriptor_oracle.py").path
  return FileManager.default.fileExists(atPath: oracle) ? folder : nil
}()

@Suite(.enabled(if: shared != nil, "There is no folder of check data beside the package"))
struct OracleTests {
  /// One line of the oracle's tables.
  private typealias Row = [Substring]

  @Test func judgesRealDescriptorsAsTheOracleDoes() throws {
    let site = try RealSite(folder: #require(shared).appending(path: "corpora/descriptors"))
    let entities = try oracle("2026").entities.filter {
      SkeletonRule.skeleton(of: String($0[0])) == nil
    }
    var disagreements: [String] = []
    for row in entities {
      let ours = site.refs["\(row[0])#\(row[1])"]
      let theirs = row[6] == "yes" ? String(row[5]) : nil
      if ours != theirs {
        disagreements.append(
          "\(row[0])#\(row[1]): \(ours ?? "none"), oracle \(theirs ?? "none") \(row[7])"
        )
      }
    }
    print("verdicts: \(entities.count - disagreements.count) of \(entities.count) agree")
    #expect(disagreements.isEmpty)
    #expect(entities.count > 150)
    #expect(Set(entities.map { "\($0[0])#\($0[1])" }).isSuperset(of: site.refs.keys))
  }

  @Test func relatesRealEntitiesAsTheOracleDoes() throws {
    let site = try RealSite(folder: #require(shared).appending(path: "corpora/descriptors"))
    // What the model of 2026 silently drops is kept here, so only its new kind is taken from there.
    let rows =
      try oracle("legacy").relations
      + oracle("2026").relations.filter { "\($0[0]) \($0[2])".contains("airesource:") }
    let theirs = Set(
      rows.filter { $0[3] != "source" }.map { "\($0[0]) \($0[1]) \($0[2]) \($0[3])" }
    )
    let catalog = Catalog.stitch(site.entities).output
    var ours: Set<String> = []
    for id in catalog.allIDs {
      for relation in catalog.relations(of: id) {
        let dangling = relation.isDangling ? "target" : "-"
        ours.insert(
          "\(catalog.ref(of: id)) \(catalog.relationTypes[relation.type].name) \(catalog.targetRef(of: relation)) \(dangling)"
        )
      }
    }
    print(
      "relations: \(ours.intersection(theirs).count) of \(theirs.count) agree, "
        + "\(ours.subtracting(theirs).count) more"
    )
    #expect(ours.subtracting(theirs).sorted() == [])
    #expect(theirs.subtracting(ours).sorted() == [])
    #expect(ours.count == catalog.relationCount)
  }

  @Test func agreesWithTheValidationCases() throws {
    let table = try #require(shared).appending(path: "corpora/descriptors/validation_cases.tsv")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    var disagreements: [String] = []
    var judged = 0
    for row in rows {
      guard
        let verdict = ValidationCase.verdict(
          field: String(row[0]),
          json: String(row[1]),
          note: String(row[3])
        )
      else { continue }
      judged += 1
      if verdict != (row[2] == "yes") { disagreements.append("\(row[0]) \(row[1])") }
    }
    print(
      "validation cases: \(judged - disagreements.count) of \(judged) agree, "
        + "\(rows.count - judged) cannot be written in YAML"
    )
    #expect(disagreements.isEmpty)
    #expect(rows.count - judged < 10)
  }

  /// Runs the oracle over the real descriptors.
  private func oracle(_ model: String) throws -> (entities: [Row], relations: [Row]) {
    let folder = try #require(shared)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", folder.appending(path: "tools/descriptor_oracle.py").path,
      folder.appending(path: "corpora/descriptors").path, "--rules", "all", "--model", model,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let tables = output.split(separator: "#relations\n").map { table in
      table.split(separator: "\n").dropFirst()
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }
    try #require(tables.count == 2, "the oracle needs python3 with PyYAML")
    return (tables[0], tables[1])
  }
}

/// The real descriptors as Callboard reads them, in path order and without skeletons.
private struct RealSite {
  var entities: [Entity] = []
  /// `path#document` to the entity's reference.
  var refs: [String: String] = [:]

  init(folder: URL) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    for path in paths.sorted() where SkeletonRule.skeleton(of: path) == nil {
      let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
      let root = folder.appending(path: parts[0])
      let file = SourcePath(repository: parts[0], path: parts[1])
      let bytes = try Data(contentsOf: folder.appending(path: path))
      for descriptor in DescriptorReader.ingest([UInt8](bytes), file: file).output {
        let entity = EntityProcessor().process(descriptor) { path in
          (try? Data(contentsOf: root.appending(path: path)))
            .map { PlaceholderFile(path: path, bytes: [UInt8]($0)) }
        }
        guard let entity = entity.output else { continue }
        entities.append(entity)
        refs["\(path)#\(descriptor.documentIndex)"] = entity.ref.description
      }
    }
  }
}

/// One row of the table of single facts.
private enum ValidationCase {
  /// Whether Callboard takes the value; nil if YAML has no way to write it in that field.
  static func verdict(field: String, json: String, note: String) -> Bool? {
    switch field {
    case "apiVersion": return accepts(base.replacing("apiVersion: a", with: "apiVersion: \(json)"))
    case "kind": return accepts(base.replacing("kind: B", with: "kind: \(json)"))
    case "metadata.name": return accepts(base.replacing("name: a", with: "name: \(json)"))
    case "metadata.namespace": return accepts(base + "  namespace: \(json)\n")
    case "tag", "tag.derived": return accepts(base + "  tags: [\(json)]\n")
    case "label.value": return accepts(base + "  labels: {a: \(json)}\n")
    case "annotation.value": return accepts(base + "  annotations: {a: \(json)}\n")
    case "link.url": return accepts(base + "  links: [{url: \(json)}]\n")
    case "link.title", "link.icon":
      let key = field.dropFirst("link.".count)
      return accepts(base + "  links: [{url: 'a:b', \(key): \(json)}]\n")
    case "label.key", "annotation.key", "dnsSubdomain":
      guard json.hasPrefix("\"") else { return nil }
      let key = field == "dnsSubdomain" ? json.dropLast() + "/a\"" : json[...]
      return accepts(
        base + "  \(field == "label.key" ? "labels" : "annotations"):\n    ? \(key)\n    : x\n"
      )
    case "locationRef": return text(json).map { LocationRef($0) != nil }
    case "ref": return reference(json, note: note)
    case "entity": return verdict(entity: json)
    default: return nil
    }
  }

  private static let base = "apiVersion: a\nkind: B\nspec: {}\nmetadata:\n  name: a\n"

  /// Judges fields only: the kind of the cases is no real one.
  private static func accepts(_ descriptor: String) -> Bool {
    var fixture = CatalogFixture()
    fixture.add(descriptor)
    return !fixture.diagnostics.contains { $0.id.rawValue != "entity-kind-unknown" }
  }

  private static func verdict(entity json: String) -> Bool {
    var fixture = CatalogFixture()
    fixture.add(json)
    return fixture.entities.count == 1
  }

  private static func text(_ json: String) -> String? {
    try? JSONDecoder().decode(String.self, from: Data(json.utf8))
  }

  private static func reference(_ json: String, note: String) -> Bool? {
    let decoded = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    guard let fields = decoded, let text = fields["ref"] else { return nil }
    let kind = fields["defaultKind"].flatMap { $0.isEmpty ? nil : $0 }
    let namespace = fields["defaultNamespace"].flatMap { $0.isEmpty ? nil : $0 } ?? "default"
    guard let ref = try? EntityRef(text, in: .init(kind: kind, namespace: namespace)) else {
      return false
    }
    return note == "canonical \(ref)"
  }
}
