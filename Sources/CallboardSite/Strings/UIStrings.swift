import CallboardDiagnostics
import CallboardYAML

/// The words of the portal's interface in one language, by their keys: `pagination.next`.
///
/// What the language's file lacks is taken from English, so a translation may be incomplete.
package struct UIStrings: Sendable {
  /// The BCP 47 tag of the file that the words come from: `en` for a language that has none.
  package let language: String
  /// From right to left or from left to right, for the `dir` attribute.
  let direction: String
  private let phrases: [String: Phrase]

  /// English, as the binary carries it.
  package static let english = UIStrings(language: "en", files: Theme.packedFiles)

  /// The folder of the files, one for each language.
  static let folder = "strings/"

  /// - Parameters:
  ///   - language: A BCP 47 tag. `de-AT` is looked for as `de-at.yaml` and then as `de.yaml`.
  ///   - files: All files of the theme by their path.
  ///   - base: Files that say what those of the same name in `files` leave out.
  package init(
    language: String,
    files: [String: [UInt8]],
    base: [String: [UInt8]] = [:]
  ) {
    let tag = language.lowercased()
    let primary = String(tag.prefix { $0 != "-" })
    let found = [tag, primary].first { files["\(Self.folder)\($0).yaml"] != nil } ?? "en"
    // An operator's file need not have but what it changes.
    var phrases: [String: Phrase] = [:]
    for name in found == "en" ? ["en"] : ["en", found] {
      let path = "\(Self.folder)\(name).yaml"
      // Most portals keep the words that come with Callboard: what is the same need not be read twice.
      for source in files[path] == base[path] ? [base] : [base, files] {
        phrases.merge(Self.phrases(of: path, in: source)) { _, later in later }
      }
    }
    self.phrases = phrases
    self.language = found
    direction = Self.direction(of: primary)
  }

  /// All keys, sorted.
  package var keys: [String] { phrases.keys.sorted() }

  /// The phrase of a key; nil where not even English has it.
  subscript(key: String) -> Phrase? { phrases[key] }

  /// A phrase as plain text; the key itself where there is none, which a test keeps from happening.
  ///
  /// - Parameters:
  ///   - values: What stands in the place of `{name}`.
  ///   - count: Chooses among the forms of a phrase that depends on a number, and is its `{count}`.
  func text(_ key: String, _ values: [String: String] = [:], count: Int? = nil) -> String {
    guard let phrase = phrases[key] else { return key }
    let form = phrase.form(for: count.map { PluralCategory.of($0, in: language) })
    return form.reduce(into: "") { text, part in
      switch part {
      case .text(let literal), .code(let literal): text += literal
      case .value(let name):
        text += values[name] ?? (name == "count" ? count.map(String.init) : nil) ?? ""
      }
    }
  }

  /// The title of one page of a list: from the second page on with its number.
  func title(_ title: String, page: Int) -> String {
    page > 1 ? text("common.of-page", ["title": title, "page": String(page)]) : title
  }

  private static func phrases(of path: String, in files: [String: [UInt8]]) -> [String: Phrase] {
    guard let bytes = files[path] else { return [:] }
    let file = SourcePath(repository: "", path: "theme/" + path)
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions())
    return Dictionary(
      (parsed.output?.mapping?.entries ?? []).compactMap { entry in
        Phrase(entry.value).map { (entry.key, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Right to left for the languages whose script runs that way (Unicode CLDR, `characterOrder`).
  private static func direction(of primary: String) -> String {
    ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"].contains(primary) ? "rtl" : "ltr"
  }
}
