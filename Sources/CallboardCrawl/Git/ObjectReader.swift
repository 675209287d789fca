import Glibc
import Synchronization

/// Reads objects through one `git cat-file --batch` that stays, a read at a time.
final class ObjectReader: Sendable {
  private let git: Git
  private let repository: String
  /// Where the objects are, if not in the repository.
  private let objects: String?
  private let state = Mutex<State>(State())

  private struct State: ~Copyable {
    /// nil before the first read, and after a failure, whose rest of an answer is of no use.
    var child: ChildProcess?
    /// What has been received and not yet used.
    var buffer: [UInt8] = []
  }

  /// Starts nothing before the first read.
  init(git: Git, repository: String, objects: String? = nil) {
    self.git = git
    self.repository = repository
    self.objects = objects
  }

  /// Reads a blob. Its size is what the listing says; an answer of another size is refused.
  func contents(ofBlob id: String, size: Int) throws(ReadError) -> [UInt8] {
    try contents(ofBlob: id, sizes: size...size)
  }

  /// Reads a blob whose size is not known. One that is too large costs a process.
  func contents(ofBlob id: String, limit: Int) throws(ReadError) -> [UInt8] {
    try contents(ofBlob: id, sizes: 0...max(0, limit))
  }

  private func contents(
    ofBlob id: String,
    sizes: ClosedRange<Int>
  ) throws(ReadError) -> [UInt8] {
    let result: Result<[UInt8], ReadError> = state.withLock { state in
      do throws(ReadError) {
        return .success(try read(id, sizes: sizes, state: &state))
      } catch {
        state = State()
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func read(
    _ id: String,
    sizes: ClosedRange<Int>,
    state: inout State
  ) throws(ReadError) -> [UInt8] {
    if state.child == nil { state.child = try start() }
    guard let input = state.child?.inputDescriptor, let output = state.child?.output else {
      throw .objects(reason: "git is not running")
    }
    let request = Array("\(id)\n".utf8)
    guard send(input, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
      throw .objects(reason: "git has ended")
    }
    let header = try line(from: output, buffer: &state.buffer)
    // "<id> blob <size>", or "<id> missing".
    let fields = header.split(separator: UInt8(ascii: " "))
    guard fields.count == 3, fields[1].elementsEqual("blob".utf8),
      let size = Int(String(decoding: fields[2], as: UTF8.self)), size >= sizes.lowerBound
    else { throw .objects(reason: "the object is missing or damaged") }
    guard size <= sizes.upperBound else {
      throw .tooLarge(bytes: size, limit: sizes.upperBound)
    }
    // A newline follows the contents.
    try fill(to: size + 1, from: output, buffer: &state.buffer)
    let contents = Array(state.buffer.prefix(size))
    state.buffer.removeFirst(size + 1)
    return contents
  }

  private func start() throws(ReadError) -> ChildProcess {
    let call: ProcessRunner.Invocation
    do throws(CrawlError) {
      call = try git.invocation(
        ["cat-file", "--batch"],
        in: repository,
        reach: .local(objects: objects)
      )
    } catch {
      throw .objects(reason: error.description)
    }
    do throws(ProcessError) {
      return try ChildProcess(
        executable: call.program,
        arguments: call.arguments,
        environment: call.environment,
        errorStream: .discarded
      )
    } catch {
      throw .objects(reason: CrawlError(error).description)
    }
  }

  private func line(from output: Int32, buffer: inout [UInt8]) throws(ReadError) -> [UInt8] {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return line
      }
      guard buffer.count < 4_096 else { throw .objects(reason: "git gave no sensible answer") }
      try fill(to: buffer.count + 1, from: output, buffer: &buffer)
    }
  }

  private func fill(
    to count: Int,
    from output: Int32,
    buffer: inout [UInt8]
  ) throws(ReadError) {
    while buffer.count < count {
      var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let milliseconds = Int32(clamping: git.limits.gitSeconds * 1_000)
      let ready = poll(&entry, 1, milliseconds)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw .objects(reason: "git took too long") }
      let start = buffer.count
      let room = max(64 << 10, count - start)
      var received = 0
      buffer.reserveCapacity(start + room)
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { memory, initialized in
        received = recv(output, memory.baseAddress, room, 0)
        initialized = max(0, received)
      }
      if received < 0, errno == EINTR { continue }
      guard received > 0 else { throw .objects(reason: "git has ended") }
      buffer += chunk
    }
  }
}

/// The running readers of a build, at most a few at a time however many repositories there are.
final class ObjectReaderPool: Sendable {
  private let git: Git
  /// The one used last stands last.
  private let readers = Mutex<[(repository: String, reader: ObjectReader)]>([])

  /// Each reader is a process and two descriptors.
  private static let capacity = 16

  init(git: Git) {
    self.git = git
  }

  /// The reader of a repository. One that is pushed out ends when its last read is done.
  func reader(of repository: String) -> ObjectReader {
    readers.withLock { readers in
      let found = readers.firstIndex { $0.repository == repository }
      let entry =
        found.map { readers.remove(at: $0) }
        ?? (repository, ObjectReader(git: git, repository: repository))
      if readers.count >= Self.capacity { readers.removeFirst() }
      readers.append(entry)
      return entry.1
    }
  }
}
