import Foundation

/// The server of one home: its programs, its user, and the steps from nothing to running.
///
/// Who calls these steps holds the home's lock.
struct Server {
  let settings: PrivateCluster.Settings
  let cluster: PrivateCluster
  let folders: HomeFolders
  let programs: ServerPrograms
  let account: ServerAccount

  /// Chooses the programs: those of the data's major version, or the newest for a new folder.
  init(cluster: PrivateCluster, installed: [ServerPrograms]) throws(PrivateDatabaseError) {
    self.cluster = cluster
    self.settings = cluster.settings
    self.folders = cluster.folders
    let version = try folders.dataVersion()
    let fitting = installed.first { version == nil || "\($0.majorVersion)" == version }
    guard let fitting else {
      throw .anotherMajorVersion(
        folder: folders.data, found: version ?? "", installed: installed.map(\.majorVersion))
    }
    self.programs = fitting
    self.account = try .find(dataFolder: folders.data, defaultName: settings.serverUser)
  }

  var socketFolder: String { folders.socketFolder(userID: account.userID) }

  /// Makes the log's and the socket's folders and checks that the server's user gets to them.
  func checkFolders() throws(PrivateDatabaseError) {
    let foreign = entries(of: folders.home).contains { $0 != "lock" }
    if account.stepsDown, !foreign, FileStatus.of(folders.home)?.owner == 0 {
      // A folder that root has just made, perhaps by `mktemp`, which closes it to all others.
      chmod(folders.home, 0o755)
    }
    if account.stepsDown, let closed = account.firstClosedFolder(onTheWayTo: folders.home) {
      throw .folderUnreachable(closed, user: account.name)
    }
    try makePrivateFolder(folders.log)
    try makePrivateFolder(socketFolder)
    if folders.isSocketElsewhere {
      try writeText("\(socketFolder)\n", to: folders.socketRecord, owner: account)
    }
  }

  /// Makes the data folder: complete under another name first, so that a half-made one is never
  /// taken for data.
  func initialize() throws(PrivateDatabaseError) {
    for name in entries(of: folders.home) where name.hasPrefix(HomeFolders.newDataPrefix) {
      try? FileManager.default.removeItem(atPath: "\(folders.home)/\(name)")
    }
    let free = freeBytes(at: folders.home)
    guard free >= PrivateCluster.neededBytes else {
      throw .diskFull(
        folder: folders.home, freeBytes: free, neededBytes: PrivateCluster.neededBytes)
    }
    let new =
      "\(folders.home)/\(HomeFolders.newDataPrefix)\(getpid())-\(UInt32.random(in: 0 ... .max))"
    try makePrivateFolder(new)
    var made = initialize(new, locale: "C.UTF-8")
    if made.output.contains("invalid locale name") { made = initialize(new, locale: "C") }
    guard made.succeeded else {
      try? FileManager.default.removeItem(atPath: new)
      throw isDiskFull(made.output) ?? .initializationFailed(output: made.output)
    }
    try writeText(
      ServerSettings.initial, to: "\(new)/postgresql.conf", appending: true, owner: account)
    try writeText("", to: "\(new)/shanhai.conf", owner: account)
    guard rename(new, folders.data) == 0 else { throw fileError(folders.data) }
    syncFolder(folders.home)
  }

  private func initialize(_ folder: String, locale: String) -> Subprocess {
    account.run(
      programs.path("initdb"),
      [
        "-D", folder, "-U", PrivateCluster.adminRole, "-E", "UTF8", "--locale=\(locale)",
        "--data-checksums", "--auth-local=trust", "--auth-host=reject",
      ] + (settings.isDurable ? [] : ["--no-sync"]))
  }

  /// Starts the server and waits until it takes connections.
  func launch() throws(PrivateDatabaseError) {
    try clearLeftovers()
    try writeText(
      ServerSettings.each(socketFolder: socketFolder, isDurable: settings.isDurable),
      to: folders.settings, owner: account)
    // Backends that outlive a killed server end by themselves within seconds.
    let deadline = ContinuousClock.now + .seconds(15)
    while true {
      let offset = FileManager.default.contents(atPath: folders.logFile)?.count ?? 0
      let starting = account.run(
        programs.path("pg_ctl"),
        ["-D", folders.data, "-l", folders.logFile, "-w", "-s", "-t", "300", "start"])
      if starting.succeeded { return }
      let log = folders.logTail(from: offset)
      if log.contains("pre-existing shared memory block"), ContinuousClock.now < deadline {
        usleep(200_000)
        continue
      }
      let words = log.isEmpty ? starting.output : log
      throw isDiskFull(words + starting.output) ?? .startFailed(log: words)
    }
  }

  /// Waits for a server that another process has started, or that still recovers.
  func waitUntilReady(_ process: ServerProcess) throws(PrivateDatabaseError) {
    let deadline = ContinuousClock.now + .seconds(300)
    var process: ServerProcess? = process
    while process?.isReady != true {
      guard ContinuousClock.now < deadline, process != nil else {
        throw .startFailed(log: folders.logTail(from: 0))
      }
      usleep(50_000)
      process = ServerProcess.live(dataFolder: folders.data)
    }
  }

  /// Makes the program's database unless it is there.
  func ensureDatabase() throws(PrivateDatabaseError) {
    let reached = Subprocess.run(
      programs.path("psql"), ["-X", "-q", "-c", "", "-d", cluster.connectionInfo])
    if reached.succeeded { return }
    let made = run("createdb", ["--", settings.database])
    guard made.succeeded else {
      throw isDiskFull(made.output)
        ?? .databaseNotCreated(settings.database, output: made.output)
    }
  }

  /// Runs one of the server's client programs, such as `createdb`, as the admin role.
  func run(_ program: String, _ arguments: [String]) -> Subprocess {
    .run(
      programs.path(program),
      ["-h", socketFolder, "-p", "\(HomeFolders.port)", "-U", PrivateCluster.adminRole, "-w"]
        + arguments)
  }

  /// Removes what a killed server leaves behind and a later one would stumble over.
  private func clearLeftovers() throws(PrivateDatabaseError) {
    let socket = "\(socketFolder)/.s.PGSQL.\(HomeFolders.port)"
    unlink(socket)
    unlink("\(socket).lock")
    // The server refuses to start if the file names a living process, which after a reboot may be
    // anything. The file itself has to stay: its shared memory key guards against backends that
    // outlived their server. So it gets a number that no process has.
    let file = "\(folders.data)/postmaster.pid"
    if let text = readText(file), let end = text.firstIndex(of: "\n") {
      try writeText("999999999" + text[end...], to: file, owner: account)
    }
    let log = FileManager.default.contents(atPath: folders.logFile)?.count ?? 0
    if log > 10 << 20 { rename(folders.logFile, "\(folders.logFile).old") }
  }

  /// Makes a folder that only the server's user may enter, or checks that it is one.
  ///
  /// An empty one of this process's own user was made by a program that was killed before it gave
  /// it to the server's.
  private func makePrivateFolder(_ path: String) throws(PrivateDatabaseError) {
    if mkdir(path, 0o700) == 0 {
      guard chown(path, account.userID, account.groupID) == 0 else { throw fileError(path) }
      return
    }
    guard errno == EEXIST, let status = FileStatus.of(path) else { throw fileError(path) }
    guard status.isFolder else { throw .folderNotPrivate(path, reason: "it isn't a folder") }
    let isHalfMade =
      status.owner == geteuid()
      && (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true
    if isHalfMade, chown(path, account.userID, account.groupID) == 0, chmod(path, 0o700) == 0 {
      return
    }
    guard status.owner == account.userID else {
      throw .folderNotPrivate(path, reason: "it belongs to the user with number \(status.owner)")
    }
    guard status.mode & 0o077 == 0 || chmod(path, 0o700) == 0 else { throw fileError(path) }
  }

  private func isDiskFull(_ output: String) -> PrivateDatabaseError? {
    let signs = ["No space left on device", "Disk quota exceeded"]
    guard signs.contains(where: output.contains) else { return nil }
    return .diskFull(
      folder: folders.home, freeBytes: freeBytes(at: folders.home),
      neededBytes: PrivateCluster.neededBytes)
  }
}
