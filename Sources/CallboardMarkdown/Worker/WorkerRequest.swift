package import CallboardDiagnostics

/// One page to render, as the parent sends it to a worker.
package struct WorkerRequest: Hashable, Sendable {
  /// For the messages alone; the answer does not hold it.
  package var file: SourcePath
  /// The whole file, with what it includes.
  package var source: [UInt8]
  /// Where the lines of ``source`` come from.
  package var includedLines: IncludedLines
  /// What the docs of the page switch on.
  package var style: PageStyle

  package init(
    file: SourcePath,
    source: [UInt8],
    includedLines: IncludedLines = IncludedLines(),
    style: PageStyle = PageStyle()
  ) {
    self.file = file
    self.source = source
    self.includedLines = includedLines
    self.style = style
  }

  /// All that the answer depends on, options and versions aside: equal pages give equal bytes,
  /// wherever they stand.
  package var content: [UInt8] {
    guard !includedLines.isEmpty || style != PageStyle() else { return source }
    var writer = ByteWriter()
    writer.style(style)
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
    writer.style(style)
    return writer.bytes
  }

  /// nil when the bytes are not the whole of what ``encode()`` gives.
  package static func decode(_ bytes: [UInt8]) -> WorkerRequest? {
    do {
      var reader = ByteReader(bytes)
      let file = SourcePath(repository: try reader.text(), path: try reader.text())
      var request = WorkerRequest(
        file: file,
        source: try reader.blob(),
        includedLines: try reader.includedLines()
      )
      request.style = try reader.style()
      return reader.isAtEnd ? request : nil
    } catch {
      return nil
    }
  }
}
