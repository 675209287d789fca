import CallboardTemplate
import Glibc
import Testing

@Suite struct PageBenchmarkTests {
  private static let isWanted = getenv("CALLBOARD_BENCH") != nil

  @Test(
    .enabled(
      if: isWanted,
      "measures only with CALLBOARD_BENCH=1, best in a release build (-c release)"
    )
  )
  func measuresOnePage() throws {
    let environment = try TemplateEnvironment(
      mode: .theme,
      sources: BenchmarkTheme.sources.mapValues { Array($0.utf8) }
    )
    let context = BenchmarkTheme.context(current: 7)
    var output: [UInt8] = []
    try environment.render("page", context: context, into: &output)
    let size = output.count
    #expect((15_000...20_000).contains(size))
    let rendering = try median {
      output.removeAll(keepingCapacity: true)
      try environment.render("page", context: context, into: &output)
    }
    var number = 0
    let whole = try median {
      output.removeAll(keepingCapacity: true)
      number = (number + 1) % 60
      let context = BenchmarkTheme.context(current: number)
      try environment.render("page", context: context, into: &output)
    }
    print("page of \(size) bytes: render \(rendering) µs, with its context \(whole) µs (medians)")
  }

  /// In microseconds, over enough runs to outlast the warm-up.
  private func median(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<4001 {
      let start = clock.now
      try work()
      times.append(clock.now - start)
    }
    times.sort()
    return times[times.count / 2] / .microseconds(1)
  }
}
