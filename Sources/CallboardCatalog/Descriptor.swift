package import CallboardDiagnostics
package import CallboardYAML

/// One document of a descriptor file, not yet judged; its root is a mapping.
package struct Descriptor: Sendable {
  package var root: YAMLNode
  package var file: SourcePath
  /// From 0, among the documents of the file that are not empty.
  package var documentIndex: Int

  package init(root: YAMLNode, file: SourcePath, documentIndex: Int) {
    self.root = root
    self.file = file
    self.documentIndex = documentIndex
  }

  /// `kind: Component` of the document, if it has one; for messages and stubs.
  package var kind: String? { root["kind"]?.string }

  /// `metadata.name` of the document, if it has one; for messages and stubs.
  package var name: String? { root["metadata"]?["name"]?.string }
}

/// Cuts descriptor files into documents.
package enum DescriptorReader {
  /// Reads the documents of one file; those that are no YAML mapping cost an error each.
  package static func ingest(
    _ bytes: [UInt8],
    file: SourcePath,
    limits: YAMLLimits = YAMLLimits()
  ) -> Diagnosed<[Descriptor]> {
    let options = YAMLOptions(foreignTags: .error, limits: limits)
    var diagnostics: [Diagnostic] = []
    let documents = YAMLParser.documents(bytes, file: file, options: options)
      .unwrap(into: &diagnostics)
    var descriptors: [Descriptor] = []
    for document in documents {
      guard document.root.mapping != nil else {
        diagnostics.append(.documentNotMapping(document.root, file: file))
        continue
      }
      descriptors.append(
        Descriptor(root: document.root, file: file, documentIndex: document.index)
      )
    }
    return Diagnosed(descriptors, diagnostics: diagnostics)
  }
}
