import CallboardJSON
import Testing

@testable import CallboardBuild

@Suite struct ChromeTraceTests {
  @Test func givesEachStageALineOnWhichItOverlapsNoOther() throws {
    var timings = StageTimings()
    for (stage, start, wall, cpu) in [
      ("crawl", 2.0, 4.0, 4.0), ("render", 6.0, 4.0, 8.0), ("theme", 1.0, 3.0, nil),
      ("changes", 3.0, 4.0, nil), ("graph", 7.5, 1.0, nil),
    ] as [(String, Double, Double, Double?)] {
      timings.add(
        StageTimings.Entry(stage: stage, start: start, wall: wall, cpu: cpu, items: 0, bytes: nil)
      )
    }
    let events = try JSONReader().read(ChromeTrace.file(timings))["traceEvents"]?.array ?? []
    let found = events.map { event in
      [
        event["name"]?.string ?? "", "\(event["tid"]?.integer ?? 0)",
        "\(event["ts"]?.integer ?? -1)",
      ]
      .joined(separator: " ")
    }
    #expect(
      found == [
        "theme 2 0", "crawl 1 1000000", "changes 3 2000000", "render 1 5000000", "graph 2 6500000",
      ]
    )
  }
}
