package import PrivateDatabase

extension ErrorMessages {
  package static func phrase(_ error: PrivateDatabaseError) -> Phrase {
    switch error {
    case .homeUnknown: homeUnknown
    case .databaseNameMalformed(let name): databaseNameMalformed(name)
    case .serverNotInstalled(let places): serverNotInstalled(lookedIn: places)
    case .serverTooOld(let found, let needed): serverTooOld(found: found, needed: needed)
    case .serverUserMissing(let user): serverUserMissing(user)
    case .userHasNoName(let userID): userHasNoName(userID)
    case .folderNotWritable(let path, let reason): folderNotWritable(path, reason)
    case .folderUnreachable(let path, let user): folderUnreachable(path, user: user)
    case .notADataFolder(let path): notADataFolder(path)
    case .anotherMajorVersion(let folder, let found, let installed):
      anotherMajorVersion(folder, found: found, installed: installed)
    case .busy(let home, let seconds): busy(home, seconds: seconds)
    case .diskFull(let folder, let free, let needed): diskFull(folder, free: free, needed: needed)
    case .folderNotPrivate(let path, let reason): folderNotPrivate(path, reason)
    case .initializationFailed(let output): initializationFailed(output)
    case .startFailed(let log): startFailed(log)
    case .databaseNotCreated(let name, let output): databaseNotCreated(name, output)
    case .databaseNotReadable(let name, let output): databaseNotReadable(name, output)
    case .stopFailed(let output): stopFailed(output)
    case .notRunning(let home): notRunning(home)
    }
  }

  private static let homeUnknown = Phrase(
    zh: "不知道数据该放在哪里：SHANHAI_HOME 和 HOME 都没有设置；请把 SHANHAI_HOME 设为一个文件夹",
    en: """
      nothing says where the data may lie: neither SHANHAI_HOME nor HOME is set; set SHANHAI_HOME \
      to a folder
      """)

  private static func databaseNameMalformed(_ name: String) -> Phrase {
    Phrase(
      zh: """
        SHANHAI_DATABASE 是 \(Phrase.quoted(name))；数据库名须为 1 至 63 字节，不含控制字符
        """,
      en: """
        SHANHAI_DATABASE is \(Phrase.quoted(name)); a database name has 1 to 63 bytes and no \
        control characters
        """)
  }

  private static func serverNotInstalled(lookedIn places: [String]) -> Phrase {
    let shown = Phrase.told(places.joined(separator: " "))
    return Phrase(
      zh: """
        没有找到 PostgreSQL 服务器程序，找过：\(shown)；请安装（Debian：apt-get install postgresql），\
        或用 --database 指定别处的数据库
        """,
      en: """
        no PostgreSQL server is installed, looked in: \(shown); install one (Debian: apt-get \
        install postgresql), or name a database elsewhere with --database
        """)
  }

  private static func serverTooOld(found: Int, needed: Int) -> Phrase {
    Phrase(
      zh: "本机的 PostgreSQL 是 \(found) 版，至少须为 \(needed) 版；请安装新版",
      en: "PostgreSQL here is version \(found), and \(needed) is the oldest that will do; update it"
    )
  }

  private static func serverUserMissing(_ user: String) -> Phrase {
    Phrase(
      zh: """
        服务器不能以 root 运行，而本机没有用户 \(Phrase.quoted(user))；请安装 postgresql 软件包\
        （它会建立该用户），或以普通用户运行
        """,
      en: """
        the server may not run as root, and there is no user \(Phrase.quoted(user)); install the \
        package postgresql, which makes it, or run this as an ordinary user
        """)
  }

  private static func userHasNoName(_ userID: UInt32) -> Phrase {
    Phrase(
      zh: "用户编号 \(userID) 在本机没有用户名，服务器不肯运行；请换一个登记过的用户",
      en: """
        the user with number \(userID) has no name on this machine, and the server does not run \
        for such a one; run this as a user who has
        """)
  }

  private static func folderNotWritable(_ path: String, _ reason: String) -> Phrase {
    let (folder, why) = (Phrase.told(path), Phrase.told(reason))
    return Phrase(
      zh: "\(folder) 写不了：\(why)；请检查权限，或把 SHANHAI_HOME 设为另一个文件夹",
      en: """
        \(folder) can't be written: \(why); check its permissions, or set SHANHAI_HOME to another \
        folder
        """)
  }

  private static func folderUnreachable(_ path: String, user: String) -> Phrase {
    let (folder, name) = (Phrase.told(path), Phrase.quoted(user))
    return Phrase(
      zh: """
        运行服务器的用户 \(name) 进不了文件夹 \(folder)；请放开它（chmod o+x），\
        或把 SHANHAI_HOME 设到别处
        """,
      en: """
        the user \(name), who runs the server, can't enter the folder \(folder); open it (chmod \
        o+x), or set SHANHAI_HOME to another place
        """)
  }

  private static func notADataFolder(_ path: String) -> Phrase {
    let folder = Phrase.told(path)
    return Phrase(
      zh: "\(folder) 里有文件，但不是数据库的数据；没有动它。请把 SHANHAI_HOME 设为另一个文件夹",
      en: """
        \(folder) holds files, but not a database's; it was left alone. Set SHANHAI_HOME to \
        another folder
        """)
  }

  private static func anotherMajorVersion(
    _ folder: String, found: String, installed: [Int]
  ) -> Phrase {
    let here = installed.map(String.init).joined(separator: ", ")
    let (path, version) = (Phrase.told(folder), Phrase.told(found))
    return Phrase(
      zh: """
        \(path) 的数据属于 PostgreSQL \(version)，本机装的是 \(here)；请安装 PostgreSQL \(version)，\
        或用 pg_upgrade 转换
        """,
      en: """
        the data in \(path) belongs to PostgreSQL \(version), and \(here) is installed; install \
        PostgreSQL \(version), or convert the data with pg_upgrade
        """)
  }

  private static func busy(_ home: String, seconds: Int) -> Phrase {
    let path = Phrase.told(home)
    return Phrase(
      zh: "另一条命令正在启动或停止 \(path) 里的数据库，等了 \(seconds) 秒；请稍后再试",
      en: """
        another command has been starting or stopping the database in \(path) for \(seconds) \
        seconds; try again later
        """)
  }

  private static func diskFull(_ folder: String, free: Int64, needed: Int64) -> Phrase {
    let path = Phrase.told(folder)
    return Phrase(
      zh: """
        磁盘满了：\(path) 还剩 \(free >> 20) MB，至少须有 \(needed >> 20) MB；请腾出空间，\
        或把 SHANHAI_HOME 设到别的磁盘
        """,
      en: """
        the disk is full: \(path) has \(free >> 20) MB left, and at least \(needed >> 20) MB are \
        needed; make room, or set SHANHAI_HOME to another disk
        """)
  }

  private static func folderNotPrivate(_ path: String, _ reason: String) -> Phrase {
    let (folder, why) = (Phrase.told(path), Phrase.told(reason))
    return Phrase(
      zh: "\(folder) 不能给数据库用：\(why)；请移走它，或把 SHANHAI_HOME 设为另一个文件夹",
      en: """
        \(folder) can't serve the database: \(why); move it away, or set SHANHAI_HOME to another \
        folder
        """)
  }

  private static func initializationFailed(_ output: String) -> Phrase {
    let words = Phrase.toldOfLog(output)
    return Phrase(
      zh: "建不成数据文件夹：\(words)。没有留下半成品；请按所说的改正后再试",
      en: "the data folder could not be made: \(words). Nothing is left of it; mend that, try again"
    )
  }

  private static func startFailed(_ log: String) -> Phrase {
    let words = Phrase.toldOfLog(log)
    return Phrase(
      zh: "数据库启动不了，服务器说：\(words)；全文在 `shanhai database status` 所说的日志里",
      en: """
        the database does not start; the server says: \(words); all of it is in the log that \
        `shanhai database status` names
        """)
  }

  private static func databaseNotCreated(_ name: String, _ output: String) -> Phrase {
    let words = Phrase.toldOfLog(output)
    return Phrase(
      zh: "服务器在运行，但建不成数据库 \(Phrase.quoted(name))：\(words)",
      en: "the server runs, but the database \(Phrase.quoted(name)) could not be made: \(words)")
  }

  private static func databaseNotReadable(_ name: String, _ output: String) -> Phrase {
    let words = Phrase.toldOfLog(output)
    return Phrase(
      zh: "数据库 \(Phrase.quoted(name)) 的结构读不出：\(words)",
      en: "the schema of the database \(Phrase.quoted(name)) can't be read: \(words)")
  }

  private static func stopFailed(_ output: String) -> Phrase {
    let words = Phrase.toldOfLog(output)
    return Phrase(
      zh: "数据库停不下来：\(words)；请看 `shanhai database status` 所说的日志，然后再试",
      en: """
        the database does not stop: \(words); look at the log that `shanhai database status` \
        names, then try again
        """)
  }

  private static func notRunning(_ home: String) -> Phrase {
    let path = Phrase.told(home)
    return Phrase(
      zh: "\(path) 里的数据库没有运行；请先 `shanhai database start`，或用 --database 指定别处的数据库",
      en: """
        the database in \(path) does not run; start it with `shanhai database start`, or name one \
        elsewhere with --database
        """)
  }
}

extension Phrase {
  /// What another program says, as it may stand in a message: on one line, cut to 600 characters,
  /// with nothing in it that a terminal would obey.
  static func told(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0.isWhitespace } }
      .joined(separator: "; ")
    var shown = ""
    for scalar in line.prefix(600).unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: shown += "?"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return line.count > 600 ? shown + "…" : shown
  }

  /// Of many lines that another program wrote, those that tell what is wrong, if any do.
  static func toldOfLog(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let signs = ["fatal", "panic", "error", "detail", "hint", "failed", "could not"]
    let telling = lines.filter { line in
      let line = line.lowercased()
      return signs.contains { line.contains($0) }
    }
    return told((telling.isEmpty ? lines : telling).joined(separator: "\n"))
  }
}
