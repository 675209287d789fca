import CallboardJSON

/// A build's stages and memory in the trace event format, which Perfetto and the browsers' own viewers show.
package enum ChromeTrace {
  /// The file of `--trace`. Times are microseconds since the start of the first stage.
  package static func file(_ timings: StageTimings) -> [UInt8] {
    let entries = lined(timings.entries)
    let origin = entries.first?.entry.start ?? 0
    func microseconds(_ time: Double) -> Int { Int(((time - origin) * 1e6).rounded()) }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("displayTimeUnit", "ms")
      writer.key("traceEvents")
      writer.array { writer in
        for (entry, line) in entries {
          writer.object { writer in
            writer.member("name", entry.stage)
            writer.member("cat", "stage")
            writer.member("ph", "X")
            writer.member("ts", microseconds(entry.start))
            writer.member("dur", max(1, Int((entry.wall * 1e6).rounded())))
            writer.member("pid", 1)
            writer.member("tid", line)
            writer.key("args")
            writer.object { writer in
              if let cpu = entry.cpu { writer.member("cpu ms", Int((cpu * 1e3).rounded())) }
              writer.member("items", entry.items)
              if let bytes = entry.bytes { writer.member("bytes", bytes) }
            }
          }
        }
        for sample in timings.memory where sample.time >= origin {
          writer.object { writer in
            writer.member("name", "memory")
            writer.member("ph", "C")
            writer.member("ts", microseconds(sample.time))
            writer.member("pid", 1)
            writer.key("args")
            writer.object { $0.member("bytes", sample.bytes) }
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// The stages in the order of their starts, each with the line that it stands on: the first for those that came one after
  /// the other, and for what ran beside them the first of the others that is free. Slices of a line must not overlap.
  private static func lined(
    _ entries: [StageTimings.Entry]
  ) -> [(entry: StageTimings.Entry, line: Int)] {
    // When each line is free again, from the second on.
    var ends: [Double] = []
    return entries.sorted { $0.start < $1.start }.map { entry in
      guard entry.cpu == nil else { return (entry, 1) }
      let free = ends.firstIndex { $0 <= entry.start } ?? ends.endIndex
      if free == ends.endIndex { ends.append(0) }
      ends[free] = entry.start + entry.wall
      return (entry, free + 2)
    }
  }
}
