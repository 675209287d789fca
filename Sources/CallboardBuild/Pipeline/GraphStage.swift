import CallboardSite

/// Writes the graph's data for the explorer.
struct GraphStage: Sendable {
  let files: GraphFiles
  let writer: any SiteWriter
  let jobs: Int

  func run() throws {
    try writer.write(files.entry)
    try ParallelFor(width: jobs).run(count: files.count) { index in
      let output = files.output(index)
      for file in output { try writer.write(file) }
    }
  }
}
