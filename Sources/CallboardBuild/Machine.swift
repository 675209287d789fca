import Glibc

/// What a build needs to know of the machine and process it runs in; the only place that asks.
package enum Machine {
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

  /// Tells the time since the system has started from any other; nil where /proc does not.
  static var startOfSystem: [UInt8]? {
    try? OperatorFile.read("/proc/sys/kernel/random/boot_id")
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

  /// Has large blocks given back to the system as soon as they are freed. glibc begins with blocks of 128 kB, but takes a
  /// greater limit (up to 32 MB) whenever a larger block is freed: then arrays that grow leave gaps that nothing else fits
  /// into, a third of what a build of a large site holds. Does nothing where the C library has no such function.
  static func returnLargeBlocks() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let set = unsafeBitCast(symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
    // `M_MMAP_THRESHOLD` of <malloc.h>: once it is set, it stays.
    _ = set(-3, 1 << 20)
    // `M_TRIM_THRESHOLD`, which would stay at 128 kB then: what is free at the end of a heap is given back from here on. The
    // buffers that pages are composed in must not be fetched anew for each page.
    _ = set(-1, 16 << 20)
  }

  /// Whether this process holds so much memory that it should make room before it asks for more; false where /proc does not
  /// tell.
  static var isHoldingMuch: Bool {
    ProcessMemory(of: getpid()).map { $0.resident > 256 << 20 } ?? false
  }

  /// Gives memory that this process has freed back to the system. Small blocks leave gaps between those still in use, into
  /// which nothing larger fits. Does nothing where the C library has no such function, and in a process that holds little:
  /// to be given the same pages again takes longer than it is worth.
  ///
  /// - Complexity: Linear in the number of free blocks.
  static func releaseFreedMemory() {
    guard isHoldingMuch else { return }
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> CInt).self)(0)
  }

  /// Whether two paths lead to the same file or folder.
  static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (leftStatus, rightStatus) = (stat(), stat())
    guard stat(left, &leftStatus) == 0, stat(right, &rightStatus) == 0 else { return false }
    return leftStatus.st_dev == rightStatus.st_dev && leftStatus.st_ino == rightStatus.st_ino
  }

  /// The absolute path of the folder that the command was run in, without links; nil when it is gone.
  package static var currentFolder: String? {
    guard let resolved = realpath(".", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The time by the clock that the kernel stamps files with, in nanoseconds since 1970.
  static var fileClock: Int64 {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &clock)
    return Int64(clock.tv_sec) * 1_000_000_000 + Int64(clock.tv_nsec)
  }

  /// Tells a program's file from the one that replaces it: its size and the time of its last change.
  static func fileMark(_ path: String) -> String {
    guard let status = try? FileStatus(of: path, path: path) else { return "" }
    let stamp = status.stamp
    return "\(stamp.size) \(stamp.modifiedSeconds).\(stamp.modifiedNanoseconds)"
  }

  /// The variables of the process, for tokens that `site.yaml` names and for git's transports.
  package static var environment: [String: String] {
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
