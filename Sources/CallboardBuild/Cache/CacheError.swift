/// Why results could not be kept for the next build. The build itself is unharmed.
package enum CacheError: Error, Hashable, Sendable {
  /// Somebody else can write to the folder, so that what it holds is not trusted.
  case folderOfOthers(String)
  case system(SystemFailure)
}

extension CacheError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .folderOfOthers(let folder): "the cache folder '\(folder)' can be written by others"
    case .system(let failure): failure.description
    }
  }

  /// A sentence in the imperative.
  package var remedy: String {
    switch self {
    case .folderOfOthers(let folder):
      "Delete '\(folder)', or choose a cache folder that belongs to you alone."
    case .system(let failure) where failure.isOutOfSpace:
      "Free some space, or choose a cache folder on another disk."
    case .system:
      "Check the folder's permissions, or choose another cache folder."
    }
  }
}
