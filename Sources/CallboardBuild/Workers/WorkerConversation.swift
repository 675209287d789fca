import CallboardMarkdown
import Glibc

/// One thread's talk with one worker after another.
///
/// Every message is a frame: its length in four bytes, little-endian, then as many bytes. A worker
/// answers its requests in order, each with one frame, and may send several answers at once.
struct WorkerConversation {
  /// Enough for a worker to gather the answers to short ones, see `FrameStream`, and few enough to be
  /// asked one by one after it fails.
  private static let mostInFlight = 16
  /// Long ones are worth a message each, and are held until they are answered.
  private static let bytesInFlight = 1 << 18

  /// A request that no answer has been delivered for.
  struct Request {
    var index: Int
    var payload: [UInt8]
    /// Whether a worker failed that may have been at it, so that it is asked alone.
    var isSuspect = false
    /// Whether a failure was put down to it.
    var isBlamed = false
  }

  /// What ended the wait for the oldest request in flight.
  private enum Outcome {
    case answered([UInt8])
    case failed(WorkerFailure)
  }

  private let start: () throws(WorkerPoolError) -> WorkerProcess
  private let hello: [UInt8]?
  private let limits: WorkerLimits

  private(set) var worker: WorkerProcess?
  /// Oldest first; the worker is at one of them.
  private var inFlight: [Request] = []
  /// To be sent again.
  private var waiting: [Request] = []
  private var outgoing: [UInt8] = []
  private var sentCount = 0
  private var incoming = FrameBuffer()
  private var received = [UInt8](repeating: 0, count: 1 << 16)
  private var deadline: Double = 0

  /// Begins with an idle worker, or with a new one if there is none. Every worker that `start`
  /// starts gets `hello` as its first frame, unless that is nil, and does not answer it.
  init(
    worker: WorkerProcess?,
    start: @escaping () throws(WorkerPoolError) -> WorkerProcess,
    hello: [UInt8]?,
    limits: WorkerLimits
  ) {
    self.worker = worker
    self.start = start
    self.hello = hello
    self.limits = limits
  }

  /// Asks until there are no more requests. Several are in flight, so that the worker never waits.
  ///
  /// When a worker fails, those in flight are asked once more, each of them alone. The failure is put down to the
  /// first of them; a request to which two were put down is given up.
  mutating func run(
    next: () -> Request?,
    deliver: (Request, Result<[UInt8], WorkerFailure>) throws(WorkerPoolError) -> Void
  ) throws(WorkerPoolError) {
    while true {
      while hasRoom, inFlight.first?.isSuspect != true {
        if let first = waiting.first {
          if first.isSuspect, !inFlight.isEmpty { break }
          waiting.removeFirst()
          try send(first)
        } else if let request = next() {
          try send(request)
        } else {
          break
        }
      }
      guard !inFlight.isEmpty else { return }

      switch awaitAnswer() {
      case .answered(let bytes):
        deadline = Self.now() + limits.wallSeconds
        try deliver(inFlight.removeFirst(), .success(bytes))
      case .failed(let failure):
        var blamed = inFlight.removeFirst()
        let others = inFlight
        dropWorker()
        waiting.insert(contentsOf: others.map(\.suspected), at: 0)
        if blamed.isBlamed {
          try deliver(blamed, .failure(failure))
        } else {
          blamed.isBlamed = true
          waiting.insert(blamed.suspected, at: 0)
        }
      }
    }
  }

  /// Whether another request may be sent before one is answered. There is always one for when the worker has done another.
  private var hasRoom: Bool {
    inFlight.count < 2
      || (inFlight.count < Self.mostInFlight
        && inFlight.reduce(0) { $0 + $1.payload.count } < Self.bytesInFlight)
  }

  private mutating func send(_ request: Request) throws(WorkerPoolError) {
    if worker == nil {
      worker = try start()
      if let hello { outgoing.appendFrame(hello) }
    }
    if inFlight.isEmpty { deadline = Self.now() + limits.wallSeconds }
    inFlight.append(request)
    outgoing.appendFrame(request.payload)
  }

  private mutating func dropWorker() {
    worker = nil
    inFlight = []
    outgoing = []
    sentCount = 0
    incoming = FrameBuffer()
  }

  /// Moves bytes both ways at once, lest both sides wait for the other to read.
  private mutating func awaitAnswer() -> Outcome {
    guard let worker else { return .failed(.protocolError) }
    while true {
      if let size = incoming.nextFrameSize {
        guard size <= limits.maxResponseBytes else {
          return .failed(.responseTooLarge(bytes: size))
        }
        if let frame = incoming.takeFrame() { return .answered(frame) }
      }

      while sentCount < outgoing.count {
        guard case .done(let count) = worker.send(outgoing[sentCount...]) else { break }
        sentCount += count
      }
      if sentCount == outgoing.count {
        outgoing.removeAll(keepingCapacity: true)
        sentCount = 0
      }

      let seconds = deadline - Self.now()
      guard seconds > 0 else { return .failed(.timedOut(seconds: limits.wallSeconds)) }
      worker.wait(toSend: !outgoing.isEmpty, milliseconds: Int32(min(seconds * 1000 + 1, 1e9)))

      switch worker.receive(into: &received) {
      case .done(let count): incoming.append(received[..<count])
      case .wouldBlock: break
      case .closed: return .failed(worker.end())
      }
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension WorkerConversation.Request {
  /// The same request, to be asked alone.
  fileprivate var suspected: Self {
    var request = self
    request.isSuspect = true
    return request
  }
}
