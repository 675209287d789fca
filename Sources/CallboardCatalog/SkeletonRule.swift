package import CallboardDiagnostics
import CallboardYAML

/// Tells descriptors that a software template will copy from descriptors of this repository.
package enum SkeletonRule {
  private static let skeletonFolders: Set<String> = ["skeleton", "skeletons"]
  private static let templateFolders: Set<String> = [
    "template", "templates", "scaffolder-templates", "scaffolder", "cookiecutter",
  ]

  /// The skeleton that a path lies in: a folder named so, a `content` folder below a templates folder, or
  /// the first name with a placeholder in it. nil for paths in none.
  ///
  /// Such files need not be YAML at all, so they are left out before they are read.
  package static func skeleton(of path: String) -> String? {
    var isInTemplates = false
    let components = path.split(separator: "/")
    for (index, component) in components.enumerated() {
      let name = component.lowercased()
      let isFolder = index < components.count - 1
      let isContent = isInTemplates && (name == "content" || name == "contents")
      if hasPlaceholder(name) || (isFolder && (skeletonFolders.contains(name) || isContent)) {
        return components[...index].joined(separator: "/")
      }
      if templateFolders.contains(name) { isInTemplates = true }
    }
    return nil
  }

  /// A note about the descriptors of one skeleton, at the first of them.
  package static func finding(
    forSkeleton skeleton: String,
    first file: SourcePath,
    count: Int
  ) -> Diagnostic {
    .templateSkeleton(skeleton, count: count, span: .wholeFile(file))
  }

  /// A note if the document's name or kind is still to be filled in; otherwise nil.
  static func finding(for descriptor: Descriptor) -> Diagnostic? {
    let name = descriptor.root["metadata"]?["name"]
    for node in [name, descriptor.root["kind"]] {
      guard let node, isPlaceholder(node) else { continue }
      return .templateSkeleton(span: node.span(in: descriptor.file))
    }
    return nil
  }

  /// `{{ name }}` without quotes reads as a mapping whose only key is a mapping.
  private static func isPlaceholder(_ node: YAMLNode) -> Bool {
    if let text = node.string { return hasPlaceholder(text) }
    guard let entries = node.mapping?.entries, entries.count == 1, let entry = entries.first else {
      return false
    }
    return entry.key.hasPrefix("{ ") && entry.value.isNull
  }

  /// Whether `${{`, `{{` or `{%` stands there.
  private static func hasPlaceholder(_ text: some StringProtocol) -> Bool {
    let (brace, percent) = (UInt8(ascii: "{"), UInt8(ascii: "%"))
    return zip(text.utf8, text.utf8.dropFirst()).contains { first, second in
      first == brace && (second == brace || second == percent)
    }
  }
}
