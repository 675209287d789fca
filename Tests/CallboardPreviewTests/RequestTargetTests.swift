import Testing

@testable import CallboardPreview

@Suite struct RequestTargetTests {
  @Test func decodesThePathAndTheQuery() throws {
    let target = try #require(RequestTarget("/docs/a%20b/?q=%C3%A9&page=%2Fx%2F&flag"))
    #expect(target.path == "/docs/a b/")
    #expect(target.query == ["q": "é", "page": "/x/", "flag": ""])
  }

  @Test(arguments: ["=", "==", "=&=", "&", "?", "%3D=", "a=b=c"])
  func takesAnyQuery(query: String) throws {
    #expect(try #require(RequestTarget("/?\(query)")).path == "/")
  }

  @Test(arguments: [
    "/../etc/passwd", "/%2e%2e/etc/passwd", "/a/..", "/a/./b", "/a%00b", "/a%5Cb", "/%zz",
    "http://x/",
    "*", "", "/a?b=%zz",
  ])
  func refusesWhatLeadsOutsideOrCannotBeDecoded(text: String) {
    #expect(RequestTarget(text) == nil)
  }
}
