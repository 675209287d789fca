import CallboardBuild
import CallboardSite
import CallboardTestSupport
import Testing

@testable import CallboardPreview

@Suite struct PreviewContentTests {
  private func content(basePath: String = "/") -> PreviewContent {
    PreviewContent(
      files: MemorySite(
        [
          "index.html": "<head></head>home", "docs/index.html": "docs",
          "404.html": "nothing here", "a b.svg": "<svg/>",
        ].map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
      ),
      basePath: basePath,
      build: 7
    )
  }

  private func response(_ path: String, basePath: String = "/", portal: PreviewPortal? = nil) throws
    -> Response
  {
    content(basePath: basePath).response(to: try #require(RequestTarget(path)), portal: portal)
  }

  @Test func servesFilesAndTheIndexOfFolders() throws {
    guard case .file(200, let type, let bytes) = try response("/") else {
      Issue.record("no page")
      return
    }
    #expect(type == "text/html; charset=utf-8")
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        "data-build=\"7\" id=\"callboard-preview\"></script></head>home"
      )
    )
    #expect(
      try response("/a%20b.svg")
        == .file(status: 200, type: "image/svg+xml", bytes: Array("<svg/>".utf8))
    )
  }

  @Test func sendsFoldersToTheirSlash() throws {
    #expect(try response("/docs") == .redirect(to: "/docs/"))
  }

  @Test func showsThePageForWhatIsMissing() throws {
    guard case .file(404, _, let bytes) = try response("/none/") else {
      Issue.record("no page")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("nothing here"))
  }

  @Test func standsAtThePathOfTheSitesAddress() throws {
    #expect(try response("/", basePath: "/portal/") == .redirect(to: "/portal/"))
    #expect(try response("/portal/docs", basePath: "/portal/") == .redirect(to: "/portal/docs/"))
    guard case .file(200, _, _) = try response("/portal/docs/", basePath: "/portal/") else {
      Issue.record("no page")
      return
    }
    guard case .file(404, _, _) = try response("/docs/", basePath: "/portal/") else {
      Issue.record("a page outside of the site")
      return
    }
  }

  @Test func takesFromAPortalsFolderWhatItDoesNotHave() throws {
    let folder = try TemporaryFolder()
    try folder.write(["teams/index.html": "teams", "docs/index.html": "published docs"])
    let portal = PreviewPortal(place: folder.path)
    #expect(try response("/teams", portal: portal) == .redirect(to: "/teams/"))
    guard case .file(200, _, let teams) = try response("/teams/", portal: portal),
      case .file(200, _, let docs) = try response("/docs/", portal: portal)
    else {
      Issue.record("no page")
      return
    }
    #expect(String(decoding: teams, as: UTF8.self).hasPrefix("teams"))
    #expect(String(decoding: docs, as: UTF8.self).hasPrefix("docs"))
  }

  @Test func sendsToAPortalOnTheWebForWhatItDoesNotHave() throws {
    let portal = PreviewPortal(place: "https://portal.example/x")
    #expect(
      try response("/a%20c/", portal: portal) == .redirect(to: "https://portal.example/x/a%20c/")
    )
  }

  @Test func waitsForTheFirstBuild() throws {
    guard
      case .file(503, _, let bytes) = PreviewContent().response(
        to: try #require(RequestTarget("/"))
      )
    else {
      Issue.record("no page")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self).contains("There is no site yet"))
  }
}
