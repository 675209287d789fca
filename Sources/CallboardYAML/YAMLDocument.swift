/// One document of a YAML stream.
package struct YAMLDocument: Sendable {
  package var root: YAMLNode

  /// From 0, among the documents of the file that are not empty; one that could not be read
  /// counts, so that the number is that of the author.
  package var index: Int

  package init(root: YAMLNode, index: Int) {
    self.root = root
    self.index = index
  }
}
