import CallboardCatalog
import Foundation
import Testing

/// Holds the tables of descriptors in `Cases` against the catalog.
///
///     == a name
///     apiVersion: …          the file
///     => component:default/a     an entity that it declares, in order; `none` for no entity
///     -> component:default/a ownedBy group:default/team ?
///                            a relation of the stitched catalog, `?` for a dangling one; `none` for no relation
@Suite struct DescriptorCaseTests {
  @Test func judgesEveryCaseAsWritten() throws {
    let cases = try DescriptorCase.all()
    #expect(cases.count > 150)
    var problems: [String] = []
    for descriptorCase in cases {
      var fixture = CatalogFixture()
      fixture.add(descriptorCase.text)
      let refs = fixture.entities.map(\.ref.description)
      if refs != descriptorCase.refs {
        problems.append("\(descriptorCase.name): \(refs), because of \(fixture.findings)")
      }
      let catalog = fixture.stitch()
      let relations = catalog.allIDs.flatMap { id in
        catalog.relations(of: id).map { relation in
          "\(catalog.ref(of: id)) \(catalog.relationTypes[relation.type].name)"
            + " \(catalog.targetRef(of: relation))\(relation.isDangling ? " ?" : "")"
        }
      }
      if let wanted = descriptorCase.relations, wanted.sorted() != relations.sorted() {
        problems.append("\(descriptorCase.name): \(relations)")
      }
    }
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }
}

/// One descriptor file with what should become of it.
private struct DescriptorCase {
  var name: String
  var text = ""
  var refs: [String] = []
  /// nil when the case says nothing of relations.
  var relations: [String]?

  static func all() throws -> [DescriptorCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap {
      try read(String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  private static func read(_ text: String) -> [DescriptorCase] {
    var cases: [DescriptorCase] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("== ") {
        cases.append(DescriptorCase(name: String(line.dropFirst(3))))
      } else if let last = cases.indices.last {
        cases[last].take(line)
      }
    }
    return cases
  }

  private mutating func take(_ line: Substring) {
    let rest = String(line.dropFirst(3))
    if line.hasPrefix("=> ") {
      if rest != "none" { refs.append(rest) }
    } else if line.hasPrefix("-> ") {
      relations = (relations ?? []) + (rest == "none" ? [] : [rest])
    } else {
      text += line + "\n"
    }
  }
}
