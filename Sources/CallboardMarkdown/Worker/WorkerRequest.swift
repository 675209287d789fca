package import CallboardDiagnostics

/// One page to render, as the parent sends it to a worker.
package struct WorkerRequest: Hashable, Sendable {
  /// For the messages alone; the answer does not hold it.
  package var file: SourcePath
  /// The whole file.
  package var source: [UInt8]

  package init(file: SourcePath, source: [UInt8]) {
    self.file = file
    self.source = source
  }

  /// The request as one frame.
  package func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.text(file.repository)
    writer.text(file.path)
    writer.blob(source)
    return writer.bytes
  }

  /// nil when the bytes are not the whole of what ``encode()`` gives.
  package static func decode(_ bytes: [UInt8]) -> WorkerRequest? {
    do {
      var reader = ByteReader(bytes)
      let file = SourcePath(repository: try reader.text(), path: try reader.text())
      let request = WorkerRequest(file: file, source: try reader.blob())
      return reader.isAtEnd ? request : nil
    } catch {
      return nil
    }
  }
}
