import Glibc

/// How long each stage of a build took, for `--timings`.
package struct StageTimings: Sendable {
  /// One stage that has run.
  package struct Entry: Sendable {
    package var stage: String
    /// When it began, on the clock of ``StageTimings/now``.
    package var start: Double
    /// Seconds on the clock.
    package var wall: Double
    /// Processor seconds of this process and of the processes that it started and that ended
    /// meanwhile; nil for a stage that ran beside another one, whose own seconds count for both.
    package var cpu: Double?
    /// What the stage worked on: files, pages, entities.
    package var items: Int
    /// What the stage gave to the site's writer or wrote; nil where that says nothing.
    package var bytes: Int?
  }

  package private(set) var entries: [Entry] = []

  /// The largest resident size that a worker reached, in bytes; nil when none was needed.
  package internal(set) var largestWorker: Int?

  /// How much memory all processes held together, in the order of time; empty where nobody asked.
  var memory: [MemorySampler.Sample] = []

  /// The most of ``memory``, in bytes.
  package var peakTreeMemory: Int? { memory.map(\.bytes).max() }

  package init() {}

  /// Runs a stage and adds its entry.
  ///
  /// - Parameters:
  ///   - items: Counts what the stage made.
  ///   - bytes: See ``Entry/bytes``.
  package mutating func measure<Result>(
    _ stage: String,
    items: (Result) -> Int,
    bytes: (Result) -> Int? = { _ in nil },
    _ body: () throws -> Result
  ) rethrows -> Result {
    let (wall, cpu) = (Self.now, Self.processorSeconds)
    let result = try body()
    entries.append(
      Entry(
        stage: stage,
        start: wall,
        wall: Self.now - wall,
        cpu: Self.processorSeconds - cpu,
        items: items(result),
        bytes: bytes(result)
      )
    )
    return result
  }

  /// Runs a stage beside others. Only its own time on the clock can be told: ``add(_:)`` the entry once it has ended.
  static func beside<Result>(
    _ stage: String,
    items: (Result) -> Int,
    bytes: (Result) -> Int? = { _ in nil },
    _ body: () throws -> Result
  ) rethrows -> (result: Result, entry: Entry) {
    let start = now
    let result = try body()
    let entry = Entry(
      stage: stage,
      start: start,
      wall: now - start,
      cpu: nil,
      items: items(result),
      bytes: bytes(result)
    )
    return (result, entry)
  }

  /// Adds the entry of a stage that ran beside others.
  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// The largest resident size of this process alone so far, in bytes; nil where the system does
  /// not tell.
  package static var peakMemory: Int? { Machine.peakMemory(of: getpid()) }

  /// Seconds on a clock that only ever goes forward.
  package static var now: Double {
    var clock = timespec()
    clock_gettime(CLOCK_MONOTONIC, &clock)
    return Double(clock.tv_sec) + Double(clock.tv_nsec) / 1e9
  }

  /// Of this process and of the children it has waited for.
  private static var processorSeconds: Double {
    [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { total, who in
      var usage = rusage()
      getrusage(__rusage_who_t(who.rawValue), &usage)
      return [usage.ru_utime, usage.ru_stime].reduce(total) { sum, time in
        sum + Double(time.tv_sec) + Double(time.tv_usec) / 1e6
      }
    }
  }
}
