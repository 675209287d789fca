import Glibc

/// Runs programs to their end: no shell, an environment of our own, limits on time and output.
package struct ProcessRunner: Sendable {
  /// One call of a program.
  package struct Invocation: Sendable {
    /// A name that is looked for in the search path, or an absolute path.
    package var program: String
    package var arguments: [String]
    /// All that the program sees; nothing is inherited.
    package var environment: [String: String]
    /// Written to its standard input, which is closed after that.
    package var input: [UInt8] = []
    package var timeoutSeconds = 60
    /// A program that writes more than this is ended.
    package var outputLimit = 64 << 20
    /// Of its standard error as much is kept; the rest is read and thrown away.
    package var errorLimit = 4 << 10
    /// Keeps a program that reads what strangers wrote within bounds; nil for our own tools.
    package var confinement: ProcessConfinement?

    /// A call with the usual limits; they can be set after that.
    package init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) {
      self.program = program
      self.arguments = arguments
      self.environment = environment
    }
  }

  /// What came of a call.
  package struct Outcome: Sendable {
    package var ending: ProcessEnding
    /// Empty where the output went to a reader.
    package var output: [UInt8]
    package var errors: [UInt8]

    package var isSuccess: Bool { ending == .exited(code: 0) }
  }

  private let folders: [String]

  /// - Parameter searchPath: Like `PATH`. Relative folders in it are left out, because what they
  ///   hold depends on where the build is started.
  package init(searchPath: String) {
    folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map(String.init)
  }

  /// The path of a program; nil when there is none of that name.
  package func path(of program: String) -> String? {
    if program.hasPrefix("/") { return access(program, X_OK) == 0 ? program : nil }
    return folders.lazy.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program and collects what it writes.
  package func run(_ invocation: Invocation) throws(ProcessError) -> Outcome {
    var output: [UInt8] = []
    var outcome = try run(invocation) { chunk in
      output += chunk
      return true
    }
    outcome.output = output
    return outcome
  }

  /// Runs a program and hands on what it writes, piece by piece, as it comes.
  ///
  /// When `consume` returns false, it has seen enough, and the program is ended.
  package func run(
    _ invocation: Invocation,
    consume: (UnsafeRawBufferPointer) -> Bool
  ) throws(ProcessError) -> Outcome {
    guard let executable = path(of: invocation.program) else {
      throw .notFound(program: invocation.program)
    }
    var child = try ChildProcess(
      executable: executable,
      arguments: invocation.arguments,
      environment: invocation.environment,
      errorStream: .captured,
      confinement: invocation.confinement
    )
    var exchange = ProcessExchange(invocation)
    return exchange.run(&child, consume: consume)
  }
}
