/// Why the contents of a file are not to be had.
package enum ReadError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The repository lists no such file: it does not exist, is ignored, or lies outside.
  case notFound
  /// The path has become a symbolic link, a folder, a FIFO or a device.
  case notAFile
  case tooLarge(bytes: Int, limit: Int)
  /// Its name says that it holds secrets (see ``SecretFile``).
  case secret
  /// The system refused; the number is its `errno`.
  case unreadable(errno: Int32)
  /// The repository's objects cannot be read, because they are damaged or git failed.
  case objects(reason: String)

  /// Completes the sentence "the file …".
  package var description: String {
    switch self {
    case .notFound: "does not exist in this repository"
    case .notAFile: "is not a regular file"
    case .tooLarge(let bytes, let limit): "has \(bytes) bytes, over the limit of \(limit)"
    case .secret: "is not read, because files of that name hold secrets"
    case .unreadable(let code): "cannot be read: \(SystemMessage.text(of: code))"
    case .objects(let reason): "cannot be read from git: \(reason)"
    }
  }
}
