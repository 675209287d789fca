import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers the requests of one connection.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let audience: Audience
  private let rule: HostRule
  /// The request that is being read.
  private var head: HTTPRequestHead?
  /// Whether the connection carries events from now on.
  private var isStreaming = false

  init(audience: Audience, rule: HostRule) {
    self.audience = audience
    self.rule = rule
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head, !isStreaming else { return }
      self.head = nil
      answer(head, response(to: head), context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    if isStreaming { audience.leave(context.channel) }
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is IdleStateHandler.IdleStateEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    // A comment keeps a stream open through whatever closes silent connections.
    guard isStreaming else { return context.close(promise: nil) }
    write(body: Array(": still here\n\n".utf8), context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A browser that went away in the middle of an answer; there is nobody to tell.
    context.close(promise: nil)
  }

  private func response(to head: HTTPRequestHead) -> Response {
    guard rule.allows(head.headers.first(name: "host")) else {
      return .refused(status: 421, reason: "This server answers to names of its own machine only.")
    }
    guard head.method == .GET || head.method == .HEAD else {
      return .refused(status: 405, reason: "This server answers GET and HEAD only.")
    }
    guard let target = RequestTarget(head.uri) else {
      return .refused(status: 400, reason: "The address cannot be understood.")
    }
    return audience.response(to: target)
  }

  private func answer(
    _ head: HTTPRequestHead,
    _ response: Response,
    _ context: ChannelHandlerContext
  ) {
    var headers = HTTPHeaders([
      ("cache-control", "no-store"), ("x-content-type-options", "nosniff"),
      ("cross-origin-resource-policy", "same-origin"),
    ])
    var status = 200
    var body: [UInt8] = []
    switch response {
    case .events(let path, let build):
      isStreaming = head.method == .GET
      headers.add(name: "content-type", value: "text/event-stream")
      write(head: .ok, headers, context)
      guard isStreaming else { return end(head, context) }
      context.flush()
      return audience.join(context.channel, path: path, build: build)
    case .searchFile(let path):
      return answerLater(head, context) { [audience] in audience.response(withSearchFile: path) }
    case .file(let code, let type, let bytes):
      (status, body) = (code, bytes)
      headers.add(name: "content-type", value: type)
    case .redirect(let address):
      status = 302
      headers.add(name: "location", value: address)
    case .refused(let code, let reason):
      (status, body) = (code, Array("\(reason)\n".utf8))
      headers.add(name: "content-type", value: "text/plain; charset=utf-8")
      if code == 405 { headers.add(name: "allow", value: "GET, HEAD") }
    }
    headers.add(name: "content-length", value: String(body.count))
    write(head: HTTPResponseStatus(statusCode: status), headers, context)
    if head.method != .HEAD { write(body: body, context) }
    end(head, context)
  }

  /// Answers once a thread of another kind has found out what; meanwhile this one serves others.
  private func answerLater(
    _ head: HTTPRequestHead,
    _ context: ChannelHandlerContext,
    _ find: @escaping @Sendable () -> Response
  ) {
    let place = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop, find).whenSuccess {
      place.value.handler.answer(head, $0, place.value.context)
    }
  }

  private func write(
    head status: HTTPResponseStatus,
    _ headers: HTTPHeaders,
    _ context: ChannelHandlerContext
  ) {
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
  }

  private func write(body: [UInt8], _ context: ChannelHandlerContext) {
    context.writeAndFlush(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))),
      promise: nil
    )
  }

  private func end(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard head.isKeepAlive else {
      let channel = context.channel
      return context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
        channel.close(promise: nil)
      }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
