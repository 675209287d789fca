import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@Suite struct AuditTests {
  private static func findings(_ folder: String) throws -> [Diagnostic] {
    try AuditSession(folder: folder, jobs: 2).run(failing: .error).findings.diagnostics
  }

  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    + "require-trusted-types-for 'script'"

  /// A portal of one page with this in its body.
  private static func findings(
    body: String,
    policy: String = policy,
    files: [String: String] = [:]
  ) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    try folder.write(files)
    try folder.write(
      """
      <!doctype html><html><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <link rel="canonical" href="https://portal.example/team/">
      </head><body>\(body)</body></html>
      """,
      to: "index.html"
    )
    return try findings(folder.path)
  }

  @Test func findsNothingInASiteAsItWasBuilt() throws {
    let site = try SampleSite()
    _ = try site.build()
    let errors = try Self.findings(site.folder.path + "/dist").filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.summary))")
  }

  @Test(arguments: [
    "<script>x()</script>", "<SCRIPT type=module>x()</SCRIPT>", "<p onclick=x()>",
    "<p/onclick=x()>",
    "<svg xlink:onload=x>", "<p style='color:red'>", "<style>p{}</style>", "<base href=/>",
    "<a href=javascript:x()>", "<a href=' java\nscript:x()'>",
    "<a href='&#106;avascript&colon;x()'>",
    "<a href=data:text/html,x>", "<img src='data:image/svg+xml,x'>",
    "<iframe src=https://a.example></iframe>",
    "<object data=x>", "<embed src=x>", "<form action=https://evil.example>", "<p ping=x>",
    "<meta http-equiv=refresh content='0; url=https://evil.example/'>", "<template></template>",
    "<!-- a --!><p title=\"-->\" onfocus=x>", "<title></title><p onx=1>",
    "<a href=file:///etc/passwd>",
    "<svg><foreignObject></foreignObject></svg>", "<svg><set attributeName=x></svg>",
  ])
  func findsActiveContent(_ body: String) throws {
    let ids = try Self.findings(body: body).map(\.id.rawValue)
    #expect(ids.contains("audit-active-content"), "\(body)")
  }

  @Test(arguments: [
    "<p title='onclick=x <script>'>text</p>", "<!-- <script>x()</script> -->",
    "<title><script></title>",
    "<script type='application/json'>{\"a\": \"<p onclick=x>\"}</script>",
    "<img src='data:image/png;base64,iVBORw0KGgo='>", "<a href='mailto:a@b.example'>",
    "<a href='https://other.example/'>", "<a href='slack://x'>", "<a href='#top'>",
    "<p id=a><a href='#a'>",
    "<a href='/team/'>", "<a href='https://portal.example/team/x'>", "<p data-on=x>",
    "<link rel=alternate href='https://other.example/feed'>",
  ])
  func passesWhatIsHarmless(_ body: String) throws {
    let found = try Self.findings(body: body)
    #expect(found.isEmpty, "\(body): \(found.map(\.summary))")
  }

  @Test func findsRequestsThatThePolicyDoesNotAllow() throws {
    let image = "<img src='https://img.example/a.png'>"
    #expect(try Self.findings(body: image).map(\.id.rawValue) == ["audit-external-request"])
    #expect(try Self.findings(body: "<script src=//cdn.example/x.js></script>").count == 1)
    let open = Self.policy.replacing("img-src 'self'", with: "img-src 'self' https://img.example")
    #expect(try Self.findings(body: image, policy: open).isEmpty)
  }

  @Test(arguments: [
    ("", 5), ("default-src 'self'", 2), ("script-src 'self' 'unsafe-inline'; style-src 'self'", 4),
    (
      "default-src 'none'; script-src https:; base-uri 'none'; require-trusted-types-for 'script'",
      1
    ),
  ])
  func findsGapsInThePolicy(_ policy: String, _ count: Int) throws {
    let found = try Self.findings(body: "", policy: policy)
    #expect(found.map(\.id.rawValue) == Array(repeating: "audit-policy", count: count))
  }

  @Test func findsAPageWithoutPolicy() throws {
    let folder = try TemporaryFolder()
    try folder.write("<!doctype html><title>x</title>", to: "index.html")
    #expect(try Self.findings(folder.path).map(\.summary).first?.contains("is missing") == true)
  }

  @Test func findsSecretsForeignFilesAndBrokenLinks() throws {
    let found = try Self.findings(
      body:
        "<a href='a/'>a</a>\n<a href='missing/'>b</a> <a href='a/#part'>c</a> <a href='a/#no'>d</a>",
      files: [
        "a/index.html":
          "<meta http-equiv=Content-Security-Policy content=\"\(Self.policy)\"><p id=part>",
        "docs/token.txt": "gh" + "p_" + String(repeating: "a1B2c3D4e5", count: 4),
        "CNAME": "evil.example", "docs/x.js": "x()", "docs/a.ttf": "x", "assets/1/a.ttf": "x",
        ".env": "x", "docs/page.htm": "x",
        "docs/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
      ]
    )
    let places = found.map { finding in
      "\(finding.id.rawValue) \(finding.span?.file.path.split(separator: "/").last ?? "")"
    }
    #expect(
      places.sorted() == [
        "audit-active-content a.svg", "audit-foreign-file .env", "audit-foreign-file CNAME",
        "audit-foreign-file a.ttf", "audit-foreign-file page.htm", "audit-foreign-file x.js",
        "audit-link-broken index.html",
        "audit-link-broken index.html", "audit-secret token.txt",
      ]
    )
    let broken = found.filter { $0.id.rawValue == "audit-link-broken" }
    #expect(broken.map(\.span?.range.lowerBound.line) == [5, 5])
  }

  @Test func refusesAFolderWithoutAPortal() throws {
    let folder = try TemporaryFolder()
    #expect(throws: BuildFailure.self) { try Self.findings(folder.path) }
    #expect(throws: BuildFailure.self) { try Self.findings(folder.path + "/missing") }
  }
}
