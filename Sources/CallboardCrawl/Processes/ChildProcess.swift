import Glibc

/// A started program and our ends of its streams.
///
/// The streams are pairs of sockets instead of pipes: they are closed on exec from the beginning,
/// so that a program started by another thread cannot inherit one, and a write to a program that
/// has ended is an error, not a SIGPIPE. A child that still runs is killed with its owner.
struct ChildProcess: ~Copyable, Sendable {
  let id: pid_t
  /// What the program reads. Closed by ``closeInput()``.
  private var input: Int32
  let output: Int32
  /// -1 when the program's errors are thrown away.
  let errors: Int32
  private var isReaped = false
  /// Whether it leads a group of processes, which is ended as a whole.
  private let leadsGroup: Bool

  /// What becomes of what the program says on its standard error.
  enum ErrorStream {
    case captured
    case discarded
  }

  /// Starts the program at a path, which is not searched for, with an environment that is all it
  /// sees: nothing is inherited.
  init(
    executable: String,
    arguments: [String],
    environment: [String: String],
    errorStream: ErrorStream,
    confinement: ProcessConfinement? = nil
  ) throws(ProcessError) {
    leadsGroup = confinement != nil
    var streams: [(ours: Int32, theirs: Int32)] = []
    defer { for stream in streams { close(stream.theirs) } }
    do {
      for _ in 0..<(errorStream == .captured ? 3 : 2) { streams.append(try Self.socketPair()) }
      id = try Self.spawn(
        executable: executable,
        arguments: arguments,
        environment: environment,
        streams: streams.map(\.theirs),
        confinement: confinement
      )
    } catch {
      for stream in streams { close(stream.ours) }
      throw error
    }
    input = streams[0].ours
    output = streams[1].ours
    errors = streams.count > 2 ? streams[2].ours : -1
    confinement?.apply(to: id)
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
    if errors >= 0 { close(errors) }
    guard !isReaped else { return }
    kill(leadsGroup ? -id : id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  /// The descriptor to write to, or -1 after ``closeInput()``.
  var inputDescriptor: Int32 { input }

  /// Tells the program that nothing more comes.
  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Asks the program to end; git then removes its temporary files.
  func terminate() {
    if !isReaped { kill(leadsGroup ? -id : id, SIGTERM) }
  }

  /// For a program that does not heed ``terminate()``.
  func killAtOnce() {
    if !isReaped { kill(leadsGroup ? -id : id, SIGKILL) }
  }

  /// How the program has ended; nil while it still runs. Does not wait.
  mutating func poll() -> ProcessEnding? {
    guard !isReaped else { return nil }
    var status: Int32 = 0
    let result = waitpid(id, &status, WNOHANG)
    guard result != 0, !(result < 0 && errno == EINTR) else { return nil }
    isReaped = true
    // Someone else has reaped it: how it ended is not to be known.
    if result < 0 { return .exited(code: -1) }
    let signal = status & 0x7F
    return signal == 0 ? .exited(code: (status >> 8) & 0xFF) : .signalled(signal)
  }
}

/// How a program ended.
package enum ProcessEnding: Equatable, Sendable {
  case exited(code: Int32)
  /// By a signal that we did not send.
  case signalled(Int32)
  /// We ended it, because its time was up.
  case timedOut
  /// We ended it, because it wrote more than it may.
  case outputOverLimit
  /// We ended it, because the reader of its output wanted no more.
  case stopped
}

/// Why a program could not be started or spoken to.
package enum ProcessError: Error, Equatable, Sendable {
  /// There is no such program on `PATH`.
  case notFound(program: String)
  /// The number is the system's `errno`.
  case system(program: String, errno: Int32)
}

extension ChildProcess {
  private static func socketPair() throws(ProcessError) -> (ours: Int32, theirs: Int32) {
    var pair: (Int32, Int32) = (-1, -1)
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let result = withUnsafeMutableBytes(of: &pair) { bytes in
      socketpair(AF_UNIX, kind, 0, bytes.bindMemory(to: Int32.self).baseAddress)
    }
    guard result == 0 else { throw .system(program: "socketpair", errno: errno) }
    return (pair.0, pair.1)
  }

  private static func spawn(
    executable: String,
    arguments: [String],
    environment: [String: String],
    streams: [Int32],
    confinement: ProcessConfinement?
  ) throws(ProcessError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (target, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(target))
    }
    if streams.count < 3 {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    if let confinement {
      let refusal = confinement.addFolder(to: &actions)
      guard refusal == 0 else { throw .system(program: executable, errno: refusal) }
      flags |= Int16(POSIX_SPAWN_SETPGROUP)
    }
    // The program must not inherit that we ignore or block a signal.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, flags)

    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let argumentPointers = ([executable] + arguments).map { strdup($0) } + [nil]
    let variablePointers = variables.map { strdup($0) } + [nil]
    defer { for pointer in argumentPointers + variablePointers { free(pointer) } }
    var id: pid_t = 0
    let code = posix_spawn(
      &id,
      executable,
      &actions,
      &attributes,
      argumentPointers,
      variablePointers
    )
    guard code == 0 else { throw .system(program: executable, errno: code) }
    return id
  }
}
