import CallboardSite

/// Writes the graph's data for the explorer.
struct GraphStage: Sendable {
  let files: GraphFiles
  let writer: any SiteWriter
  let jobs: Int

  /// - Returns: How many files were made.
  func run() throws -> Int {
    try writer.write(files.entry)
    let counts = try ParallelFor(width: jobs).map(count: files.count) { index in
      let output = files.output(index)
      for file in output { try writer.write(file) }
      return output.count
    }
    return counts.reduce(1, +)
  }
}
