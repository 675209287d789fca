import CallboardTestSupport
import Testing

/// The files that pages of the guide print, for the programs that they are for.
enum Guide {
  /// The code of the block that begins with a line, such as `sh title="submit.sh"` behind its fence.
  static func block(_ opening: String, of page: String) throws -> String {
    let lines = try PackageFolder.text(of: "docs/guide/\(page)").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let start = try #require(
      lines.firstIndex(of: "```\(opening)"[...]),
      "\(page) has no block '\(opening)'"
    )
    return lines[(start + 1)...].prefix { $0 != "```" }.joined(separator: "\n") + "\n"
  }

  /// The page's blocks that have a title, by it.
  static func files(of page: String) throws -> [String: String] {
    let openings = try PackageFolder.text(of: "docs/guide/\(page)")
      .matches(of: /(?m)^```(\w+ title="([^"]+)")$/)
    return try Dictionary(
      openings.map { (String($0.output.2), try block(String($0.output.1), of: page)) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
