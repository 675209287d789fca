/// Why a site could not be written. What visitors saw before is what they still see.
package enum EmitError: Error, Hashable, Sendable {
  /// The generator asked for a file that must not be; the reason reads on after "because".
  case invalidPath(String, reason: String)
  /// Two files of one path with different bytes.
  case duplicatePath(String)
  /// The path of one file is a folder of another.
  case fileIsFolder(String)

  /// The output folder cannot be one, such as `/`.
  case unusableOutput(String)
  /// A file stands where the output folder should.
  case outputIsFile(String)
  /// The folder holds something and no Callboard made it; `entry` is a name in it.
  case outputOfOthers(String, entry: String)
  /// Replacing the folder would take a version control folder of this name with it.
  case outputHoldsRepository(String, entry: String)
  /// Another build writes to the folder right now.
  case outputInUse(String)

  case system(SystemFailure)
}

extension EmitError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidPath(let path, let reason):
      "'\(path)' cannot be an output file because \(reason)"
    case .duplicatePath(let path):
      "two different files are to be written to '\(path)'"
    case .fileIsFolder(let path):
      "'\(path)' is to be a file and a folder at once"
    case .unusableOutput(let path):
      "'\(path)' cannot be the output folder"
    case .outputIsFile(let path):
      "the output folder '\(path)' is a file"
    case .outputOfOthers(let path, let entry):
      "the output folder '\(path)' holds '\(entry)', which Callboard did not write"
    case .outputHoldsRepository(let path, let entry):
      "the output folder '\(path)' holds '\(entry)', which would be lost"
    case .outputInUse(let path):
      "another build is writing to '\(path)'"
    case .system(let failure):
      failure.description
    }
  }

  /// A sentence in the imperative.
  package var remedy: String {
    switch self {
    case .invalidPath, .duplicatePath, .fileIsFolder:
      "Rename one of the sources; if none of them explains the path, report a fault of Callboard."
    case .unusableOutput:
      "Choose another output folder, such as 'dist'."
    case .outputIsFile(let path):
      "Delete '\(path)', or choose another output folder."
    case .outputOfOthers(let path, _):
      "Empty or delete '\(path)' if nothing in it is needed, or choose another output folder."
    case .outputHoldsRepository(let path, let entry):
      "Move '\(entry)' out of '\(path)', and copy the site to where it is committed."
    case .outputInUse:
      "Wait for the other build, or choose another output folder."
    case .system(let failure) where failure.isOutOfSpace:
      "Free some space, or choose an output folder on another disk; the old site is untouched."
    case .system(let failure):
      "Check the permissions of '\(failure.path)' and its folder; the old site is untouched."
    }
  }
}
