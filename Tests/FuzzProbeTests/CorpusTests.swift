import CallboardTestSupport
import Foundation
import FuzzProbe
import Testing

/// Goes through the inputs that fuzzing begins with, and those that it has found. `make fuzz` looks for new ones, with
/// a compiler's watch over memory; this needs no build of its own.
@Suite struct CorpusTests {
  private static func inputs(_ target: FuzzTarget) throws -> [[UInt8]] {
    let folder = PackageFolder.url.appending(path: "Tests/Fuzzing/Corpora/\(target.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func takesWhatIsKept(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(target)
    #expect(!inputs.isEmpty)
    for input in inputs + [[]] {
      let fault = target.fault(in: input)
      #expect(fault == nil, "\(String(decoding: input, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func takesWhatIsSplicedFromIt(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(target)
    let rounds = Int(ProcessInfo.processInfo.environment["CALLBOARD_MUTATIONS"] ?? "") ?? 1_000
    var random = SplicingGenerator(state: 20_261_121)
    for round in 0..<rounds {
      let input = random.spliced(inputs)
      let fault = target.fault(in: input)
      #expect(fault == nil, "round \(round): \(input)")
    }
  }
}

/// The same numbers in every run.
private struct SplicingGenerator {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, limit)
  }

  /// Pieces of inputs one after another, some said twice, with bytes changed.
  mutating func spliced(_ inputs: [[UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    for _ in 0...below(5) {
      let input = inputs[below(inputs.count)]
      let start = below(input.count + 1)
      let piece = input[start..<min(input.count, start + 1 + below(120))]
      for _ in 0...(below(8) == 0 ? below(20) : 0) { result += piece }
    }
    for _ in 0..<below(4) where !result.isEmpty {
      result[below(result.count)] = UInt8(below(256))
    }
    return result
  }
}
