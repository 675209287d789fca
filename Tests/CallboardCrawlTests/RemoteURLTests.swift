import CallboardCrawl
import Testing

@Suite struct RemoteURLTests {
  @Test func readsEveryForm() throws {
    let table: [(String, description: String, components: [String])] = [
      ("https://github.com/acme/pay.git", "https://github.com/acme/pay.git", ["acme", "pay"]),
      ("https://Git.Example.org:8443/a", "https://git.example.org:8443/a", ["a"]),
      ("https://h:443/a/b/", "https://h/a/b/", ["a", "b"]),
      ("ssh://git@h:7999/KEY/r.git", "ssh://h:7999/KEY/r.git", ["KEY", "r"]),
      ("git@github.com:acme/pay.git", "ssh://github.com/acme/pay.git", ["acme", "pay"]),
      ("h:r", "ssh://h/r", ["r"]),
      ("https://[::1]:80/a", "https://[::1]:80/a", ["a"]),
      ("file:///srv/pay/.git", "/srv/pay/.git", ["srv", "pay"]),
      ("/srv/pay.git", "/srv/pay.git", ["srv", "pay"]),
    ]
    for (text, description, components) in table {
      let url = try RemoteURL(text)
      #expect(url.description == description)
      #expect(url.pathComponents == components, "\(text)")
    }
  }

  @Test func refusesWhatCouldRunAProgramOrBeTakenForAnOption() {
    let table: [(String, RemoteURLError)] = [
      ("ext::sh -c id", .character), ("ext::id", .scheme), ("fd::7", .scheme),
      ("ext://id", .scheme), ("git://h/a", .scheme), ("ftp://h/a", .scheme),
      ("--upload-pack=id", .notAURL), ("-oProxyCommand=id", .notAURL),
      ("ssh://-oProxyCommand=id/a", .host), ("-u@h:a", .notAURL), ("ssh://-l@h/a", .host),
      ("h:-x", .path), ("git@-h:a", .host), ("", .notAURL), ("../a", .notAURL), ("a/b:c", .notAURL),
      ("https://h", .path), ("https://h/", .path), ("https:///a", .host), ("https://h:0/a", .host),
      ("https://h:x/a", .host), ("file://other/a", .host), ("file:///", .path),
      ("https://h/a\nb", .character), ("https://h/a b", .character),
    ]
    for (text, error) in table {
      #expect(throws: error, "\(text)") { try RemoteURL(text) }
    }
  }

  @Test func neverShowsThePassword() throws {
    let url = try RemoteURL("https://user:hunter2@h/a")
    let shown = ["\(url)", String(reflecting: url), String(describing: Mirror(reflecting: url))]
    var dumped = ""
    dump(url, to: &dumped)
    for text in shown + [dumped] { #expect(!text.contains("hunter2")) }
    #expect("\(url)" == "https://h/a")
  }
}
