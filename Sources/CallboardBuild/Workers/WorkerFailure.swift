/// How a worker process failed at one request, twice.
package enum WorkerFailure: Error, Hashable, Sendable {
  case crashed(signal: Int32)
  case exited(code: Int32)
  case timedOut(seconds: Double)
  case responseTooLarge(bytes: Int)
  /// It answered what it was not asked.
  case protocolError
}

extension WorkerFailure: CustomStringConvertible {
  /// What the worker did, as the end of a sentence that begins with "the worker".
  package var description: String {
    switch self {
    case .crashed(let signal): "crashed (signal \(signal))"
    case .exited(let code): "ended with exit code \(code)"
    case .timedOut(let seconds): "took longer than \(seconds) s"
    case .responseTooLarge(let bytes): "answered with \(bytes) bytes, which are too many"
    case .protocolError: "broke the protocol"
    }
  }
}

/// Why no worker could be had. Says nothing about any request.
package enum WorkerPoolError: Error, Hashable, Sendable {
  case cannotStart(SystemFailure)
  /// The executable starts, but ended at every request before it had answered any.
  case neverAnswered(executable: String, exitCode: Int32)
}

extension WorkerPoolError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotStart(let failure): failure.description
    case .neverAnswered(let executable, let code):
      "the worker '\(executable)' ended with exit code \(code) before it answered anything"
    }
  }

  /// A sentence in the imperative.
  package var remedy: String {
    switch self {
    case .cannotStart(let failure):
      "Check that '\(failure.path)' exists and may be run, and that no limit on processes is met."
    case .neverAnswered(let executable, _):
      "Check that '\(executable)' is the program of this very build."
    }
  }
}
