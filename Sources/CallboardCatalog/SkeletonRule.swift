package import CallboardDiagnostics
import CallboardYAML

/// Tells descriptors that a software template will copy from descriptors of this repository.
package enum SkeletonRule {
  private static let skeletonFolders: Set<String> = ["skeleton", "skeletons"]
  private static let templateFolders: Set<String> = [
    "template", "templates", "scaffolder-templates", "scaffolder", "cookiecutter",
  ]

  /// Whether a path lies in a skeleton: in a folder named so, in a `content` folder below a
  /// templates folder, or below a name with a placeholder in it.
  ///
  /// Such files need not be YAML at all, so they are left out before they are read.
  package static func isSkeleton(path: String) -> Bool {
    var isInTemplates = false
    for component in path.split(separator: "/").dropLast() {
      let folder = component.lowercased()
      if skeletonFolders.contains(folder) || hasPlaceholder(folder) { return true }
      if isInTemplates, folder == "content" || folder == "contents" { return true }
      if templateFolders.contains(folder) { isInTemplates = true }
    }
    return hasPlaceholder(path)
  }

  /// A note about a file that ``isSkeleton(path:)`` leaves out.
  package static func finding(for file: SourcePath) -> Diagnostic {
    .templateSkeleton(span: .wholeFile(file))
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

  private static func hasPlaceholder(_ text: some StringProtocol) -> Bool {
    ["${{", "{{", "{%"].contains { text.contains($0) }
  }
}
