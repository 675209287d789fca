/// What the server adds to pages: its script, by an address, because no page of a portal runs script that stands in it.
enum PreviewPage {
  /// Where the server keeps files of its own, which no site has: a published name never begins so.
  static let folder = "/_preview/"

  /// Tells the script from which build its page came.
  static func adding(build: Int, to page: [UInt8]) -> [UInt8] {
    let script = Array(
      #"<script type="module" src="\#(folder)preview.js" data-build="\#(build)" id="callboard-preview"></script>"#
        .utf8
    )
    let end = Array("</head>".utf8)
    guard let place = page.firstRange(of: end) else { return page + script }
    return page[..<place.lowerBound] + script + page[place.lowerBound...]
  }

  /// Stands for the site until there is one; the overlay says why there is none.
  static let waiting = page("There is no site yet", "It appears here once the build has succeeded.")

  /// For a site without a page for addresses that lead nowhere.
  static let missing = page("Nothing is here", "The site has no page at this address.")

  private static func page(_ title: String, _ text: String) -> [UInt8] {
    Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      </head>
      <body><h1>\(title)</h1><p>\(text)</p></body>
      </html>

      """.utf8
    )
  }
}
