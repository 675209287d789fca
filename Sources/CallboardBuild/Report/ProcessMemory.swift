import Glibc

/// The memory that one process holds, in bytes.
struct ProcessMemory: Sendable {
  var resident: Int
  /// Of the resident memory, what comes from files, which processes of one program have in common.
  var shared: Int
  /// The arguments, each with a NUL at its end.
  var commandLine: [UInt8]

  init(resident: Int, shared: Int, commandLine: [UInt8]) {
    self.resident = resident
    self.shared = shared
    self.commandLine = commandLine
  }

  /// nil where /proc does not tell.
  init?(of process: pid_t) {
    guard let sizes = try? OperatorFile.read("/proc/\(process)/statm"),
      let commandLine = try? OperatorFile.read("/proc/\(process)/cmdline")
    else { return nil }
    let pages = sizes.split(separator: UInt8(ascii: " ")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard pages.count > 2 else { return nil }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    self.init(resident: pages[1] * page, shared: pages[2] * page, commandLine: commandLine)
  }

  /// What this process holds and the processes that it has started hold besides; nil where /proc does not tell.
  static func ofTree() -> Int? {
    ProcessMemory(of: getpid())?.total(with: children().compactMap { ProcessMemory(of: $0) })
  }

  /// What a process holds and those that it has started hold besides.
  ///
  /// A child with the arguments of its parent is one that has not begun its own program yet: until then it runs in the
  /// parent's memory (vfork(2)), which would count twice.
  func total(with children: [ProcessMemory]) -> Int {
    children.reduce(resident) { sum, child in
      child.commandLine == commandLine ? sum : sum + child.resident - child.shared
    }
  }

  /// The processes that any thread of this one has started and that still run.
  private static func children() -> [pid_t] {
    guard let tasks = try? OpenFile("/proc/self/task", flags: OpenFile.folderFlags, path: "/proc"),
      let entries = try? tasks.entries()
    else { return [] }
    return entries.flatMap { entry -> [pid_t] in
      let name = String(decoding: entry.name, as: UTF8.self)
      let text = (try? OperatorFile.read("/proc/self/task/\(name)/children")) ?? []
      return text.split(separator: UInt8(ascii: " ")).compactMap {
        pid_t(String(decoding: $0, as: UTF8.self))
      }
    }
  }
}
