import Glibc

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
    let live: OutputTree
    var inventory: TreeInventory
    let isOurs: Bool
    do {
      guard try FileStatus(of: location.output, path: location.output) != nil else {
        return (nil, TreeInventory())
      }
      live = try open(location, state: state, faults: faults)
      inventory = try TreeInventory(of: live.root, ignoring: location.ignoredNames)
      isOurs = try recognize(&inventory, inode: live.root.status().inode, state: state)
    } catch {
      throw .system(error)
    }
    let names = inventory.rootNames
    if let repository = repositoryNames.first(where: names.contains) {
      throw .outputHoldsRepository(shownPath, entry: repository)
    }
    if !isOurs, let name = names.min() { throw .outputOfOthers(shownPath, entry: name) }
    return (live, inventory)
  }

  /// Opens the tree being served; a publication that was cut short is completed before.
  private static func open(
    _ location: OutputLocation,
    state: OutputState,
    faults: EmitFaults?
  ) throws(SystemFailure) -> OutputTree {
    func openRoot() throws(SystemFailure) -> OpenFile {
      try OpenFile(location.output, flags: OpenFile.folderFlags, path: location.output)
    }
    let root = try openRoot()
    let inode = try root.status().inode
    let folders = try TreeInventory(of: root, ignoring: location.ignoredNames).folders
    let live = OutputTree(root: root, folders: folders, faults: faults)
    guard let journal = state.journal() else { return live }

    // A folder that has come in the place of the one that the journal is about stays as it is.
    if journal.inode == inode {
      let hiddenRoot = try state.openTree()
      let hiddenFolders = try TreeInventory(of: hiddenRoot).folders
      let hidden = OutputTree(root: hiddenRoot, folders: hiddenFolders, faults: faults)
      try journal.apply(from: hidden, to: live)
    }
    try state.completeJournal(journal)
    return try OutputTree(root: openRoot(), folders: [], faults: faults)
  }

  /// Whether a Callboard made the tree. Fills in the hashes of the files that are as it left them.
  private static func recognize(
    _ inventory: inout TreeInventory,
    inode: UInt64,
    state: OutputState
  ) throws(SystemFailure) -> Bool {
    if inventory.isEmpty { return true }
    switch state.manifest(inode: inode) {
    case .readable(let manifest): if inventory.recognize(manifest) { return true }
    case .damaged: return true
    case .missing: break
    }
    // The tree and the state may have been copied here together, from a cache of the CI system.
    for manifest in try state.allManifests() where inventory.recognize(manifest) { return true }
    return false
  }
}
