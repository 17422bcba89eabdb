import Glibc
import Synchronization

/// A thread that runs the jobs of one actor, so that waiting for the server keeps no thread of
/// Swift's own pool busy.
final class ConnectionThread: SerialExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  /// Counts what there is to do.
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
    runOnNewThread { [self] in work() }
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    sem_post(semaphore)
  }

  /// Lets the thread end after the jobs it has; none may be enqueued from now on.
  func stop() {
    state.withLock { $0.isStopped = true }
    sem_post(semaphore)
  }

  private func work() {
    while true {
      while sem_wait(semaphore) != 0 {}
      let (job, isStopped) = state.withLock { state in
        (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isStopped)
      }
      if let job {
        job.runSynchronously(on: asUnownedSerialExecutor())
      } else if isStopped {
        return
      }
    }
  }
}

/// Runs `body` on a thread of its own, which ends with it.
func runOnNewThread(_ body: @escaping @Sendable () -> Void) {
  let work = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { argument in
      if let argument {
        Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().body()
      }
      return nil
    }, work.toOpaque())
  precondition(status == 0, "the system gives no further thread: error \(status)")
  pthread_detach(thread)
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// A descriptor that becomes readable: it interrupts a `poll`.
final class WakeUp: Sendable {
  /// The end of a pipe that is read.
  let descriptor: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "the system gives no further descriptor: error \(errno)")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  func signal() { write(writeEnd, [1], 1) }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}

/// The cancellation of one unit of work, asked for from any thread.
final class Interruption: Sendable {
  let wakeUp: WakeUp
  private let flag = Atomic(false)

  init(_ wakeUp: WakeUp) { self.wakeUp = wakeUp }

  var isCancelled: Bool { flag.load(ordering: .acquiring) }

  func cancel() {
    flag.store(true, ordering: .releasing)
    wakeUp.signal()
  }
}
