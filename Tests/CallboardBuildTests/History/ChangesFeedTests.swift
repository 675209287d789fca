import CallboardBuild
import CallboardTestSupport
import Foundation
import FoundationXML
import Testing

@Suite struct ChangesFeedTests {
  /// What RFC 4287 asks of a feed, gathered from its elements.
  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String: [String]] = [:]
    var links: [[String: String]] = []
    private var path: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      path.append(name)
      text = ""
      if name == "link" { links.append(attributes) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      texts[path.joined(separator: "/"), default: []].append(text)
      path.removeLast()
      text = ""
    }
  }

  @Test func isAnAtomFeedWhateverCommitsSay() throws {
    let site = try TemporaryFolder()
    try site.write(
      "site: {title: 'A & <B>', url: https://acme.example/portal}\nsources: [path: repos/*]\n",
      to: "site.yaml"
    )
    let repository = try GitRepository("repos/a & b", in: site)
    for (number, subject) in ["]]> <x> & \u{1} \"'", "", "é"].enumerated() {
      try site.write(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: shop}
        spec: {type: t\(number), lifecycle: production, owner: team}
        """,
        to: "repos/a & b/catalog-info.yaml"
      )
      try repository.commit(subject, date: 1_750_000_000 + number)
    }
    _ = try BuildSession(
      request: BuildRequest(
        configuration: "\(site.path)/site.yaml",
        output: "\(site.path)/dist",
        cache: "\(site.path)/cache",
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()

    let bytes = Data(try site.text(of: "dist/catalog/-/changes/feed.atom").utf8)
    let reader = Reader()
    let parser = XMLParser(data: bytes)
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.texts["feed/title"] == ["A & <B>: changes of the catalog"])
    #expect(reader.texts["feed/updated"] == ["2025-06-15T15:06:42Z"])
    #expect(reader.texts["feed/author/name"]?.count == 1)
    let ids = try #require(reader.texts["feed/entry/id"])
    #expect(ids.count == 3)
    #expect(Set(ids).count == 3)
    for id in ids { #expect(URL(string: id)?.scheme == "https", "\(id)") }
    #expect(
      reader.texts["feed/entry/title"] == [
        "é", "Type of component:default/shop: t0 → t1", "]]> <x> & \u{FFFD} \"'",
      ]
    )
    #expect(reader.texts["feed/entry/updated"]?.count == 3)
    #expect(
      reader.links.contains {
        $0["rel"] == "self"
          && $0["href"] == "https://acme.example/portal/catalog/-/changes/feed.atom"
      }
    )
  }
}
