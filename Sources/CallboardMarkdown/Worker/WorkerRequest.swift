package import CallboardDiagnostics

/// One page to render, as the parent sends it to a worker.
package struct WorkerRequest: Hashable, Sendable {
  /// For the messages alone; the answer does not hold it.
  package var file: SourcePath
  /// The whole file, with what it includes.
  package var source: [UInt8]
  /// Where the lines of ``source`` come from.
  package var includedLines: IncludedLines

  package init(
    file: SourcePath,
    source: [UInt8],
    includedLines: IncludedLines = IncludedLines()
  ) {
    self.file = file
    self.source = source
    self.includedLines = includedLines
  }

  /// All that the answer depends on, options and versions aside: equal pages give equal bytes,
  /// wherever they stand.
  package var content: [UInt8] {
    guard !includedLines.isEmpty else { return source }
    var writer = ByteWriter()
    writer.includedLines(includedLines)
    writer.blob(source)
    return writer.bytes
  }

  /// The request as one frame.
  package func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.text(file.repository)
    writer.text(file.path)
    writer.blob(source)
    writer.includedLines(includedLines)
    return writer.bytes
  }

  /// nil when the bytes are not the whole of what ``encode()`` gives.
  package static func decode(_ bytes: [UInt8]) -> WorkerRequest? {
    do {
      var reader = ByteReader(bytes)
      let file = SourcePath(repository: try reader.text(), path: try reader.text())
      let request = WorkerRequest(
        file: file,
        source: try reader.blob(),
        includedLines: try reader.includedLines()
      )
      return reader.isAtEnd ? request : nil
    } catch {
      return nil
    }
  }
}
