import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Follows every address in the pages of a built site, as a browser under any base path would.
@Suite struct LinkIntegrityTests {
  /// Addresses in a page that lead to nothing, each with the page it stands on.
  private static func deadLinks(in files: [String: Data]) -> [String] {
    let pages = files.filter { $0.key.hasSuffix(".html") && $0.key != "404.html" }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    let anchors = pages.mapValues { text in
      Set(text.matches(of: /\sid="([^"]+)"/).map { decoded(String($0.1)) })
    }
    var dead: [String] = []
    for (path, text) in pages {
      let folder = URL(string: "http://site/" + percentEncoded(path))
      for match in text.matches(of: /\s(?:href|src)="([^"]*)"/) {
        let address = decoded(String(match.1))
        guard let url = URL(string: address, relativeTo: folder)?.absoluteURL, url.host() == "site"
        else { continue }
        var target = String(url.path(percentEncoded: false).dropFirst())
        if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
        let fragment = url.fragment(percentEncoded: false)
        let isThere = files[target] != nil
        let hasAnchor = fragment.map {
          target.hasSuffix(".svg") || anchors[target]?.contains($0) == true
        }
        if !isThere || hasAnchor == false { dead.append("\(path): \(address)") }
      }
    }
    return dead.sorted()
  }

  private static func decoded(_ text: String) -> String {
    text.replacingOccurrences(of: "&#39;", with: "'").replacingOccurrences(of: "&quot;", with: "\"")
      .replacingOccurrences(of: "&amp;", with: "&")
  }

  private static func percentEncoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  @Test func leadsSomewhereFromEveryPageOfASmallSite() throws {
    let site = try SampleSite()
    _ = try site.build()
    #expect(Self.deadLinks(in: try site.folder.contents(of: "dist")) == [])
  }

  @Test func leadsSomewhereFromEveryPageOfTheProjectsOwnSite() throws {
    let folder = try TemporaryFolder()
    let report = try BuildSession(
      request: BuildRequest(
        configuration: PackageFolder.url.appending(path: "site.yaml").path,
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/cache",
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
    // Diagrams need programs that a machine may lack.
    let found = report.diagnostics.filter {
      $0.severity > .note && $0.id.rawValue != "diagram-renderer-missing"
    }
    #expect(found.isEmpty)
    #expect(report.entityCount > 60)
    #expect(Self.deadLinks(in: try folder.contents(of: "dist")) == [])
  }
}
