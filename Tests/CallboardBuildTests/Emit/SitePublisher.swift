import CallboardBuild
import CallboardSite

/// A site as tests write it down: text by path.
typealias TestSite = [String: String]

/// Publishes a site into a folder, the files in the order of their paths.
@discardableResult
func publish(
  _ site: TestSite,
  to output: String,
  flushes: Bool = false,
  faults: EmitFaults? = nil
) throws -> EmitSummary {
  let writer = try FolderSiteWriter(output: output, flushes: flushes, faults: faults)
  for (path, text) in site.sorted(by: { $0.key < $1.key }) {
    try writer.write(OutputFile(path: path, bytes: Array(text.utf8)))
  }
  return try writer.finish()
}

/// Lets one occurrence of one step fail.
func fail(_ step: EmitStep, occurrence: Int = 0, with code: Int32) -> EmitFaults {
  let counter = OccurrenceCounter()
  return { candidate in
    candidate == step && counter.next() == occurrence ? code : nil
  }
}
