import CallboardHTML
import CallboardHighlight
import Glibc

/// What the benchmarks in Python ask of the highlighter and of the renderer.
///
///     RenderProbe tokens ROUNDS < LIST      lists lines `language<TAB>path`
///     RenderProbe render ROUNDS FOLDER
@main
struct RenderProbe {
  static func main() {
    let arguments = CommandLine.arguments
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
    switch arguments.dropFirst().first {
    case "tokens":
      TokenDump(rounds: rounds).run()
    case "render" where arguments.count > 3:
      RenderingRace(folder: arguments[3], rounds: rounds).run()
    default:
      print("usage: RenderProbe tokens ROUNDS < LIST | render ROUNDS FOLDER")
      exit(64)
    }
  }
}

/// Processor time of the process so far, in seconds.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The bytes of a file; nil when it cannot be read.
func contents(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&block, 1, block.count, file)
    guard count > 0 else { return bytes }
    bytes += block[..<count]
  }
}
