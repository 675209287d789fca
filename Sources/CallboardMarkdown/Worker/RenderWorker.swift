import CallboardDiagnostics
import Glibc

/// The child process that renders Markdown, so that a page that crashes or hangs cmark-gfm takes
/// nothing else with it.
///
/// Single-threaded: the parser's global tables make more threads useless anyway. Prints nothing.
package enum RenderWorker {
  /// Serves pages until the input ends.
  ///
  /// The first frame holds the options, each one after it a ``WorkerRequest``; each answer is what
  /// ``DocumentCoder`` encodes, in the order of the requests. Also returns when a frame is damaged or
  /// the parent is gone. A page that uses more than its processor time ends the process by SIGXCPU.
  ///
  /// - Parameters:
  ///   - input: Where requests come from.
  ///   - output: Where answers go.
  package static func run(input: Int32, output: Int32) {
    // A parent that is gone shows as a failed write instead.
    signal(SIGPIPE, SIG_IGN)
    limit(__rlimit_resource_t(RLIMIT_AS.rawValue), to: addressSpaceBytes)
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)

    var allowed: rlim_t = 0
    var stream = FrameStream(input: input, output: output)
    serve(&stream) { seconds in
      allowProcessorTime(seconds: seconds, besides: &allowed)
    }
  }

  /// The loop alone, without limits on the process. `beforePage` is given the budget in seconds.
  static func serve(_ stream: inout FrameStream, beforePage: (Int) -> Void) {
    guard let options = stream.read().flatMap(MarkdownOptions.decode) else { return }
    defer { _ = stream.flush() }
    while let frame = stream.read() {
      guard let request = WorkerRequest.decode(frame) else { return }
      beforePage(options.limits.pageSeconds)
      let document = MarkdownRenderer.render(request, options: options)
      guard stream.write(DocumentCoder.encode(document, of: request.file)) else { return }
    }
  }

  private static let addressSpaceBytes: rlim_t = 1 << 30

  /// Moves the soft limit ahead of what has been used so far.
  ///
  /// The limit counts whole seconds, so a page gets up to one more than its budget.
  ///
  /// - Parameter allowed: The limit that was set last.
  private static func allowProcessorTime(seconds: Int, besides allowed: inout rlim_t) {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
    let wanted = rlim_t(max(0, used + max(1, seconds)))
    guard wanted != allowed else { return }
    limit(__rlimit_resource_t(RLIMIT_CPU.rawValue), to: wanted)
    allowed = wanted
  }

  /// Lowers or raises a soft limit. Where the system refuses, the parent's own time limit remains.
  private static func limit(_ resource: __rlimit_resource_t, to value: rlim_t) {
    var limits = rlimit()
    guard getrlimit(resource, &limits) == 0 else { return }
    limits.rlim_cur = min(value, limits.rlim_max)
    _ = setrlimit(resource, &limits)
  }
}
