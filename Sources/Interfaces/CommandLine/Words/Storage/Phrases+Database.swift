/// The words of `shanhai database`.
extension Phrase {
  static let databaseAbstract = Phrase(
    zh: "启动、停止、查看自己的数据库，更新数据库的结构。",
    en: "Start, stop and look at the private database; bring a database's schema up to date.")
  static let databaseDiscussion = Phrase(
    zh: """
      自己的数据库是本机的一个 PostgreSQL，只通过 Unix 套接字访问，数据在 SHANHAI_HOME\
      （默认：root 为 /var/lib/shanhai，其他人为 $XDG_DATA_HOME/shanhai 或 ~/.local/share/shanhai），\
      库名是 SHANHAI_DATABASE（默认 shanhai）。
      """,
    en: """
      The private database is a PostgreSQL of your own on this machine, reached by a Unix socket \
      only. Its data lies in SHANHAI_HOME (else /var/lib/shanhai for root, $XDG_DATA_HOME/shanhai \
      or ~/.local/share/shanhai for others), its name is SHANHAI_DATABASE (else shanhai).
      """)
  static let databaseStartAbstract = Phrase(
    zh: "启动自己的数据库；还没有时先建立。", en: "Start the private database; make it if there is none.")
  static let databaseStopAbstract = Phrase(zh: "停止自己的数据库。", en: "Stop the private database.")
  static let databaseStatusAbstract = Phrase(
    zh: "显示自己的数据库是否在运行、在哪里。",
    en: "Show whether the private database runs, and what lies where.")
  static let databasePathAbstract = Phrase(
    zh: "显示自己的数据库所在的文件夹。", en: "Show the folder of the private database.")
  static let databaseMigrateAbstract = Phrase(
    zh: "把数据库的结构更新到这个程序的版本，列出执行了哪几步。",
    en: "Bring the database's schema to this program's version; list the steps applied.")
  static let databaseMigrateDiscussion = Phrase(
    zh: "用于自己的数据库，或 --database、PG* 变量指定的数据库（须由其所有者执行）。没有要做的就什么也不显示。",
    en: """
      Works on the private database, or on the one that --database or the PG* variables name, as \
      its owner. Shows nothing if nothing is to be done.
      """)

  static let privateDatabaseOnly = Phrase(
    zh: "这条命令只管自己的数据库；请去掉 --database，用 SHANHAI_HOME 指定在哪里",
    en: "this command is about the private database; leave --database out, SHANHAI_HOME says where")

  static func privateDatabaseCreated(_ path: String) -> Phrase {
    Phrase(
      zh: "自己的数据库已在 \(path) 建立并启动",
      en: "the private database was made in \(path) and started")
  }
  static func privateDatabaseStarted(_ path: String) -> Phrase {
    Phrase(zh: "\(path) 里的数据库已启动", en: "the private database in \(path) was started")
  }
  static func privateDatabaseWasRunning(_ path: String) -> Phrase {
    Phrase(zh: "\(path) 里的数据库已经在运行", en: "the private database in \(path) runs already")
  }
  static func privateDatabaseStopped(_ path: String) -> Phrase {
    Phrase(zh: "\(path) 里的数据库已停止", en: "the private database in \(path) was stopped")
  }
  static func privateDatabaseWasStopped(_ path: String) -> Phrase {
    Phrase(zh: "\(path) 里的数据库没有在运行", en: "the private database in \(path) does not run")
  }

  static let running = Phrase(zh: "在运行", en: "running")
  static let processID = Phrase(zh: "进程号", en: "process")
  static let serverVersion = Phrase(zh: "PostgreSQL 版本", en: "PostgreSQL version")
  static let homeFolder = Phrase(zh: "文件夹", en: "folder")
  static let dataFolder = Phrase(zh: "数据", en: "data")
  static let dataBytes = Phrase(zh: "数据大小（字节）", en: "size of the data (bytes)")
  static let socketFolder = Phrase(zh: "套接字", en: "socket")
  static let logFile = Phrase(zh: "日志", en: "log")
  static let connection = Phrase(zh: "连接", en: "connection")
  static let migrationStep = Phrase(zh: "步骤", en: "Step")
}
