import CallboardDiagnostics
import CallboardYAML

let testFile = SourcePath(repository: "payments", path: "catalog-info.yaml")

/// Reads a text as the file `payments:catalog-info.yaml`.
func read(_ text: String, _ options: YAMLOptions = YAMLOptions()) -> Diagnosed<[YAMLDocument]> {
  YAMLParser.documents(Array(text.utf8), file: testFile, options: options)
}

/// The documents in one line each, in JavaScript's flow form.
func flow(_ text: String, _ options: YAMLOptions = YAMLOptions()) -> [String] {
  read(text, options).output.map { $0.root.value.flowText(limit: .max) ?? "too long" }
}

/// `line:column-line:column`.
func place(_ node: YAMLNode?) -> String {
  guard let range = node?.range else { return "none" }
  let (start, end) = (range.lowerBound, range.upperBound)
  return "\(start.line):\(start.column)-\(end.line):\(end.column)"
}

extension Diagnosed<[YAMLDocument]> {
  /// `id line:column` of each finding.
  var findings: [String] {
    diagnostics.map {
      let start = $0.span?.range.lowerBound
      return "\($0.id) \(start?.line ?? 0):\(start?.column ?? 0)"
    }
  }
}
