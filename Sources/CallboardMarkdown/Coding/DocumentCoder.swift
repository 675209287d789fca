package import CallboardDiagnostics

/// The one binary form of a rendered page: what a worker answers is byte for byte what the cache
/// stores.
///
/// The page's own file is left out of it, so that equal pages in two places share an entry; it is
/// given back on reading.
package enum DocumentCoder {
  /// The bytes of a document with its findings; equal documents give equal bytes.
  ///
  /// - Parameter file: The page; nil says that all findings lie in it.
  package static func encode(
    _ document: Diagnosed<RenderedDocument>,
    of file: SourcePath? = nil
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(format)
    writer.document(document.output)
    writer.list(document.diagnostics) { $0.diagnostic($1, page: file) }
    return writer.bytes
  }

  /// nil when the bytes are damaged or of another format. Takes bytes of any origin.
  /// The findings are said to lie in `file`.
  package static func decode(
    _ bytes: [UInt8],
    file: SourcePath
  ) -> Diagnosed<RenderedDocument>? {
    do {
      var reader = ByteReader(bytes)
      guard try reader.byte() == format else { return nil }
      let document = try reader.document()
      let diagnostics = try reader.list { reader throws(ByteReader.Damage) in
        try reader.diagnostic(in: file)
      }
      return reader.isAtEnd ? Diagnosed(document, diagnostics: diagnostics) : nil
    } catch {
      return nil
    }
  }

  /// Rises with every change to the layout.
  private static let format: UInt8 = 2
}
