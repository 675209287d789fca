package import CallboardDiagnostics

/// Files of the operator's that stand in for one of Callboard's.
extension SiteTheme {
  /// The hidden folder in the operator's, with Callboard's own files as they were when they were copied.
  package static let originalsFolder = ".ejected"

  /// The names that `callboard theme eject` takes: all files of the theme, sorted.
  package static var ejectableNames: [String] {
    Theme.packedFiles.keys.filter { $0 != "theme.yaml" }.sorted()
  }

  /// The file that a name means: `pages/home.html` is short for `templates/pages/home.html`.
  package static func ejectable(_ name: String) -> (path: String, bytes: [UInt8])? {
    let packed = Theme.packedFiles
    for path in [name, "templates/\(name)"] where path != "theme.yaml" {
      if let bytes = packed[path] { return (path, bytes) }
    }
    return nil
  }

  /// The name of a file that was probably meant by one that is none.
  package static func nearestEjectable(to name: String) -> String? {
    let names = ejectableNames
    return NearestName.of(name, in: names) ?? NearestName.of("templates/\(name)", in: names)
  }

  /// Which of them were copied from a file that has changed since.
  ///
  /// - Parameter originals: The files of ``originalsFolder`` by their paths in it.
  package func outdated(_ originals: [String: [UInt8]]) -> [Diagnostic] {
    let versions = EjectedVersions(originals[EjectedVersions.file] ?? []).versions
    let packed = Theme.packedFiles
    return own.paths.sorted().compactMap { path in
      guard let shipped = packed[path], let mine = files[path], mine != shipped,
        !isExtension(mine)
      else { return nil }
      guard let original = originals[path] else {
        // Words of the operator's are not copied as a rule: what their file lacks is the theme's.
        return path.hasPrefix(UIStrings.folder) ? nil : .themeOverrideUnknown(path, file(path))
      }
      guard original != shipped else { return nil }
      return .themeOverrideOutdated(
        path,
        LineChanges(from: original, to: shipped),
        since: versions[path],
        in: file(path)
      )
    }
  }

  /// Whether a template extends the one it replaces: then what changes there changes here.
  private func isExtension(_ bytes: [UInt8]) -> Bool {
    bytes[...].firstRange(ofBytes: "extends \"\(Theme.shippedPrefix)".utf8) != nil
  }

  /// Pairs of colours that the operator's style sheets make too alike.
  package func contrastFindings() -> [Diagnostic] {
    let sheets = own.paths.filter { $0.hasPrefix("styles/") && $0.hasSuffix(".css") }.sorted()
    guard !sheets.isEmpty else { return [] }
    var whole = TokenSheet()
    for path in [tokensPath, SiteStyle.path] { whole.add(css: files[path] ?? []) }
    for path in sheets where path != tokensPath { whole.add(css: files[path] ?? []) }
    let failures = contrastRules.flatMap { $0.failures(in: whole) }
    return sheets.flatMap { path -> [Diagnostic] in
      var sheet = TokenSheet()
      sheet.add(css: files[path] ?? [])
      let names = Set(sheet.names)
      let own = Dictionary(grouping: failures.filter { names.contains($0.colour) }, by: \.colour)
      return own.sorted { $0.key < $1.key }.compactMap { _, failures in
        guard let worst = failures.min(by: { $0.ratio / $0.needed < $1.ratio / $1.needed }) else {
          return nil
        }
        return .themeContrastLow(
          worst,
          besides: failures.filter { $0 != worst },
          at: .wholeFile(file(path))
        )
      }
    }
  }
}

extension Diagnostic.ID {
  static let themeOverrideOutdated = Self(rawValue: "theme-override-outdated")
  static let themeOverrideUnknown = Self(rawValue: "theme-override-unknown")
}

extension Diagnostic {
  /// The most lines of a change that a message shows.
  private static let shownLines = 12

  static func themeOverrideOutdated(
    _ path: String,
    _ changes: LineChanges,
    since version: String?,
    in file: SourcePath
  ) -> Diagnostic {
    let rest = changes.changes.count - shownLines
    return Diagnostic(
      id: .themeOverrideOutdated,
      severity: .warning,
      summary:
        "Callboard's '\(path)' has changed since it was copied\(version.map { " from version \($0)" } ?? ""): "
        + "lines added: \(changes.addedCount), removed: \(changes.removedCount)",
      span: .wholeFile(file),
      notes: changes.changes.prefix(shownLines).map { change in
        Note("\(change.isAdded ? "+" : "-") \(change.line): \(change.text)")
      } + (rest > 0 ? [Note("and \(rest) lines more")] : []),
      help: [
        "Take over what matters, then run 'callboard theme eject --keep \(path)' to say that it is done."
      ]
    )
  }

  static func themeOverrideUnknown(_ path: String, _ file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .themeOverrideUnknown,
      severity: .note,
      summary: "Nothing says which version of Callboard's '\(path)' this file was made from",
      span: .wholeFile(file),
      help: ["Run 'callboard theme eject --keep \(path)' if it fits the present one."]
    )
  }
}
