import Testing

@testable import CallboardSite

@Suite struct PortableNameTests {
  @Test(arguments: [
    ("con.png", "con~.png"), ("Guide/AUX/x.txt", "Guide/AUX~/x.txt"), ("com1", "com1~"),
    ("COM¹.tar.gz", "COM¹~.tar.gz"), ("end./a", "end.~/a"), ("end /a", "end ~/a"),
    ("console/a.b", "console/a.b"), ("../a", "../a"), ("com10", "com10"),
    ("-/files/a.png", "-/files/a.png"),
    ("index.html", "index.html"), ("", ""),
  ])
  func keepsNamesThatWindowsHasForItselfOutOfPaths(_ path: String, _ expected: String) {
    #expect(PortableName.path(path) == expected)
  }

  @Test(arguments: [
    ("index.html", "index~.html"), ("a/INDEX.md/b", "a/INDEX~.md/b"), ("llms-2.txt", "llms-2~.txt"),
    ("nul", "nul~"), ("guide/index", "guide/index"), ("llms", "llms"), ("a.png", "a.png"),
  ])
  func keepsPagesFromTheNamesOfFilesThatStandBesideThem(_ path: String, _ expected: String) {
    #expect(PortableName.folder(path) == expected)
  }
}
