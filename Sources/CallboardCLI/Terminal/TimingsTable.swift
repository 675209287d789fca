import CallboardBuild

/// The table that `--timings` prints.
enum TimingsTable {
  /// One row a stage: seconds on the clock, processor seconds (`-` where the stage beside which it ran counts for both),
  /// items, megabytes. The largest memory of all processes
  /// together, of the main process and of a worker comes last, as far as known.
  static func text(_ timings: StageTimings) -> String {
    var text =
      padded("stage", 12) + right("wall s", 9) + right("CPU s", 9) + right("items", 9)
      + right("MB", 9) + "\n"
    for entry in timings.entries {
      text +=
        padded(entry.stage, 12) + right(seconds(entry.wall), 9)
        + right(entry.cpu.map(seconds) ?? "-", 9)
      text += right(String(entry.items), 9)
      text += (entry.bytes.map { right(String(megabytes($0)), 9) } ?? "") + "\n"
    }
    let memory = [
      ("all processes", timings.peakTreeMemory),
      ("main process", StageTimings.peakMemory), ("largest worker", timings.largestWorker),
    ]
    .compactMap { name, bytes in bytes.map { "\(name) \(megabytes($0)) MB" } }
    return memory.isEmpty ? text : text + "peak memory: \(memory.joined(separator: ", "))\n"
  }

  private static func seconds(_ value: Double) -> String {
    let milliseconds = Int((value * 1000).rounded())
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + 500_000) / 1_000_000 }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
