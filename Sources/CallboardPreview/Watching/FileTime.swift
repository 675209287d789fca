import CallboardBuild
import Glibc

/// When files changed, by the clock of the file system.
enum FileTime {
  /// Nanoseconds since 1970 by the coarse clock that file systems stamp files with, which is behind the exact one.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return nanoseconds(time)
  }

  /// Whether a folder, or one of its entries, has changed since a moment of ``now``; false when it is gone.
  static func hasEntry(of folder: String, changedSince moment: Int64) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // The folder above is not asked for; the folder itself is.
      if name == ".." || HeardChanges.isPassing(name) { continue }
      var status = stat()
      if lstat("\(folder)/\(name)", &status) == 0, nanoseconds(status.st_ctim) > moment {
        return true
      }
    }
    return false
  }

  /// The absolute path of a folder, without links; nil when it is gone.
  static func resolved(_ folder: String) -> String? {
    guard let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
