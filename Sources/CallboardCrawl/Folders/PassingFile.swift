/// Files that editors keep beside one that is open, and for a moment while it is saved.
///
/// They come and go with every file that somebody opens, and hold nothing that is meant to be read.
package enum PassingFile {
  private static let endings: [[UInt8]] = [
    "~", ".swp", ".swo", ".swx", "___jb_tmp___", "___jb_old___",
  ].map { Array($0.utf8) }
  private static let draft = Array(".goutputstream-".utf8)
  /// With which Vim tries whether a folder can be written to.
  private static let trial = Array("4913".utf8)

  /// Whether a file of this name is one, in the bytes of the file system.
  ///
  /// The names are those of Vim (`:help swap-file`, `:help backup`), Emacs ("Auto Save Files", "File Locks" and "Backup
  /// Names" of its manual), JetBrains' "safe write" and GLib's `g_file_replace`.
  package static func hasName(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    let hash = UInt8(ascii: "#")
    if name.first == hash, name.last == hash, name.count > 1 { return true }
    return endings.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
      || isLock(name) || name.starts(with: draft) || name.elementsEqual(trial)
  }

  /// Whether it is the name of a lock of Emacs, which is a link that leads nowhere, or a file where there are no links.
  static func isLock(_ name: some Collection<UInt8>) -> Bool { name.starts(with: ".#".utf8) }
}
