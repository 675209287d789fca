import CallboardBuild
import Glibc

/// Hears when something in a set of folders changes, by inotify(7).
///
/// Folders are watched, not files: editors write a new file and rename it over the old one, which ends the
/// watch of a file. Not for use by several threads.
final class FolderWatcher {
  /// Names to report in folders that hold more than the site's sources; nil reports any.
  typealias Names = Set<String>

  private let descriptor: Int32
  private var folders: [Int32: (path: String, names: Names?)] = [:]
  private var watches: [String: Int32] = [:]

  private static let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
    | UInt32(IN_DELETE) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
    | UInt32(IN_ONLYDIR)

  /// - Throws: ``BuildFailure`` when the user has as many inotify instances as the system allows.
  init() throws(BuildFailure) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else {
      throw BuildFailure(
        "files cannot be watched: \(String(cString: strerror(errno)))",
        help: ["Raise the system's limit 'fs.inotify.max_user_instances'."]
      )
    }
  }

  deinit {
    close(descriptor)
  }

  /// Watches these folders and no others.
  ///
  /// - Parameter wanted: Absolute paths, each with the names that matter in it.
  /// - Returns: The folders that were not watched before, and those that cannot be, which are not there or over the
  ///   system's limit.
  func watch(_ wanted: [String: Names?]) -> (added: [String], failed: [String]) {
    for (path, watch) in watches where wanted[path] == nil {
      inotify_rm_watch(descriptor, watch)
      watches[path] = nil
      folders[watch] = nil
    }
    var (added, failed): ([String], [String]) = ([], [])
    for (path, names) in wanted.sorted(by: { $0.key < $1.key }) {
      if let watch = watches[path] {
        folders[watch] = (path, names)
        continue
      }
      let watch = inotify_add_watch(descriptor, path, Self.mask)
      guard watch >= 0 else {
        failed.append(path)
        continue
      }
      watches[path] = watch
      folders[watch] = (path, names)
      added.append(path)
    }
    return (added, failed)
  }

  /// Waits until something changes, and then until nothing has for a moment: programs write several files at once.
  ///
  /// - Returns: All that has changed since the last call.
  func waitForChange() -> HeardChanges {
    var heard = HeardChanges.files([])
    while !takeEvents(waiting: -1, into: &heard) {}
    takeFollowingEvents(into: &heard)
    return heard
  }

  /// What ``waitForChange()`` returns; nil when nothing changes within that many milliseconds.
  func change(within limit: Int32) -> HeardChanges? {
    var heard = HeardChanges.files([])
    guard takeEvents(waiting: limit, into: &heard) else { return nil }
    takeFollowingEvents(into: &heard)
    return heard
  }

  /// - Parameters:
  ///   - quiet: How long nothing may happen, in milliseconds.
  ///   - longest: How long to wait for that, in milliseconds, while changes go on.
  private func takeFollowingEvents(
    into heard: inout HeardChanges,
    quiet: Int32 = 8,
    longest: Int32 = 250
  ) {
    var waited: Int32 = 0
    while waited < longest, takeEvents(waiting: quiet, into: &heard) { waited += quiet }
  }

  /// - Returns: Whether one of the events within the time matters; a negative time is without end.
  private func takeEvents(waiting milliseconds: Int32, into heard: inout HeardChanges) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var matters = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return matters }
      for event in InotifyEvents(bytes: buffer[..<count]) {
        guard let change = change(event) else { continue }
        matters = true
        heard.add(change)
      }
    }
  }

  /// nil for an event that says nothing of the site.
  private func change(_ event: InotifyEvent) -> HeardChanges? {
    // Events were lost, so anything may have changed.
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return .anything }
    guard let folder = folders[event.watch] else { return nil }
    if event.mask & UInt32(IN_IGNORED) != 0 {
      folders[event.watch] = nil
      if watches[folder.path] == event.watch { watches[folder.path] = nil }
      return .anything
    }
    // The creation of a file says nothing yet; it is closed once it is written. A link is never closed.
    let isFolder = event.mask & UInt32(IN_ISDIR) != 0
    let path = "\(folder.path)/\(event.name)"
    if event.mask & UInt32(IN_CREATE) != 0, !isFolder, !Self.isLink(path) { return nil }
    let isWanted = folder.names?.contains(event.name) ?? !HeardChanges.isPassing(event.name)
    guard isWanted else { return nil }
    // Of the watched folder itself there is no name.
    return isFolder || event.name.isEmpty ? .anything : .files([path])
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
