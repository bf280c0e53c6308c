import NIOCore
import NIOPosix
import Synchronization

/// A server that listens, until `stop`.
public final class RunningServer: Sendable {
  /// The address to open in a browser, such as `http://127.0.0.1:38417/`.
  public let url: String
  /// The port on 127.0.0.1.
  public let port: Int
  private let group: MultiThreadedEventLoopGroup
  private let worker: NIOThreadPool
  private let listener: any Channel
  private let workbench: Workbench
  private let idleCheck: RepeatedTask
  private let stopped = Mutex(false)

  init(
    group: MultiThreadedEventLoopGroup, worker: NIOThreadPool, listener: any Channel,
    workbench: Workbench, port: Int
  ) {
    self.group = group
    self.worker = worker
    self.listener = listener
    self.workbench = workbench
    self.port = port
    url = "http://127.0.0.1:\(port)/"
    idleCheck = listener.eventLoop.scheduleRepeatedTask(
      initialDelay: .seconds(10), delay: .seconds(10)
    ) { _ in
      worker.submit { state in
        if case .active = state { workbench.closeIfIdle() }
      }
    }
  }

  /// Stops listening, signs out who is signed in, and ends the threads. Blocks until all of it is
  /// done; a second call does nothing. Must not be called from an event loop.
  public func stop() {
    let first = stopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    guard first else { return }
    idleCheck.cancel()
    try? listener.close().wait()
    // On the worker's thread, like every other call to the service.
    try? worker.runIfActive(eventLoop: group.any()) { [workbench] in workbench.close() }.wait()
    try? group.syncShutdownGracefully()
    try? worker.syncShutdownGracefully()
  }
}
