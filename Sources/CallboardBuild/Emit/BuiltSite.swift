import Glibc

/// A site as a build has left it in its output folder, for whoever copies it elsewhere.
///
/// While the value lives, no build replaces the folder.
package final class BuiltSite: Sendable {
  /// One file of the site.
  package struct File: Sendable {
    /// Below the site's root, with `/` between its parts.
    package var path: String
    /// In bytes.
    package var size: Int
    package var hash: ContentHash
  }

  /// Absolute and free of symbolic links.
  package let folder: String
  /// In the order of the bytes of their paths.
  package let files: [File]
  /// nil for a folder that was copied here without what the writer keeps beside it.
  private let lock: OutputLock?

  /// Looks at an output folder. Reads the files that have changed since the build that wrote them, and
  /// all of them where nothing is known of that build.
  ///
  /// - Parameters:
  ///   - path: Absolute or relative to the current folder.
  ///   - jobs: How many files to read at once.
  /// - Throws: ``BuildFailure`` when there is no site, or something in the folder is neither a file nor a folder.
  package init(
    _ path: String,
    jobs: Int,
    progress: any BuildProgress
  ) throws(BuildFailure) {
    guard access("\(path)/index.html", R_OK) == 0 else {
      throw BuildFailure(
        "there is no site in '\(path)'",
        help: ["Run 'callboard build' first, or name its output folder with '--output'."]
      )
    }
    do {
      let location = try OutputLocation(path)
      folder = location.output
      let hasState = access(location.state, F_OK) == 0
      let state =
        hasState ? try OutputState(path: location.state, flushes: false, faults: nil) : nil
      lock = try state.map { state in
        try OutputLock(
          in: state.folder,
          output: path,
          onConflict: .wait { progress.tell("Waiting for a build that writes to '\(path)'") }
        )
      }
      let root = try location.open()
      let manifest = state?.manifest(inode: try root.status().inode).readable
      let inventory = try TreeInventory(
        of: root,
        manifest: manifest ?? OutputManifest(),
        ignoring: location.ignoredNames
      )
      if let other = inventory.others.min() {
        throw BuildFailure(
          "'\(path)/\(other)' is neither a file nor a folder",
          help: ["Remove it: Callboard did not make it."]
        )
      }
      files = try Self.files(of: inventory, in: root, jobs: jobs)
    } catch {
      throw BuildFailure(error)
    }
  }

  /// The bytes of one of ``files``.
  package func read(_ file: File) throws(BuildFailure) -> [UInt8] {
    do {
      return try OpenFile("\(folder)/\(file.path)", path: "\(folder)/\(file.path)")
        .read(file.size, at: 0)
    } catch {
      throw BuildFailure(error)
    }
  }

  private static func files(
    of inventory: TreeInventory,
    in root: borrowing OpenFile,
    jobs: Int
  ) throws -> [File] {
    let found = inventory.files.sorted { $0.key < $1.key }
    let descriptor = root.descriptor
    return try ParallelFor(width: jobs).map(count: found.count) { index in
      let (path, file) = found[index]
      let size = Int(clamping: file.stamp.size)
      let hash =
        try file.hash
        ?? ContentHash(
          of: OpenFile(path.characters, in: descriptor, path: path.description)
            .read(size, at: 0)
        )
      return File(path: path.description, size: size, hash: hash)
    }
  }
}
