import Glibc

/// Bounds of a program beyond its time and output, for one that reads what strangers wrote.
///
/// It leads a group of processes, which is ended as a whole when its time is up.
package struct ProcessConfinement: Sendable {
  /// Where it runs, an absolute path.
  package var folder: String
  /// Bytes of memory that each of its processes may write to.
  package var memoryBytes: Int
  /// Bytes of each file it writes.
  package var fileBytes: Int

  package init(folder: String, memoryBytes: Int, fileBytes: Int) {
    self.folder = folder
    self.memoryBytes = memoryBytes
    self.fileBytes = fileBytes
  }
}

// Swift's Glibc module leaves these calls out, as they stand behind `_GNU_SOURCE`.
extension ProcessConfinement {
  /// Sets limits on a process that has just begun. Where the system refuses, those on time and output remain.
  func apply(to id: pid_t) {
    typealias SetLimits =
      @convention(c) (
        pid_t, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?
      ) -> Int32
    guard let symbol = dlsym(nil, "prlimit") else { return }
    let call = unsafeBitCast(symbol, to: SetLimits.self)
    // Not the address space, of which runtimes such as Java's reserve far more than they use.
    let limits = [(RLIMIT_DATA, memoryBytes), (RLIMIT_FSIZE, fileBytes), (RLIMIT_CORE, 0)]
    for (resource, bytes) in limits {
      var limit = rlimit(rlim_cur: rlim_t(max(0, bytes)), rlim_max: rlim_t(max(0, bytes)))
      _ = call(id, Int32(resource.rawValue), &limit, nil)
    }
  }

  /// Has a process to be spawned begin in the folder.
  func addFolder(to actions: inout posix_spawn_file_actions_t) -> Int32 {
    typealias AddFolder =
      @convention(c) (
        UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>
      ) -> Int32
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else { return ENOSYS }
    return unsafeBitCast(symbol, to: AddFolder.self)(&actions, folder)
  }
}
