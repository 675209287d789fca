import CallboardDiagnostics

/// Reads the navigation from nested lists of links in Markdown files, as the plugin `literate-nav` does.
struct LiterateNavigation {
  /// What the files are called; mostly `SUMMARY.md`.
  let name: String
  /// The docs folder.
  let folder: String
  let repository: String
  /// Files of the repository, by their paths.
  let contents: (String) -> [UInt8]?

  /// In bytes, of one file.
  static let sizeLimit = 1 << 20
  private static let depthLimit = 16
  /// The folders whose files were read: each is followed once, or lists that name one another would never end.
  private var read: Set<String> = []

  init(
    name: String,
    folder: String,
    repository: String,
    contents: @escaping (String) -> [UInt8]?
  ) {
    self.name = name
    self.folder = folder
    self.repository = repository
    self.contents = contents
  }

  /// One item of a list, with those below it.
  private struct Item {
    var indent: Int
    var text: Substring
    var span: SourceSpan
    var children: [Item] = []
  }

  /// The entries that the file in a folder lists, whose paths begin at the docs folder; nil when it has none.
  ///
  /// - Parameter place: The folder below the docs folder.
  mutating func entries(
    of place: String,
    depth: Int = 0
  ) -> [MkDocsConfiguration.NavigationEntry]? {
    let path = RepositoryPath.inside(folder, RepositoryPath.inside(place, name))
    guard depth < Self.depthLimit, read.insert(place).inserted, let bytes = contents(path) else {
      return nil
    }
    let items = Self.items(bytes, SourcePath(repository: repository, path: path))
    guard !items.isEmpty else { return nil }
    return all(items, in: place, depth: depth)
  }

  private mutating func all(
    _ items: [Item],
    in place: String,
    depth: Int
  ) -> [MkDocsConfiguration.NavigationEntry] {
    var entries: [MkDocsConfiguration.NavigationEntry] = []
    for item in items { entries += self.entries(of: item, in: place, depth: depth) }
    return entries
  }

  private mutating func entries(
    of item: Item,
    in place: String,
    depth: Int
  ) -> [MkDocsConfiguration.NavigationEntry] {
    let children = all(item.children, in: place, depth: depth)
    guard let link = Self.link(item.text) else {
      let text = String(item.text)
      if !item.children.isEmpty { return [.section(title: text, entries: children)] }
      return [.target(title: nil, path: RepositoryPath.inside(place, text), span: item.span)]
    }
    guard LinkDestination.publicURL(link.target) == nil else {
      return [.target(title: link.title, path: link.target, span: item.span)]
    }
    let written = String(link.target.prefix { $0 != "#" && $0 != "?" })
    let path = RepositoryPath.join(place, PercentCode.decodedLeniently(written)) ?? written
    if written.hasSuffix("/"), let nested = entries(of: path, depth: depth + 1) {
      return [.section(title: link.title, entries: nested + children)]
    }
    guard item.children.isEmpty else {
      let own = MkDocsConfiguration.NavigationEntry.target(
        title: nil,
        path: path,
        span: item.span
      )
      return [.section(title: link.title, entries: [own] + children)]
    }
    return [.target(title: link.title, path: path, span: item.span)]
  }

  /// The items of the file's lists; everything else in it is left alone.
  private static func items(_ bytes: [UInt8], _ file: SourcePath) -> [Item] {
    var open: [Item] = []
    var done: [Item] = []
    func close(to indent: Int) {
      while let last = open.last, last.indent >= indent {
        open.removeLast()
        if open.isEmpty { done.append(last) } else { open[open.count - 1].children.append(last) }
      }
    }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      guard let (indent, text) = itemText(line), !text.isEmpty else { continue }
      close(to: indent)
      let start = line.utf8.distance(from: line.startIndex, to: text.startIndex) + 1
      let position = SourceSpan.Position(line: number + 1, column: start)
      let end = SourceSpan.Position(line: number + 1, column: start + text.utf8.count)
      // Deeper items than YAML may nest belong to the last one that is not.
      let depth = open.count < depthLimit ? indent : open[open.count - 1].indent
      if depth != indent { close(to: depth) }
      open.append(
        Item(indent: depth, text: text, span: SourceSpan(file: file, range: position..<end))
      )
    }
    close(to: 0)
    return done
  }

  /// The text behind the mark of a list item, and how far the mark is indented; a tab counts as four.
  private static func itemText(_ line: Substring) -> (indent: Int, text: Substring)? {
    var rest = line
    var indent = 0
    while let first = rest.first, first == " " || first == "\t" {
      indent += first == "\t" ? 4 : 1
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if digits.isEmpty {
      guard let mark = rest.first, "*-+".contains(mark) else { return nil }
      rest = rest.dropFirst()
    } else {
      rest = rest.dropFirst(digits.count)
      guard rest.first == "." || rest.first == ")" else { return nil }
      rest = rest.dropFirst()
    }
    guard rest.first == " " || rest.first == "\t" else { return nil }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    while rest.last == " " || rest.last == "\t" { rest = rest.dropLast() }
    return (indent, rest)
  }

  /// The title and target of a text that is a link and nothing else.
  private static func link(_ text: Substring) -> (title: String, target: String)? {
    guard text.first == "[", text.last == ")", let middle = text.firstRange(of: "](") else {
      return nil
    }
    let title = text[text.index(after: text.startIndex)..<middle.lowerBound]
    let inside = text[middle.upperBound...].dropLast()
    let target = inside.prefix { $0 != " " }
    return (String(title), String(target))
  }
}
