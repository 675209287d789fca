import CallboardSite

/// Writes the graph's data for the explorer.
struct GraphStage: Sendable {
  let files: GraphFiles
  let writer: any SiteWriter
  let jobs: Int

  func run() throws {
    try writer.write(files.entry)
    _ = try ParallelFor(width: jobs).map(count: files.count) { index in
      for file in files.output(index) { try writer.write(file) }
    }
  }
}
