/// One descriptor file as a commit left it.
package struct DescriptorVersion: Sendable {
  /// From the root of the repository.
  package var path: String
  /// nil when the commit removed the file.
  package var contents: [UInt8]?

  package init(path: String, contents: [UInt8]?) {
    self.path = path
    self.contents = contents
  }
}
