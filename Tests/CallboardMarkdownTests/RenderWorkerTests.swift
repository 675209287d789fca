import CallboardDiagnostics
import Foundation
import Testing

@testable import CallboardMarkdown

@Suite struct RenderWorkerTests {
  /// Runs the loop over frames in memory, without the limits that it sets on a process of its own.
  private func serve(_ frames: [[UInt8]]) throws -> [[UInt8]] {
    let requests = Pipe()
    let answers = Pipe()
    let sender = FrameStream(
      input: answers.fileHandleForReading.fileDescriptor,
      output: requests.fileHandleForWriting.fileDescriptor
    )
    for frame in frames { #expect(sender.write(frame)) }
    try requests.fileHandleForWriting.close()
    let worker = FrameStream(
      input: requests.fileHandleForReading.fileDescriptor,
      output: answers.fileHandleForWriting.fileDescriptor
    )
    RenderWorker.serve(worker) { #expect($0 == 5) }
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

  @Test func givesBackRequests() {
    let request = WorkerRequest(file: page, source: [0, 255, 10])
    #expect(WorkerRequest.decode(request.encode()) == request)
    #expect(WorkerRequest.decode(Array(request.encode().dropLast())) == nil)
    #expect(WorkerRequest.decode([]) == nil)
  }
}
