import CallboardBuild
import Foundation

/// A worker that does what its requests say, one after another.
///
/// A shell script around `dd` and friends would be slow and Python is not everywhere, so tests that
/// need it are skipped where there is no Python.
enum TestWorker {
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Answers a request with `hello:request`, except for the ones below. Greeted with `gather`, it holds
  /// answers back while further requests are there.
  private static let script = """
    import os, select, signal, struct, sys, time
    target = sys.stdout.buffer
    gathers = False
    def take(count):
        taken = b''
        while len(taken) < count:
            part = os.read(0, count - len(taken))
            if not part: sys.exit(0)
            taken += part
        return taken
    def frame():
        if gathers and not select.select([0], [], [], 0)[0]: target.flush()
        return take(struct.unpack('<I', take(4))[0])
    def answer(payload):
        target.write(struct.pack('<I', len(payload)) + payload)
        if not gathers: target.flush()
    hello = frame()
    gathers = hello == b'gather'
    if hello == b'unfit': sys.exit(64)
    while True:
        request = frame()
        words = request.split(b' ')
        if words[0] == b'crash': os.kill(os.getpid(), signal.SIGSEGV)
        if words[0] == b'exit': sys.exit(int(words[1]))
        if words[0] == b'hang': time.sleep(1000)
        if words[0] == b'grow': answer(b'x' * int(words[1]))
        elif words[0] == b'chat':
            target.write(struct.pack('<I', 3) + b'one'); answer(b'two')
        elif words[0] == b'close': os.close(0); os.close(1); time.sleep(1000)
        elif words[0] == b'pid': answer(str(os.getpid()).encode())
        elif words[0] == b'environment': answer(str(sorted(os.environ.items())).encode())
        elif words[0] == b'files': answer(' '.join(os.listdir('/proc/self/fd')).encode())
        elif words[0] == b'once':
            if os.path.exists(words[1]): answer(b'survived')
            else:
                open(words[1], 'w').close()
                os.kill(os.getpid(), signal.SIGKILL)
        else: answer(hello + b':' + request)
    """

  static func pool(
    count: Int = 2,
    hello: String = "hello",
    wallSeconds: Double = 20,
    maxResponseBytes: Int = 1 << 24
  ) throws -> WorkerPool {
    WorkerPool(
      executable: python ?? "",
      arguments: ["-S", "-E", "-c", script],
      count: count,
      hello: Array(hello.utf8),
      limits: WorkerLimits(wallSeconds: wallSeconds, maxResponseBytes: maxResponseBytes)
    )
  }
}

extension WorkerPool {
  /// Asks all requests; the answers as text, in the order of the requests.
  func answers(to requests: [String]) throws(WorkerPoolError) -> [Result<String, WorkerFailure>] {
    let collected = ResultCollector()
    try map(count: requests.count) {
      Array(requests[$0].utf8)
    } deliver: { index, result in
      collected.store(result.map { String(decoding: $0, as: UTF8.self) }, at: index)
    }
    return collected.inOrder
  }
}
