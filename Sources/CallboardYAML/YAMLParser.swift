package import CallboardDiagnostics

/// Reads YAML 1.2 streams from bytes.
package enum YAMLParser {
  /// Reads all documents of a stream.
  ///
  /// Each document stands alone: one that is not YAML, repeats a key or passes a limit costs an
  /// error and is left out, and those after it survive. Empty and null documents are left out
  /// silently. Linear in the size of the input, whatever it holds.
  package static func documents(
    _ bytes: UnsafeBufferPointer<UInt8>,
    file: SourcePath,
    options: YAMLOptions = YAMLOptions()
  ) -> Diagnosed<[YAMLDocument]> {
    if let refusal = refusal(of: bytes, file: file, limits: options.limits) {
      return Diagnosed([], diagnostics: [refusal])
    }
    let text = hasByteOrderMark(bytes) ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
    var reader = StreamReader(file: file, options: options)
    var splitter = DocumentSplitter(text)
    while let chunk = splitter.next(), reader.read(chunk, of: text) {}
    return Diagnosed(reader.documents, diagnostics: reader.diagnostics)
  }

  /// Reads all documents of a stream that is held in an array.
  package static func documents(
    _ bytes: [UInt8],
    file: SourcePath,
    options: YAMLOptions = YAMLOptions()
  ) -> Diagnosed<[YAMLDocument]> {
    bytes.withUnsafeBufferPointer { documents($0, file: file, options: options) }
  }

  /// Reads a file that should hold one document, such as `mkdocs.yml` or `site.yaml`.
  ///
  /// - Returns: The first document's root, or nil for an empty or unreadable file. A second
  ///   document is an error, but the first is still returned.
  package static func document(
    _ bytes: [UInt8],
    file: SourcePath,
    options: YAMLOptions = YAMLOptions()
  ) -> Diagnosed<YAMLNode?> {
    var all = documents(bytes, file: file, options: options)
    if all.output.count > 1 {
      all.diagnostics.append(.secondDocument(at: all.output[1].root.span(in: file)))
    }
    return all.map { $0.first?.root }
  }

  private static func hasByteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// Why a file is not even looked at.
  private static func refusal(
    of bytes: UnsafeBufferPointer<UInt8>,
    file: SourcePath,
    limits: YAMLLimits
  ) -> Diagnostic? {
    if bytes.count > limits.size {
      return .yamlTooLarge(bytes.count, limit: limits.size, file: file)
    }
    // Without a byte order mark, UTF-16 shows by its zero bytes, which are refused as control
    // characters later.
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      return .yamlEncoding("The file is UTF-16", span: .wholeFile(file))
    }
    return nil
  }
}
