import Glibc

/// An open file or folder, closed when the value goes out of use.
///
/// Always opened with `O_CLOEXEC`, so that no other program inherits it.
struct OpenFile: ~Copyable, Sendable {
  let descriptor: Int32

  /// As named in messages.
  let path: String

  /// Opens `name` in the folder with this descriptor, by default the process' current one. A
  /// failure says that `action` could not be done to `path`.
  init(
    _ name: UnsafePointer<CChar>,
    in folder: Int32 = AT_FDCWD,
    flags: Int32 = O_RDONLY,
    mode: mode_t = 0o666,
    action: String = "open",
    path: String
  ) throws(SystemFailure) {
    let opened = openat(folder, name, flags | O_CLOEXEC, mode)
    guard opened >= 0 else { throw SystemFailure(action: action, path: path, code: errno) }
    descriptor = opened
    self.path = path
  }

  /// Takes over a descriptor that somebody else opened with `O_CLOEXEC`.
  init(adopting descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Asks for the status of what is open, whatever has become of its name.
  func status() throws(SystemFailure) -> FileStatus {
    var buffer = stat()
    guard fstat(descriptor, &buffer) == 0 else { throw failure("examine") }
    return FileStatus(buffer)
  }

  /// Writes all bytes at the file's position.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        return Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw failure("write")
      }
    }
  }

  /// The bytes from `offset` on: `count` of them, or fewer if the file ends before.
  func read(_ count: Int, at offset: Int) throws(SystemFailure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let next = buffer.baseAddress.map { $0 + filled }
        let got = pread(descriptor, next, count - filled, offset + filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw SystemFailure(action: "read", path: path, code: code) }
    return bytes
  }

  /// Waits until the disk has the file's bytes, or a folder's names.
  func synchronize() throws(SystemFailure) {
    guard fsync(descriptor) == 0 else { throw failure("write") }
  }

  private func failure(_ action: String) -> SystemFailure {
    SystemFailure(action: action, path: path, code: errno)
  }
}
