import CallboardCrawl
package import CallboardDiagnostics
import CallboardSite
import CallboardTemplate
import Glibc

/// `callboard theme`: copies files of the theme for the operator to change, and judges those that were changed.
package struct ThemeSession: Sendable {
  private let configuration: SiteConfiguration

  /// The operator's folder as seen from the current one.
  package let folder: String
  /// Whether `site.yaml` names the folder, so that builds use it.
  package let isFolderUsed: Bool

  /// Where files go when `site.yaml` does not say.
  private static let usualFolder = "portal"

  /// Reads `site.yaml`.
  ///
  /// - Parameter configuration: Its path; nil for the one in the current folder, if there is one.
  /// - Throws: ``BuildFailure`` when it cannot be read or has errors.
  package init(configuration path: String?) throws(BuildFailure) {
    configuration = try ConfigureStage.run(BuildRequest(configuration: path))
    isFolderUsed = configuration.theme.folder != nil
    folder = RelativeFolder.path(
      configuration.theme.folder?.value ?? Self.usualFolder,
      from: configuration.folder
    )
  }

  /// The names that ``eject(_:as:)`` takes, sorted.
  package static var names: [String] { SiteTheme.ejectableNames }

  /// What becomes of a file that is there already.
  package enum Ejection: Sendable {
    /// It is left alone, and the command fails.
    case new
    case replacing
    /// It is left alone, and noted as fitting the present theme.
    case keeping
  }

  /// Copies files of the theme into the operator's folder, all or none.
  ///
  /// - Returns: The paths of the files, as seen from the current folder.
  /// - Throws: ``BuildFailure`` for a name that is none, a file that is there already, and what cannot be written.
  package func eject(_ names: [String], as ejection: Ejection) throws(BuildFailure) -> [String] {
    var chosen: [(path: String, bytes: [UInt8])] = []
    for name in names {
      guard let file = SiteTheme.ejectable(name) else {
        let nearest = SiteTheme.nearestEjectable(to: name)
        throw BuildFailure(
          "the theme has no file '\(name)'",
          help: [
            nearest.map { "Change it to '\($0)'." }
              ?? "Run 'callboard theme eject' without a name for a list of all."
          ]
        )
      }
      let target = "\(folder)/\(file.path)"
      let isThere = access(target, F_OK) == 0
      if isThere, case .new = ejection {
        throw BuildFailure(
          "'\(target)' exists already",
          help: ["Use --force to replace it, or --keep to keep it and note that it is up to date."]
        )
      }
      if !isThere, case .keeping = ejection {
        throw BuildFailure(
          "there is no '\(target)' to keep",
          help: ["Leave --keep out to copy the file."]
        )
      }
      chosen.append(file)
    }
    var versions = EjectedVersions(try noted(EjectedVersions.file))
    for file in chosen {
      versions.versions[file.path] = GeneratorVersion.current
      if case .keeping = ejection {} else { try write(file.bytes, to: file.path) }
      try write(file.bytes, to: "\(SiteTheme.originalsFolder)/\(file.path)")
    }
    try write(versions.bytes, to: "\(SiteTheme.originalsFolder)/\(EjectedVersions.file)")
    return chosen.map { "\(folder)/\($0.path)" }
  }

  /// A file of the folder of originals; empty when there is none yet.
  private func noted(_ name: String) throws(BuildFailure) -> [UInt8] {
    let path = "\(folder)/\(SiteTheme.originalsFolder)/\(name)"
    return access(path, F_OK) == 0 ? try OperatorFile.read(path) : []
  }

  /// Everything that can be said of the theme without rendering a page, sorted.
  ///
  /// - Throws: ``BuildFailure`` when a file cannot be read.
  package func check() throws(BuildFailure) -> FindingReport {
    do {
      let stage = ThemeStage(configuration)
      let files = try stage.read()
      var diagnostics = files.diagnostics + files.contrastFindings()
      do {
        let theme = try files.theme(
          version: BuildPipeline.version(of: files.files),
          language: configuration.language
        )
        diagnostics += files.findings(in: theme)
      } catch let error as TemplateError {
        diagnostics.append(.templateError(error, in: files.file(ofTemplate: error.file)))
      }
      diagnostics += files.outdated(try originals())
      return FindingReport(
        diagnostics: configuration.check.rules.judge(diagnostics.sorted()),
        version: GeneratorVersion.current,
        siteFile: configuration.file ?? "site.yaml",
        source: ThemeStage.source
      )
    } catch {
      throw BuildFailure(error)
    }
  }

  private func originals() throws -> [String: [UInt8]] {
    let path = "\(folder)/\(SiteTheme.originalsFolder)"
    guard isFolderUsed, access(path, F_OK) == 0 else { return [:] }
    return try FolderFiles.read(path, limit: 16 << 20)
  }

  /// Writes a file below the operator's folder, and the folders on the way to it.
  private func write(_ bytes: [UInt8], to path: String) throws(BuildFailure) {
    var parent = folder
    for part in path.split(separator: "/").dropLast() {
      try makeFolder(parent)
      parent += "/\(part)"
    }
    try makeFolder(parent)
    try OperatorFile.write(bytes, to: "\(folder)/\(path)")
  }

  private func makeFolder(_ path: String) throws(BuildFailure) {
    guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    throw BuildFailure(
      "the folder '\(path)' could not be made: \(String(cString: strerror(errno)))",
      help: ["Check the path and its permissions."]
    )
  }
}
