import Glibc
import Synchronization

/// A running worker and the socket that is both its standard input and its standard output.
///
/// A socket rather than two pipes, because writing to one whose reader is dead need not raise
/// SIGPIPE, so that the disposition of signals stays the program's own business. When the program
/// dies the worker reads an end of file.
///
/// Its owner alone sends and receives. Killed and reaped when let go of.
final class WorkerProcess: Sendable {
  /// What came of trying to send or receive.
  enum Transfer {
    case done(Int)
    /// Nothing can be moved right now.
    case wouldBlock
    /// The worker has closed its end.
    case closed
  }

  private let identifier: pid_t
  private let socket: OpenFile
  private let failure = Mutex<WorkerFailure?>(nil)

  /// Starts a worker. The arguments are without the program's own name, the environment is all that
  /// it gets, as `NAME=value`.
  init(
    executable: String,
    arguments: [String],
    environment: [String]
  ) throws(WorkerPoolError) {
    func failed(_ code: Int32) -> WorkerPoolError {
      .cannotStart(SystemFailure(action: "start the worker", path: executable, code: code))
    }
    var pair: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &pair) == 0 else { throw failed(errno) }
    let ours = OpenFile(adopting: pair[0], path: executable)
    let theirs = OpenFile(adopting: pair[1], path: executable)

    var identifier: pid_t = 0
    let code = Self.spawn(
      &identifier,
      executable,
      arguments,
      environment,
      socket: theirs.descriptor
    )
    guard code == 0 else { throw failed(code) }
    self.identifier = identifier
    socket = ours
  }

  deinit { _ = end() }

  /// Sends what the socket takes without waiting.
  func send(_ bytes: ArraySlice<UInt8>) -> Transfer {
    let count = bytes.withUnsafeBytes { buffer in
      Glibc.send(
        socket.descriptor,
        buffer.baseAddress,
        buffer.count,
        Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
      )
    }
    return transfer(count)
  }

  /// Fills the beginning of `buffer` with what has arrived.
  func receive(into buffer: inout [UInt8]) -> Transfer {
    let count = buffer.withUnsafeMutableBytes { buffer in
      recv(socket.descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
    }
    return count == 0 ? .closed : transfer(count)
  }

  /// Waits until something can be received or, if so wished, sent; or the time is over, or a signal
  /// came in between.
  func wait(toSend: Bool, milliseconds: Int32) {
    var entry = pollfd(
      fd: socket.descriptor,
      events: Int16(POLLIN | (toSend ? POLLOUT : 0)),
      revents: 0
    )
    poll(&entry, 1, milliseconds)
  }

  /// Whether it waits for a request and has nothing more to say.
  var isIdle: Bool {
    var byte: [UInt8] = [0]
    let count = recv(socket.descriptor, &byte, 1, Int32(MSG_DONTWAIT | MSG_PEEK))
    return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)
  }

  /// The largest resident size it has reached, in bytes; nil when it has ended.
  var peakMemory: Int? { Machine.peakMemory(of: identifier) }

  /// Kills it if need be, and tells what it died of.
  func end() -> WorkerFailure {
    failure.withLock { failure in
      if let failure { return failure }
      // One that has ended already keeps its status, for nobody else waits for it.
      kill(identifier, SIGKILL)
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7F
      let found: WorkerFailure =
        signal == 0 ? .exited(code: status >> 8 & 0xFF) : .crashed(signal: signal)
      failure = found
      return found
    }
  }

  private func transfer(_ count: Int) -> Transfer {
    if count >= 0 { return .done(count) }
    switch errno {
    case EAGAIN, EWOULDBLOCK, EINTR: return .wouldBlock
    default: return .closed
    }
  }

  private static func spawn(
    _ identifier: inout pid_t,
    _ executable: String,
    _ arguments: [String],
    _ environment: [String],
    socket: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    LinuxCalls.closeDescriptors(from: STDERR_FILENO + 1, in: &actions)

    // Whatever the program blocks or ignores, a worker begins afresh.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var argumentPointers = ([executable] + arguments).map { strdup($0) }
    argumentPointers.append(nil)
    var environmentPointers = environment.map { strdup($0) }
    environmentPointers.append(nil)
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    return posix_spawn(
      &identifier,
      executable,
      &actions,
      &attributes,
      argumentPointers,
      environmentPointers
    )
  }
}
