import CallboardBuild
import CallboardDiagnostics
import Glibc
import Synchronization

/// Shows how far a build has come: a bar on a terminal, one line a stage elsewhere.
final class ProgressPrinter: BuildProgress {
  enum Mode {
    /// A bar that is drawn over itself.
    case bar
    /// One line when a stage begins: for logs of CI.
    case lines
    case silent
  }

  private struct State {
    var stage = ""
    var total: Int?
    var done = 0
    /// Thousandths of the stage that the bar shows, so that it is redrawn only when it moves.
    var shown = -1
    var isDrawn = false
  }

  private let mode: Mode
  private let state = Mutex(State())

  init(mode: Mode) {
    self.mode = mode
  }

  func begin(_ name: String, total: Int?) {
    state.withLock { state in
      clear(&state)
      state = State(stage: name, total: total)
      switch mode {
      case .silent: break
      case .lines: write(total.map { "\(name) (\($0))\n" } ?? "\(name)\n")
      case .bar: draw(&state)
      }
    }
  }

  func advance(by count: Int) {
    guard mode == .bar else { return }
    state.withLock { state in
      state.done += count
      draw(&state)
    }
  }

  func end() {
    state.withLock { clear(&$0) }
  }

  func tell(_ message: String) {
    guard mode != .silent else { return }
    state.withLock { state in
      clear(&state)
      write(TerminalText.escaped(message) + "\n")
    }
  }

  private func draw(_ state: inout State) {
    let total = max(1, state.total ?? 1)
    let thousandths = min(1000, state.done * 1000 / total)
    guard thousandths / 10 != state.shown / 10 || !state.isDrawn else { return }
    state.shown = thousandths
    state.isDrawn = true
    let width = 24
    let filled = width * thousandths / 1000
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let counts = state.total.map { " \(min(state.done, $0))/\($0)" } ?? ""
    write("\r\u{1B}[2K\(bar) \(state.stage)\(counts)")
  }

  private func clear(_ state: inout State) {
    guard state.isDrawn else { return }
    state.isDrawn = false
    write("\r\u{1B}[2K")
  }

  private func write(_ text: String) {
    FileDescriptorWriter.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
