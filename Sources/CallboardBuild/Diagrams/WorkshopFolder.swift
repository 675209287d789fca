import Glibc

/// A new folder for one drawing, removed with what is in it at its end.
struct WorkshopFolder: ~Copyable {
  /// Absolute.
  let path: String

  init() throws(DiagramWorkshop.Failure) {
    var template = Array("/tmp/callboard-diagram-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress, let name = mkdtemp(start) else { return nil }
      return String(cString: name)
    }
    guard let made else {
      throw DiagramWorkshop.Failure(reason: "no folder could be made in /tmp")
    }
    path = made
  }

  deinit {
    Self.remove(path, depth: 0)
  }

  func write(_ bytes: [UInt8], to file: String) throws(DiagramWorkshop.Failure) {
    do throws(BuildFailure) {
      try OperatorFile.write(bytes, to: file)
    } catch {
      throw DiagramWorkshop.Failure(reason: "its input could not be written")
    }
  }

  /// Removes what a program left behind; links are removed, not followed.
  private static func remove(_ path: String, depth: Int) {
    guard unlink(path) != 0, depth < 32 else { return }
    if let stream = opendir(path) {
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
          String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
      }
      closedir(stream)
      for name in names { remove("\(path)/\(name)", depth: depth + 1) }
    }
    rmdir(path)
  }
}
