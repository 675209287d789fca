import CallboardDiagnostics
import Foundation
import Testing

@testable import CallboardMarkdown

@Suite struct RenderWorkerTests {
  /// Runs the loop over frames in memory, without the limits that it sets on a process of its own.
  private func serve(_ frames: [[UInt8]]) throws -> [[UInt8]] {
    let requests = Pipe()
    let answers = Pipe()
    var sender = FrameStream(
      input: answers.fileHandleForReading.fileDescriptor,
      output: requests.fileHandleForWriting.fileDescriptor
    )
    var isSent = frames.allSatisfy { sender.write($0) }
    isSent = sender.flush() && isSent
    #expect(isSent)
    try requests.fileHandleForWriting.close()
    var worker = FrameStream(
      input: requests.fileHandleForReading.fileDescriptor,
      output: answers.fileHandleForWriting.fileDescriptor
    )
    RenderWorker.serve(&worker) { #expect($0 == 5) }
    try answers.fileHandleForWriting.close()
    var received: [[UInt8]] = []
    while let answer = sender.read() { received.append(answer) }
    return received
  }

  private let options = MarkdownOptions(highlightsCode: false)

  @Test func answersEachPageWithWhatTheCacheStores() throws {
    let texts = ["# A\n", "", "<script>x</script>\n"]
    let requests = texts.map { WorkerRequest(file: page, source: Array($0.utf8)).encode() }
    let answers = try serve([options.encode()] + requests)
    #expect(answers == texts.map { DocumentCoder.encode(render($0)) })
  }

  @Test func endsAtADamagedFrame() throws {
    let good = WorkerRequest(file: page, source: []).encode()
    #expect(try serve([]).isEmpty)
    #expect(try serve([[1, 2, 3], good]).isEmpty)
    #expect(try serve([options.encode(), good, [9], good]).count == 1)
  }

  /// One that waits for the next page would not hear of the one before if that waited for the same.
  @Test func sendsAnswersBeforeItWaits() throws {
    let (requests, answers) = (Pipe(), Pipe())
    var sender = FrameStream(
      input: answers.fileHandleForReading.fileDescriptor,
      output: requests.fileHandleForWriting.fileDescriptor
    )
    let options = options.encode()
    let thread = Thread {
      var worker = FrameStream(
        input: requests.fileHandleForReading.fileDescriptor,
        output: answers.fileHandleForWriting.fileDescriptor
      )
      RenderWorker.serve(&worker) { _ in }
    }
    thread.start()
    var isSent = sender.write(options)
    for text in ["# A\n", "# B\n"] {
      let request = WorkerRequest(file: page, source: Array(text.utf8))
      isSent = sender.write(request.encode()) && isSent
      let answer = sender.read()
      #expect(answer == DocumentCoder.encode(render(text)))
    }
    #expect(isSent)
    try requests.fileHandleForWriting.close()
  }

  @Test func sendsWholeFramesOneBehindTheOther() throws {
    let (there, back) = (Pipe(), Pipe())
    var stream = FrameStream(
      input: back.fileHandleForReading.fileDescriptor,
      output: there.fileHandleForWriting.fileDescriptor
    )
    try back.fileHandleForWriting.write(contentsOf: [1, 0, 0, 0, 9])
    let received = stream.read()
    #expect(received == [9])
    let isSent = stream.write([1]) && stream.write([2, 3]) && stream.flush()
    #expect(isSent)
    let sent = there.fileHandleForReading.availableData
    #expect(Array(sent) == [1, 0, 0, 0, 1, 2, 0, 0, 0, 2, 3])
  }

  @Test func givesBackRequests() {
    let request = WorkerRequest(file: page, source: [0, 255, 10])
    #expect(WorkerRequest.decode(request.encode()) == request)
    #expect(WorkerRequest.decode(Array(request.encode().dropLast())) == nil)
    #expect(WorkerRequest.decode([]) == nil)
  }
}
