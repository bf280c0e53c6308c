import NIOCore
import NIOHTTP1
import NIOPosix
public import Vocabulary

/// The loopback server of the pages.
public enum WorkbenchServer {
  /// Listens on 127.0.0.1 and serves `service` until the result is stopped.
  ///
  /// Blocks until the port is bound; must not be called from an event loop. Throws when the port
  /// can't be had.
  public static func start(
    service: any WorkbenchService, context: Context, options: WorkbenchOptions = WorkbenchOptions()
  ) throws -> RunningServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let worker = NIOThreadPool(numberOfThreads: 1)
    worker.start()
    do {
      let late = LateWorkbench()
      let bootstrap = bootstrap(
        on: group, worker: worker, late: late, deadlines: options.deadlines)
      let listener = try listener(bootstrap, options).wait()
      guard let port = listener.localAddress?.port else {
        throw Failure(.refused, "The page's port could not be read.")
      }
      let workbench = Workbench(
        service: service, context: context, options: options, port: port)
      late.set(workbench)
      return RunningServer(
        group: group, worker: worker, listener: listener, workbench: workbench, port: port)
    } catch {
      try? group.syncShutdownGracefully()
      try? worker.syncShutdownGracefully()
      throw error
    }
  }

  private static func listener(
    _ bootstrap: ServerBootstrap, _ options: WorkbenchOptions
  ) throws -> EventLoopFuture<any Channel> {
    if let socket = options.listener { return bootstrap.withBoundSocket(socket) }
    // An address, not a name: nothing is looked up.
    return bootstrap.bind(to: try SocketAddress(ipAddress: "127.0.0.1", port: options.port))
  }

  private static func bootstrap(
    on group: MultiThreadedEventLoopGroup, worker: NIOThreadPool, late: LateWorkbench,
    deadlines: Deadlines
  ) -> ServerBootstrap {
    let connections = ConnectionCount(limit: WebLimits.connections)
    return ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        guard connections.enter() else { return channel.close() }
        channel.closeFuture.whenComplete { _ in connections.leave() }
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: true, withErrorHandling: false)
          try pipeline.addHandler(
            RequestHandler(worker: worker, workbench: late, deadlines: deadlines))
        }
      }
  }
}
