/// Why results could not be kept for the next build, which does this one no harm, or not be read again by the same.
package enum CacheError: Error, Hashable, Sendable {
  /// Somebody else can write to the folder, so that what it holds is not trusted.
  case folderOfOthers(String)
  case system(SystemFailure)
  /// What a build had put into the folder is not there any more, and it has kept nothing else of it.
  case damagedMeanwhile(String)
}

extension CacheError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .folderOfOthers(let folder): "the cache folder '\(folder)' can be written by others"
    case .system(let failure): failure.description
    case .damagedMeanwhile(let folder):
      "the cache folder '\(folder)' was changed or cannot be read while a build works with it"
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
    case .damagedMeanwhile:
      "Build again; the old site is untouched. If that does not help, check the folder's disk, or choose another cache folder."
    }
  }
}
