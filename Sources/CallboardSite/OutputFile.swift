/// One file of the finished site.
package struct OutputFile: Sendable {
  /// Relative to the output folder, `/`-separated. Made by the planner from validated names only.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
