import CallboardSite
import Glibc

/// A path below the site's root as the file system compares it: byte for byte.
///
/// `String` would take two spellings of `é` for one path where the disk has two files.
struct OutputPath: Sendable {
  /// `/`-separated, with a NUL at the end for the system calls.
  let characters: [CChar]

  init(_ path: String) {
    var path = path
    self = path.withUTF8 { OutputPath(UnsafeRawBufferPointer($0)) }
  }

  /// The path of a file that the generator made.
  ///
  /// - Throws: ``EmitError/invalidPath(_:reason:)`` for a path that leaves the site or names no file.
  init(of file: OutputFile) throws(EmitError) {
    if let reason = OutputFile.fault(inPath: file.path) {
      throw .invalidPath(file.path, reason: reason)
    }
    self.init(file.path)
  }

  init(_ path: [UInt8]) {
    self = path.withUnsafeBytes { OutputPath($0) }
  }

  init(_ path: ArraySlice<UInt8>) {
    self = path.withUnsafeBytes { OutputPath($0) }
  }

  private init(_ path: UnsafeRawBufferPointer) {
    characters = [CChar](unsafeUninitializedCapacity: path.count + 1) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: path)
      buffer[path.count] = 0
      count = path.count + 1
    }
  }

  /// Takes a path with its NUL.
  init(terminated characters: [CChar]) {
    self.characters = characters
  }

  private init(folder: ArraySlice<CChar>) {
    characters = folder + [0]
  }

  /// The length in bytes, without the NUL.
  var count: Int { characters.count - 1 }

  var utf8: some Collection<UInt8> {
    characters.dropLast().lazy.map { UInt8(bitPattern: $0) }
  }

  /// The path of something in this folder.
  func appending(_ name: [UInt8]) -> OutputPath {
    var path = Array(utf8)
    path.append(UInt8(ascii: "/"))
    path.append(contentsOf: name)
    return OutputPath(path)
  }

  /// The folder that holds it; nil for what lies in the site's root.
  var folder: OutputPath? {
    guard let slash = characters.lastIndex(of: CChar(bitPattern: UInt8(ascii: "/"))) else {
      return nil
    }
    return OutputPath(folder: characters[..<slash])
  }

  /// The folders that it lies in below the site's root, the innermost first.
  var folders: [OutputPath] {
    Array(sequence(first: self, next: \.folder).dropFirst())
  }
}

extension OutputPath: Hashable {
  // All bytes at once: Array hashes and compares them one by one.
  func hash(into hasher: inout Hasher) {
    characters.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.characters.count == rhs.characters.count
      && memcmp(lhs.characters, rhs.characters, lhs.characters.count) == 0
  }
}

extension OutputPath: Comparable {
  /// In the order of the bytes, where a folder comes before what it holds.
  static func < (lhs: Self, rhs: Self) -> Bool {
    // The NULs decide where one path is the beginning of the other.
    let common = min(lhs.characters.count, rhs.characters.count)
    return memcmp(lhs.characters, rhs.characters, common) < 0
  }
}

extension OutputPath: CustomStringConvertible {
  var description: String {
    characters.withUnsafeBytes { String(decoding: $0.dropLast(), as: UTF8.self) }
  }
}
