import Foundation
import Synchronization

/// A Unix socket in front of a server's, through which everything goes until it is cut.
final class SocketProxy: Sendable {
  /// The folder of its socket, as libpq's host.
  let folder: String
  private let server: String
  private let listener: Int32
  private let state = Mutex(State())

  private struct State {
    var links: [Link] = []
    /// Whether new connections are turned away.
    var isCut = false
    var isClosed = false
  }

  private static let socketName = ".s.PGSQL.5432"

  /// A socket before the server's.
  ///
  /// - Parameter connectionInfo: how libpq reaches the server, by its socket's folder.
  /// - Throws: `POSIXError`.
  init(before connectionInfo: String) throws {
    let host = connectionInfo.split(separator: "host='").last?.prefix { $0 != "'" } ?? ""
    server = "\(host)/\(Self.socketName)"
    folder = "/tmp/shanhai-proxy-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let isBound = Self.withAddress("\(folder)/\(Self.socketName)") { bind(listener, $0, $1) == 0 }
    guard listener >= 0, isBound, listen(listener, 64) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    Thread.detachNewThread { self.takeConnections() }
  }

  /// As the server's, by way of this socket.
  func connectionInfo(_ connectionInfo: String) -> String {
    connectionInfo.replacing(
      server.dropLast(Self.socketName.count + 1), with: folder, maxReplacements: 1)
  }

  /// Cuts all connections there are; new ones are turned away until `mend`.
  ///
  /// - Returns: how many there were.
  @discardableResult
  func cut() -> Int {
    let links = state.withLock { state in
      state.isCut = true
      defer { state.links = [] }
      return state.links
    }
    return links.count { $0.cut() }
  }

  func mend() { state.withLock { $0.isCut = false } }

  func close() {
    cut()
    state.withLock { $0.isClosed = true }
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func takeConnections() {
    while !state.withLock({ $0.isClosed }) {
      var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 50) > 0 else { continue }
      let client = accept(listener, nil, nil)
      guard client >= 0 else { continue }
      let far = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      let isReached = Self.withAddress(server) { connect(far, $0, $1) == 0 }
      let link = Link(client: client, server: far)
      let isOpen = state.withLock { state in
        if !state.isCut { state.links.append(link) }
        return !state.isCut
      }
      link.start()
      if !isOpen || !isReached { link.cut() }
    }
    Glibc.close(listener)
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Bool
  ) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

/// One connection: two threads, each carrying bytes one way.
private final class Link: Sendable {
  private let client: Int32
  private let server: Int32
  /// The threads that have ended; with the second the sockets are closed.
  private let ended = Mutex(0)

  init(client: Int32, server: Int32) {
    self.client = client
    self.server = server
  }

  func start() {
    Thread.detachNewThread { self.carry(self.client, self.server) }
    Thread.detachNewThread { self.carry(self.server, self.client) }
  }

  /// - Returns: whether it was open.
  @discardableResult
  func cut() -> Bool {
    ended.withLock { ended in
      guard ended < 2 else { return false }
      for end in [client, server] { shutdown(end, Int32(SHUT_RDWR)) }
      return ended == 0
    }
  }

  private func carry(_ from: Int32, _ to: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    carrying: while true {
      let count = read(from, &buffer, buffer.count)
      guard count > 0 else { break }
      var sent = 0
      while sent < count {
        let more = buffer[sent..<count].withUnsafeBytes {
          send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard more > 0 else { break carrying }
        sent += more
      }
    }
    cut()
    ended.withLock { ended in
      ended += 1
      if ended == 2 { for end in [client, server] { close(end) } }
    }
  }
}
