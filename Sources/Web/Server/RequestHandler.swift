import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection: collects a request under its limits, has it answered on the worker's thread,
/// writes the response. Requests of a connection come one after the other.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private enum State {
    case waiting
    case collecting(RequestCollector)
    case answering
    case closing
  }

  private let worker: NIOThreadPool
  private let workbench: LateWorkbench
  private let deadlines: Deadlines
  private var state = State.waiting
  private var deadline: Scheduled<Void>?

  init(worker: NIOThreadPool, workbench: LateWorkbench, deadlines: Deadlines) {
    self.deadlines = deadlines
    self.worker = worker
    self.workbench = workbench
  }

  func channelActive(context: ChannelHandlerContext) {
    setDeadline(deadlines.request, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    state = .closing
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body(let part): collect(part, context)
    case .end: finish(context)
    }
  }

  /// What the parser refuses is answered like anything else, and the connection ends.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch (state, error) {
    case (.waiting, _ as HTTPParserError), (.collecting, _ as HTTPParserError):
      let tooLong = (error as? HTTPParserError) == .headerOverflow
      refuse(tooLong ? .head : .form, context)
    default: context.close(promise: nil)
    }
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard case .waiting = state else { return }
    setDeadline(deadlines.request, context)
    do throws(Problem) {
      state = .collecting(try RequestCollector(head))
    } catch {
      refuse(error, context)
    }
  }

  private func collect(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
    guard case .collecting(var collector) = state else { return }
    // Not held twice, or every part would copy all that came before.
    state = .waiting
    do throws(Problem) {
      try collector.add(part)
      state = .collecting(collector)
    } catch {
      refuse(error, context)
    }
  }

  private func finish(_ context: ChannelHandlerContext) {
    guard let (handover, keepAlive) = takeRequest() else { return }
    deadline?.cancel()
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    worker.runIfActive(eventLoop: context.eventLoop) { [workbench] in
      guard var request = handover.take(), let workbench = workbench.value else {
        return Response.problem(Problem(503, "early", "Try again."))
      }
      defer { request.body.wipe() }
      return workbench.respond(to: request)
    }.whenComplete { result in
      guard case .success(let response) = result else { return bound.value.close(promise: nil) }
      handler.value.send(response, keepAlive: keepAlive, bound.value)
    }
  }

  /// The collected request, which this connection then no longer holds.
  private func takeRequest() -> (Handover, keepAlive: Bool)? {
    guard case .collecting(let collector) = state else { return nil }
    state = .answering
    return (Handover(collector.request), collector.keepAlive)
  }

  /// Answers without asking anyone, and closes: what follows on this connection isn't read.
  private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    state = .answering
    var response = Response.problem(problem)
    SecurityHeaders.add(to: &response)
    send(response, keepAlive: false, context)
  }

  private func send(_ response: Response, keepAlive: Bool, _ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    setDeadline(deadlines.response, context)
    let head = ResponseHead.make(response, keepAlive: keepAlive)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let body = context.channel.allocator.buffer(bytes: response.body)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    // Before the end is written: a request that waits behind this one is handed on at once then.
    state = keepAlive ? .waiting : .closing
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      handler.value.sent(keepAlive: keepAlive, bound.value)
    }
  }

  private func sent(keepAlive: Bool, _ context: ChannelHandlerContext) {
    guard keepAlive else { return context.close(promise: nil) }
    if case .waiting = state { setDeadline(deadlines.idle, context) }
  }

  /// A client that isn't through by then is dropped.
  private func setDeadline(_ milliseconds: Int64, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
      channel.close(promise: nil)
    }
  }
}
