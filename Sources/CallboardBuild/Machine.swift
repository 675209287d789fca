import Glibc

/// What a build needs to know of the machine and process it runs in; the only place that asks.
enum Machine {
  /// Processors that are online, at least 1.
  static var coreCount: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Where the running program's file is.
  static func executablePath() throws(BuildFailure) -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let start = bytes.baseAddress else { return -1 }
      return readlink("/proc/self/exe", start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard count > 0 else {
      throw BuildFailure(
        "the path of the running program could not be read from /proc/self/exe",
        help: ["Mount /proc, which rendering in separate processes needs."]
      )
    }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// The largest resident size that a running process has reached, in bytes; nil where /proc does
  /// not tell.
  ///
  /// Not `ru_maxrss`, which for a new process begins at the size of the one that started it.
  static func peakMemory(of process: pid_t) -> Int? {
    guard let status = try? OperatorFile.read("/proc/\(process)/status") else { return nil }
    return status.split(separator: UInt8(ascii: "\n"))
      .first { $0.starts(with: "VmHWM:".utf8) }
      .flatMap { line in
        let digits = line.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return Int(String(decoding: digits, as: UTF8.self))
      }
      .map { kibibytes in kibibytes << 10 }
  }

  /// Whether two paths lead to the same file or folder.
  static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (leftStatus, rightStatus) = (stat(), stat())
    guard stat(left, &leftStatus) == 0, stat(right, &rightStatus) == 0 else { return false }
    return leftStatus.st_dev == rightStatus.st_dev && leftStatus.st_ino == rightStatus.st_ino
  }

  /// The absolute path of the folder that the command was run in, without links; nil when it is gone.
  static var currentFolder: String? {
    guard let resolved = realpath(".", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The variables of the process, for tokens that `site.yaml` names and for git's transports.
  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }
}
