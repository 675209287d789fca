extension FolderSiteWriter {
  /// Folders of version control, whose history nobody can make again.
  private static let repositoryNames = [".git", ".hg", ".svn"]

  /// Opens the tree being served and finds out what it holds, once it is certain that a Callboard
  /// made it. The tree is nil when there is none.
  static func openLive(
    location: OutputLocation,
    shownPath: String,
    state: OutputState,
    faults: EmitFaults?
  ) throws(EmitError) -> (OutputTree?, TreeInventory) {
    let inventory: TreeInventory
    let live: OutputTree
    do throws(SystemFailure) {
      guard try FileStatus(of: location.output, path: location.output) != nil else {
        return (nil, TreeInventory())
      }
      try completeJournal(location: location, state: state, faults: faults)
      let root = try location.open()
      inventory = try recognize(root, ignoring: location.ignoredNames, state: state)
      live = OutputTree(root: root, faults: faults)
    } catch {
      throw .system(error)
    }
    for name in repositoryNames {
      let path = OutputPath(name)
      if inventory.folders.contains(path) || inventory.files[path] != nil {
        throw .outputHoldsRepository(shownPath, entry: name)
      }
    }
    if !inventory.isRecognized, let name = inventory.rootNames.min() {
      throw .outputOfOthers(shownPath, entry: name)
    }
    return (live, inventory)
  }

  /// Completes a publication that was cut short.
  private static func completeJournal(
    location: OutputLocation,
    state: OutputState,
    faults: EmitFaults?
  ) throws(SystemFailure) {
    guard let journal = state.journal() else { return }
    let root = try location.open()
    // A folder that has come in the place of the one that the journal is about stays as it is.
    if try journal.inode == root.status().inode {
      let others = try TreeInventory(of: root, ignoring: location.ignoredNames).others
      let live = OutputTree(root: root, faults: faults)
      // Somebody may have put links in the place of folders since; nothing may be moved to or removed from where they lead.
      let touched = journal.removedFirst + journal.moved + journal.removedLast
      let needed = Set(touched.flatMap(\.folders))
      for link in others where needed.contains(link) { try live.removeFile(link) }
      let hidden = OutputTree(root: try state.openTree(), faults: faults)
      try journal.apply(from: hidden, to: live)
    }
    try state.completeJournal(journal)
  }

  /// Takes stock of the tree by the manifest that fits it, if there is one.
  private static func recognize(
    _ root: borrowing OpenFile,
    ignoring ignored: [[UInt8]],
    state: OutputState
  ) throws(SystemFailure) -> TreeInventory {
    var inventory: TreeInventory
    switch state.manifest(inode: try root.status().inode) {
    case .readable(let manifest):
      inventory = try TreeInventory(of: root, manifest: manifest, ignoring: ignored)
    case .damaged:
      inventory = try TreeInventory(of: root, ignoring: ignored)
      inventory.isRecognized = true
    case .missing:
      inventory = try TreeInventory(of: root, ignoring: ignored)
    }
    if inventory.isRecognized { return inventory }
    // The tree and the state may have been copied here together, from a cache of the CI system.
    for manifest in try state.allManifests() {
      let other = try TreeInventory(of: root, manifest: manifest, ignoring: ignored)
      if other.isRecognized { return other }
    }
    return inventory
  }
}
