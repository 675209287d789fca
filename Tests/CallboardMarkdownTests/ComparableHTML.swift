import Foundation

/// HTML as tags and text, without what the theme adds and what makes no difference to a reader:
/// ids, the order of attributes, white space around blocks, and how characters are encoded.
struct ComparableHTML: Equatable, CustomStringConvertible {
  private var tokens: [String] = []

  var description: String { tokens.joined(separator: "␣") }

  init(_ html: String) {
    var rest = Self.withoutFurniture(html)[...]
    var openPre = 0
    while let first = rest.first {
      if first == "<", let tag = rest.prefixMatch(of: Self.tag) {
        rest = rest[tag.range.upperBound...]
        let name = String(tag.output.2).lowercased()
        if name == "pre" { openPre += tag.output.1.isEmpty ? 1 : -1 }
        let attributes = tag.output.3.matches(of: Self.attribute).compactMap(Self.comparable)
        tokens.append("<" + tag.output.1 + ([name] + attributes.sorted()).joined(separator: " "))
      } else {
        let end = rest.dropFirst().firstIndex(of: "<") ?? rest.endIndex
        append(text: String(rest[..<end]), isPreformatted: openPre > 0)
        rest = rest[end...]
      }
    }
    trimAroundBlocks()
  }

  /// Slash, name, attributes. Comments and the like are compared as text.
  private static var tag: Regex<(Substring, Substring, Substring, Substring)> {
    /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^\s"'>=\/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/
  }

  private static var attribute: Regex<(Substring, Substring, Substring?, Substring?, Substring?)> {
    /([^\s"'>=\/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/
  }

  private static func comparable(
    _ match: Regex<(Substring, Substring, Substring?, Substring?, Substring?)>.Match
  ) -> String? {
    let name = match.output.1.lowercased()
    let value = String(match.output.2 ?? match.output.3 ?? match.output.4 ?? "")
    switch name {
    case "id", "rel", "loading", "tabindex", "aria-label": return nil
    case "class" where ["task-list", "task-list-item"].contains(value): return nil
    case "class" where value.hasPrefix("align-"): return "align=" + value.dropFirst("align-".count)
    case "href", "src":
      let text = decoded(value)
      return name + "=" + (text.removingPercentEncoding ?? text)
    default: return name + "=" + decoded(value)
    }
  }

  /// Takes away what the theme puts around code, tables and headings.
  static func withoutFurniture(_ html: String) -> String {
    html.replacing(/<div class="code" data-cb-code>(<pre[^>]*>)/) { $0.output.1 }
      .replacing("</code></pre></div>", with: "</code></pre>")
      .replacing(/<div class="table-wrap"[^>]*>/, with: "")
      .replacing("</table></div>", with: "</table>")
      .replacing(/<a class="headerlink"[^>]*>#<\/a>/, with: "")
      .replacing(/<span id="[^"]*"><\/span>/, with: "")
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
  }

  private mutating func append(text: String, isPreformatted: Bool) {
    let text = Self.decoded(text)
    tokens.append(isPreformatted ? text : text.replacing(/\s+/, with: " "))
  }

  private static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "table",
    "thead", "tbody", "tr", "td", "th", "br", "div",
  ]

  private mutating func trimAroundBlocks() {
    var isInsidePre = false
    for index in tokens.indices where !isBlock(tokens[index]) || tokens[index].hasPrefix("<pre") {
      if tokens[index].hasPrefix("<pre") {
        isInsidePre = true
        continue
      }
      if index > 0, tokens[index - 1] == "</pre" { isInsidePre = false }
      guard !isInsidePre, !tokens[index].hasPrefix("<") else { continue }
      if index == 0 || isBlock(tokens[index - 1]) {
        tokens[index] = String(tokens[index].trimmingPrefix(" "))
      }
      if index + 1 == tokens.count || isBlock(tokens[index + 1]), tokens[index].hasSuffix(" ") {
        tokens[index].removeLast()
      }
    }
    tokens.removeAll { $0.isEmpty }
  }

  private func isBlock(_ token: String) -> Bool {
    guard token.hasPrefix("<") else { return false }
    let name = token.dropFirst().drop { $0 == "/" }.prefix { $0 != " " }
    return Self.blocks.contains(String(name))
  }
}
