import Foundation

extension PrivateCluster {
  /// What a start found to do.
  package enum StartOutcome: Sendable, Equatable {
    case created
    case started
    case wasRunning
  }

  /// Makes the data folder and the database where they are missing, and starts the server.
  package func start() async throws(PrivateDatabaseError) -> StartOutcome {
    try await onOwnThread { () throws(PrivateDatabaseError) in try startHere() }
  }

  /// Stops the server, ending open connections; false if it wasn't running.
  package func stop() async throws(PrivateDatabaseError) -> Bool {
    try await onOwnThread { () throws(PrivateDatabaseError) in
      guard FileStatus.of(settings.home) != nil, isRunning else { return false }
      return try holdingLock { () throws(PrivateDatabaseError) in try stopLocked() }
    }
  }

  /// Stops the server and deletes all that a start has made; foreign files stay.
  package func delete() async throws(PrivateDatabaseError) {
    try await onOwnThread { () throws(PrivateDatabaseError) in
      guard FileStatus.of(settings.home) != nil else { return }
      try holdingLock { () throws(PrivateDatabaseError) in try deleteLocked() }
    }
  }

  private func startHere() throws(PrivateDatabaseError) -> StartOutcome {
    let installed = try installedPrograms()
    try makeFolder(settings.home, mode: geteuid() == 0 ? 0o755 : 0o700)
    return try holdingLock { () throws(PrivateDatabaseError) in
      try startLocked(installed: installed)
    }
  }

  private func startLocked(
    installed: [ServerPrograms]
  ) throws(PrivateDatabaseError) -> StartOutcome {
    let server = try Server(cluster: self, installed: installed)
    let version = try folders.dataVersion()
    if version == nil {
      try server.checkFolders()
      try server.initialize()
    }
    if let process = ServerProcess.live(dataFolder: folders.data) {
      try server.waitUntilReady(process)
      try server.ensureDatabase()
      return .wasRunning
    }
    try server.checkFolders()
    try server.launch()
    try server.ensureDatabase()
    return version == nil ? .created : .started
  }

  private func stopLocked() throws(PrivateDatabaseError) -> Bool {
    guard isRunning else { return false }
    let server = try Server(cluster: self, installed: try installedPrograms())
    let stopping = server.account.run(
      server.programs.path("pg_ctl"),
      ["-D", folders.data, "-m", "fast", "-w", "-s", "-t", "300", "stop"])
    guard stopping.succeeded else { throw .stopFailed(output: stopping.output) }
    return true
  }

  private func deleteLocked() throws(PrivateDatabaseError) {
    _ = try stopLocked()
    let owner = FileStatus.of(folders.data)?.owner ?? geteuid()
    let unfinished = entries(of: settings.home)
      .filter { $0.hasPrefix(HomeFolders.newDataPrefix) }
      .map { "\(settings.home)/\($0)" }
    let made =
      [
        folders.socketFolder(userID: owner), folders.socketRecord, folders.log, folders.data,
      ] + unfinished + ["\(settings.home)/lock"]
    for path in made where FileStatus.of(path) != nil {
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw .folderNotWritable(path, reason: "\(error)")
      }
    }
    // Fails, as it should, where foreign files are left.
    rmdir(settings.home)
  }

  /// Does the work while no other process starts, stops or deletes this home.
  private func holdingLock<Value>(
    _ work: () throws(PrivateDatabaseError) -> Value
  ) throws(PrivateDatabaseError) -> Value {
    let path = "\(settings.home)/lock"
    // Not inherited by the server, who would otherwise hold it for its whole life. The operating
    // system frees it when the process ends in any way.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw fileError(settings.home) }
    defer { close(descriptor) }
    let deadline = ContinuousClock.now + .seconds(settings.lockSeconds)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard ContinuousClock.now < deadline else {
        throw .busy(home: settings.home, seconds: settings.lockSeconds)
      }
      usleep(20_000)
    }
    return try work()
  }

  /// The server's programs on this machine, newest first, at least one.
  func installedPrograms() throws(PrivateDatabaseError) -> [ServerPrograms] {
    let places =
      settings.programFolders
      ?? ServerPrograms.usualFolders(environment: ProcessInfo.processInfo.environment)
    let found = ServerPrograms.installed(in: places)
    guard let newest = found.first else { throw .serverNotInstalled(lookedIn: places) }
    guard newest.majorVersion >= ServerPrograms.oldestMajorVersion else {
      throw .serverTooOld(
        found: newest.majorVersion, needed: ServerPrograms.oldestMajorVersion)
    }
    return found.filter { $0.majorVersion >= ServerPrograms.oldestMajorVersion }
  }
}
