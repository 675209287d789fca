package import CallboardDiagnostics
import CallboardTemplate

/// What of the operator's files no page can show.
extension SiteTheme {
  /// The folder of slots among templates.
  package static let slotFolder = "slots/"

  /// Files that nothing uses, and strings that no page shows.
  ///
  /// - Parameter theme: Made of these files.
  package func findings(in theme: Theme) -> [Diagnostic] {
    guard !own.paths.isEmpty else { return [] }
    let references = theme.templates.references
    let shipped = Theme.packedFiles
    let used = reachable(references, from: shipped)
    let slots = used.filter { $0.hasPrefix(Self.slotFolder) }
      .map { String($0.dropFirst(Self.slotFolder.count).dropLast(".html".count)) }
      .sorted()
    var found = stringFindings()
    for path in own.paths.sorted() {
      let file = file(path)
      if path.hasPrefix("templates/") {
        let name = String(path.dropFirst("templates/".count))
        if name.hasPrefix(Self.slotFolder), !used.contains(name) {
          let slot = name.dropFirst(Self.slotFolder.count)
          let bare = slot.hasSuffix(".html") ? slot.dropLast(".html".count) : slot
          found.append(.themeSlotUnknown(String(bare), known: slots, in: file))
        } else if !used.contains(name) {
          found.append(unused(path, file, shipped))
        }
      } else if shipped[path] == nil, !isUsed(path) {
        found.append(unused(path, file, shipped))
      }
    }
    return found
  }

  /// The slots of the theme that Callboard carries, sorted.
  package static func slots(of theme: Theme) -> [String] {
    Set(theme.templates.references.values.joined())
      .filter { $0.hasPrefix(slotFolder) }
      .map { String($0.dropFirst(slotFolder.count).dropLast(".html".count)) }
      .sorted()
  }

  /// The templates that pages are made of, and those that these name.
  private func reachable(
    _ references: [String: Set<String>],
    from shipped: [String: [UInt8]]
  ) -> Set<String> {
    var pending = shipped.keys.filter {
      $0.hasPrefix("templates/pages/") || $0.hasPrefix("templates/export/")
    }
    .map { String($0.dropFirst("templates/".count)) }
    var reached: Set<String> = []
    while let name = pending.popLast() {
      guard reached.insert(name).inserted else { continue }
      pending += references[name] ?? []
    }
    return reached
  }

  /// Whether a file that replaces none of the theme stands where files are added.
  private func isUsed(_ path: String) -> Bool {
    guard path.contains("/") else { return false }
    return ["styles/", "scripts/", "files/", "strings/"].contains { path.hasPrefix($0) }
      || path.hasPrefix("icons/") && path.hasSuffix(".svg")
  }

  private func unused(
    _ path: String,
    _ file: SourcePath,
    _ shipped: [String: [UInt8]]
  ) -> Diagnostic {
    .themeFileUnused(path, nearest: NearestName.of(path, in: shipped.keys), in: file)
  }
}
