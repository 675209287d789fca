import Foundation

/// The examples that Swift and the browser's client must agree on, from Fixtures/vectors.json.
struct SearchVectors: Decodable {
  struct Text: Decodable {
    var text: String
    /// A compound is followed by `/` and the number of its parts.
    var tokens: [String]
  }

  struct Follow: Decodable {
    var word: String
    var coarse: Int
    var fine: Int
  }

  var tokens: [Text]
  /// A word and its stem.
  var stems: [[String]]
  var follows: [Follow]

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "Fixtures")

  static func load() throws -> SearchVectors {
    let data = try Data(contentsOf: folder.appending(path: "vectors.json"))
    return try JSONDecoder().decode(SearchVectors.self, from: data)
  }
}
