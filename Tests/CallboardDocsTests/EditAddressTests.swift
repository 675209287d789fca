import CallboardDocs
import Testing

@Suite struct EditAddressTests {
  @Test func followsTheRulesOfMkDocs() {
    typealias Row = (
      base: String?, uri: String?, template: String?, address: String?
    )
    let path = "guide/a b.md"
    let rows: [Row] = [
      (nil, nil, nil, nil),
      ("https://x.example/r", nil, nil, nil),
      (
        "https://x.example/r", "edit/main/docs", nil,
        "https://x.example/r/edit/main/docs/guide/a%20b.md"
      ),
      ("https://x.example/r/", "?at=docs/", nil, "https://x.example/r/?at=docs/guide/a%20b.md"),
      (nil, "https://y.example/{e}/", nil, "https://y.example/%7Be%7D/guide/a%20b.md"),
      (
        "https://x.example/r", "edit/", "f/{path_noext}?p={path!q}",
        "https://x.example/r/f/guide/a%20b?p=guide%2Fa%20b.md"
      ),
      (
        nil, nil, "https://y.example/{path}#{path_noext!q}",
        "https://y.example/guide/a%20b.md#guide%2Fa%20b"
      ),
      ("https://x.example/r", nil, "javascript://{path}", nil),
      ("javascript:x", "edit/", nil, nil),
      // A token is not published, and what a host is stays plain.
      ("https://user:token@x.example/r", "edit/", nil, nil),
      ("https://token@x.example/r", nil, "f/{path}", nil),
      (nil, nil, "https://user:token@x.example/{path}", nil),
      ("https://x.example/r", "https://y.example\\@x.example/", nil, nil),
      ("https://x.example/r", nil, "f\n/{path}", nil),
    ]
    for row in rows {
      let address = EditAddress(
        repositoryURL: row.base,
        editURI: row.uri,
        template: row.template
      )
      #expect(address?.url(of: path) == row.address, "\(row)")
    }
    #expect(EditAddress(repositoryURL: "https://x.example", editURI: "", template: nil) == .off)
  }
}
