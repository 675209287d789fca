import Glibc

/// System calls that Swift's Glibc module leaves out, as they stand behind `_GNU_SOURCE`.
///
/// Looked up while running: a C library without them reads as a system that refuses them, and the
/// callers have another way then. Each returns 0 or an `errno`.
enum LinuxCalls {
  /// Swaps two names in one step.
  static func exchange(
    _ first: UnsafePointer<CChar>,
    in firstFolder: Int32,
    _ second: UnsafePointer<CChar>,
    in secondFolder: Int32
  ) -> Int32 {
    typealias RenameAt2 =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    let renameExchange: UInt32 = 1 << 1
    guard let symbol = dlsym(nil, "renameat2") else { return ENOSYS }
    let call = unsafeBitCast(symbol, to: RenameAt2.self)
    return call(firstFolder, first, secondFolder, second, renameExchange) == 0 ? 0 : errno
  }

  /// Waits until the disk has all that was written to the file system of an open file.
  static func synchronizeFileSystem(_ descriptor: Int32) -> Int32 {
    typealias SyncFS = @convention(c) (Int32) -> Int32
    guard let symbol = dlsym(nil, "syncfs") else {
      sync()
      return 0
    }
    return unsafeBitCast(symbol, to: SyncFS.self)(descriptor) == 0 ? 0 : errno
  }

  /// Has a process to be spawned close all descriptors from `first` on.
  ///
  /// Without it the process inherits those that other libraries opened without `O_CLOEXEC`.
  static func closeDescriptors(
    from first: Int32,
    in actions: inout posix_spawn_file_actions_t
  ) {
    typealias AddCloseFrom =
      @convention(c) (
        UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32
      ) -> Int32
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
    _ = unsafeBitCast(symbol, to: AddCloseFrom.self)(&actions, first)
  }
}
