import CallboardCatalog
package import CallboardDiagnostics

/// The texts of the files that the catalog's entities were read from, to be shown line by line.
package struct DescriptorSources: Sendable {
  private let texts: [SourcePath: Text]

  /// One file with the places of its lines, so that a document far down costs no walk to it.
  private struct Text: Sendable {
    var bytes: [UInt8]
    /// Where each line begins.
    var starts: [Int32]
  }

  /// A piece of a file: whole lines, the last without its line break.
  struct Excerpt {
    var bytes: ArraySlice<UInt8>
    /// The numbers of the lines in their file, from 1.
    var lines: ClosedRange<Int>
  }

  /// - Parameter files: Each file once. Files that could not be read again are left out, and their entities show
  ///   no source.
  package init(_ files: [(path: SourcePath, bytes: [UInt8])] = []) {
    var texts: [SourcePath: Text] = [:]
    texts.reserveCapacity(files.count)
    for file in files {
      texts[file.path] = Text(bytes: file.bytes, starts: Self.lineStarts(of: file.bytes))
    }
    self.texts = texts
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(clamping: index + 1))
    }
    return starts
  }

  /// The lines of an entity's own document; nil when its file is not there or has become shorter.
  ///
  /// - Complexity: O(1); the bytes are not copied.
  func document(of entity: Entity) -> Excerpt? {
    guard let text = texts[entity.file] else { return nil }
    let range = entity.span.range
    // A document that ends before the first column of a line does not hold that line.
    let last = range.upperBound.line - (range.upperBound.column > 1 ? 0 : 1)
    let first = max(1, range.lowerBound.line)
    guard first <= text.starts.count else { return nil }
    return excerpt(first...min(max(first, last), text.starts.count), of: text)
  }

  private func excerpt(_ lines: ClosedRange<Int>, of text: Text) -> Excerpt {
    let start = Int(text.starts[lines.lowerBound - 1])
    let end =
      lines.upperBound < text.starts.count
      ? Int(text.starts[lines.upperBound]) - 1 : text.bytes.count
    return Excerpt(bytes: text.bytes[start..<max(start, end)], lines: lines)
  }
}

extension DescriptorSources.Excerpt {
  /// The first lines that fit into limits; of a first line that is too long, its beginning.
  func prefix(bytes limit: Int, lines lineLimit: Int) -> Self {
    var end = bytes.startIndex
    var count = 0
    while count < min(lineLimit, lines.count) {
      let next = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      guard next - bytes.startIndex <= limit else { break }
      count += 1
      end = min(next + 1, bytes.endIndex)
    }
    if count == lines.count { return self }
    guard count > 0 else {
      return Self(
        bytes: SourceListing.prefix(of: bytes, limit),
        lines: lines.lowerBound...lines.lowerBound
      )
    }
    return Self(
      bytes: bytes[..<(end - 1)],
      lines: lines.lowerBound...(lines.lowerBound + count - 1)
    )
  }
}
