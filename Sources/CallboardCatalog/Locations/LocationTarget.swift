package import CallboardDiagnostics
import CallboardYAML

/// One target of a Location entity: other descriptors that belong to the site.
package struct LocationTarget: Hashable, Sendable {
  /// `url`, `file`, or one of a discovery plugin; nil if the author gave none, which means the same
  /// as the descriptor's own.
  package var type: String?
  package var target: String
  package var span: SourceSpan
  /// Nothing is said when an optional target is not there.
  package var isOptional: Bool

  package init(type: String?, target: String, span: SourceSpan, isOptional: Bool = false) {
    self.type = type
    self.target = target
    self.span = span
    self.isOptional = isOptional
  }
}

extension Entity {
  /// The targets of a Location, `target` before `targets`; empty for other kinds.
  package var locationTargets: [LocationTarget] {
    guard kind == "Location" else { return [] }
    let nodes = [spec["target"]].compactMap(\.self) + (spec["targets"]?.sequence ?? [])
    let isOptional = specText("presence") == "optional"
    return nodes.compactMap { node in
      node.string.map {
        LocationTarget(type: type, target: $0, span: node.span(in: file), isOptional: isOptional)
      }
    }
  }
}
