/// What ``FolderSiteWriter`` is about to do to the disk.
package enum EmitStep: String, Hashable, Sendable, CaseIterable {
  case createFile
  case linkFile
  case removeFile
  case synchronize
  case saveManifest
  case exchange
  case saveJournal
  case moveFile
  case removeJournal
}

/// Makes steps fail, so that tests can see what is left: given a step, the `errno` it shall fail
/// with, or nil to let it be. A failed step does not happen and nothing is cleaned up after it, so
/// the disk is as a kill at this point would leave it.
package typealias EmitFaults = @Sendable (EmitStep) -> Int32?

extension SystemFailure {
  /// Throws if a test wants `step` to fail.
  static func check(_ step: EmitStep, _ faults: EmitFaults?, path: String) throws(SystemFailure) {
    guard let code = faults?(step) else { return }
    throw SystemFailure(action: step.rawValue, path: path, code: code)
  }
}
