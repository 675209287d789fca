import Testing

@testable import CallboardSite

@Suite struct PortableNameTests {
  @Test(arguments: [
    ("con.png", "con~.png"), ("Guide/AUX/x.txt", "Guide/AUX~/x.txt"), ("com1", "com1~"),
    ("COM¹.tar.gz", "COM¹~.tar.gz"), ("end./a", "end.~/a"), ("end /a", "end ~/a"),
    ("console/a.b", "console/a.b"), ("../a", "../a"), ("com10", "com10"),
    ("-/files/a.png", "-/files/a.png"), ("guide/LPT3", "guide/LPT3~"), ("a/prn/b", "a/prn~/b"),
    ("clock$", "clock$~"), ("api/adr/con", "api/adr/con~"), ("conout$/x", "conout$~/x"),
    ("index.html", "index.html"), ("", ""),
    ("a:b/c?*.txt", "a~b/c~~.txt"), ("con.<x>", "con~.~x~"), ("\"a|b\". ", "~a~b~. ~"),
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

  @Test(arguments: [
    ("Guide", "guide"), ("Straße", "STRASSE"), ("ẞ", "ss"), ("ſlow", "slow"), ("ς", "Σ"),
    ("ﬁle", "FILE"), ("\u{B5}", "\u{3BC}"), ("\u{212A}", "k"), ("cafe\u{301}", "CAF\u{C9}"),
    ("\u{1C5}", "\u{1C6}"),
  ])
  func foldsWhatSomeFileSystemTakesForOne(_ one: String, _ other: String) {
    #expect(PortableName.folded(one) == PortableName.folded(other))
  }

  @Test(arguments: [("a", "b"), ("a", "á"), ("s", "z"), ("ß", "s"), ("i", "ı")])
  func keepsApartWhatIsApartEverywhere(_ one: String, _ other: String) {
    #expect(PortableName.folded(one) != PortableName.folded(other))
  }
}
