import CallboardJSON

/// A build's stages and memory in the trace event format, which Perfetto and the browsers' own viewers show.
package enum ChromeTrace {
  /// The file of `--trace`. Times are microseconds since the start of the first stage.
  package static func file(_ timings: StageTimings) -> [UInt8] {
    let origin = timings.entries.first?.start ?? 0
    func microseconds(_ time: Double) -> Int { Int(((time - origin) * 1e6).rounded()) }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("displayTimeUnit", "ms")
      writer.key("traceEvents")
      writer.array { writer in
        for entry in timings.entries {
          writer.object { writer in
            writer.member("name", entry.stage)
            writer.member("cat", "stage")
            writer.member("ph", "X")
            writer.member("ts", microseconds(entry.start))
            writer.member("dur", max(1, Int((entry.wall * 1e6).rounded())))
            writer.member("pid", 1)
            // What ran beside another stage stands on a line of its own, where slices may overlap those of the first.
            writer.member("tid", entry.cpu == nil ? 2 : 1)
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
}
