import Glibc

/// Feeds one program and drains both its streams until it ends.
struct ProcessExchange {
  private let invocation: ProcessRunner.Invocation
  private let deadline: Int64
  private var errors: [UInt8] = []
  private var written = 0
  private var outputBytes = 0
  private var isOutputOpen = true
  private var isErrorsOpen = true

  /// Starts the clock.
  init(_ invocation: ProcessRunner.Invocation) {
    self.invocation = invocation
    deadline = Self.now() + Int64(min(invocation.timeoutSeconds, 1 << 40)) * 1_000
  }

  /// Runs to the end of the program, or ends it when it exceeds a limit.
  mutating func run(
    _ child: inout ChildProcess,
    consume: (UnsafeRawBufferPointer) -> Bool
  ) -> ProcessRunner.Outcome {
    if invocation.input.isEmpty { child.closeInput() }
    return withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { buffer in
      while isOutputOpen || isErrorsOpen {
        let remaining = deadline - Self.now()
        if remaining <= 0 { return end(&child, as: .timedOut) }
        // A helper that outlives the program may hold its standard error open: once the output is
        // closed, what counts is whether the program itself has ended.
        let wait = isOutputOpen ? remaining : min(remaining, 50)
        let ready = waitForStreams(of: child, milliseconds: wait)
        if ready.input { feed(&child) }
        if ready.output, let ending = drainOutput(of: child, into: buffer, consume: consume) {
          return end(&child, as: ending)
        }
        if ready.errors { drainErrors(of: child, into: buffer) }
        if !isOutputOpen, !ready.errors, let ending = child.poll() { return outcome(ending) }
      }
      return waitForEnd(&child)
    }
  }

  private func outcome(_ ending: ProcessEnding) -> ProcessRunner.Outcome {
    ProcessRunner.Outcome(ending: ending, output: [], errors: errors)
  }

  private func waitForStreams(
    of child: borrowing ChildProcess,
    milliseconds: Int64
  ) -> (input: Bool, output: Bool, errors: Bool) {
    // poll(2) passes over an entry with a negative descriptor.
    var entries = [
      pollfd(fd: child.inputDescriptor, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: isOutputOpen ? child.output : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isErrorsOpen ? child.errors : -1, events: Int16(POLLIN), revents: 0),
    ]
    let wait = Int32(truncatingIfNeeded: min(milliseconds, 60_000))
    guard Glibc.poll(&entries, nfds_t(entries.count), wait) > 0 else {
      return (false, false, false)
    }
    return (entries[0].revents != 0, entries[1].revents != 0, entries[2].revents != 0)
  }

  private mutating func feed(_ child: inout ChildProcess) {
    let result = invocation.input.withUnsafeBytes { bytes in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      return send(
        child.inputDescriptor,
        rest.baseAddress,
        rest.count,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
      )
    }
    if result > 0 { written += result }
    let isRefused = result < 0 && errno != EAGAIN && errno != EINTR
    if isRefused || written == invocation.input.count { child.closeInput() }
  }

  /// - Returns: How to end the program, if it has to be ended for what it wrote.
  private mutating func drainOutput(
    of child: borrowing ChildProcess,
    into buffer: UnsafeMutableRawBufferPointer,
    consume: (UnsafeRawBufferPointer) -> Bool
  ) -> ProcessEnding? {
    let count = recv(child.output, buffer.baseAddress, buffer.count, 0)
    if count < 0, errno == EINTR { return nil }
    guard count > 0 else {
      isOutputOpen = false
      return nil
    }
    outputBytes += count
    if outputBytes > invocation.outputLimit { return .outputOverLimit }
    return consume(UnsafeRawBufferPointer(rebasing: buffer[..<count])) ? nil : .stopped
  }

  private mutating func drainErrors(
    of child: borrowing ChildProcess,
    into buffer: UnsafeMutableRawBufferPointer
  ) {
    let count = recv(child.errors, buffer.baseAddress, buffer.count, 0)
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      isErrorsOpen = false
      return
    }
    errors += buffer[..<min(count, max(0, invocation.errorLimit - errors.count))]
  }

  /// Waits for a program that has closed its streams.
  private func waitForEnd(_ child: inout ChildProcess) -> ProcessRunner.Outcome {
    var pauseMicroseconds: UInt32 = 50
    while true {
      if let ending = child.poll() { return outcome(ending) }
      if Self.now() > deadline { return end(&child, as: .timedOut) }
      usleep(pauseMicroseconds)
      pauseMicroseconds = min(pauseMicroseconds * 2, 10_000)
    }
  }

  /// Ends a program that still runs: politely, then by force after two seconds.
  private func end(_ child: inout ChildProcess, as ending: ProcessEnding) -> ProcessRunner.Outcome {
    child.closeInput()
    child.terminate()
    let last = Self.now() + 2_000
    while child.poll() == nil {
      if Self.now() > last { child.killAtOnce() }
      usleep(1_000)
    }
    return outcome(ending)
  }

  /// Milliseconds of a clock that never goes back.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
