import CallboardDiagnostics
import CallboardJSON

extension Baseline {
  /// The bytes of the file.
  ///
  ///     {"id":"docs-empty","repository":"payments","path":"catalog-info.yaml","fingerprint":"0b5e…"}
  package var file: [UInt8] {
    var writer = JSONWriter(reservingCapacity: 128 * entries.count)
    for entry in entries {
      writer.object { object in
        object.member("id", entry.id.rawValue)
        if !entry.repository.isEmpty { object.member("repository", entry.repository) }
        if !entry.path.isEmpty { object.member("path", entry.path) }
        object.member("fingerprint", entry.fingerprint)
      }
      writer.endRecord()
    }
    return writer.bytes
  }

  /// Reads the file of known findings; empty lines are passed over, and so are members that are not known.
  ///
  /// - Parameter path: For messages.
  /// - Throws: ``BuildFailure`` that names the first line that is no entry.
  package init(file bytes: [UInt8], path: String) throws(BuildFailure) {
    var entries: [BaselineEntry] = []
    let reader = JSONReader(maximumDepth: 8)
    for (index, line) in bytes.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    .enumerated() {
      // Git may have given the file the line ends of Windows.
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if text.isEmpty { continue }
      guard let value = try? reader.read(Array(text)), let id = value["id"]?.string,
        let fingerprint = value["fingerprint"]?.string
      else {
        throw BuildFailure(
          "'\(path)' is no baseline: line \(index + 1) is not an entry",
          help: [
            "Take the line out, or write the file anew with 'callboard check --update-baseline'."
          ]
        )
      }
      entries.append(
        BaselineEntry(
          id: Diagnostic.ID(rawValue: id),
          repository: value["repository"]?.string ?? "",
          path: value["path"]?.string ?? "",
          fingerprint: fingerprint
        )
      )
    }
    self.init(entries)
  }
}
