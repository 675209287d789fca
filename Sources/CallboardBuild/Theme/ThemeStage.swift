import CallboardCrawl
import CallboardDiagnostics
import CallboardSite
import CallboardTemplate
import Glibc

/// Makes the theme of the site from Callboard's own files, the operator's folder and the settings of `site.yaml`.
struct ThemeStage {
  let settings: ThemeSettings
  /// The folder of `site.yaml`, which paths are relative to.
  let folder: String
  /// That of the site, as a BCP 47 tag.
  let language: String

  init(_ configuration: SiteConfiguration) {
    settings = configuration.theme
    folder = configuration.folder
    language = configuration.language
  }

  /// What a build needs of the theme.
  struct Output: Sendable {
    var theme: Theme
    var files: SiteTheme
    /// Findings about settings and files, without errors.
    var diagnostics: [Diagnostic]
  }

  /// - Parameters:
  ///   - files: What ``read()`` gave.
  ///   - rendered: The templates that will be rendered, in a build that an earlier one has judged all others for;
  ///     nothing is said of files that no page uses then. nil for all.
  /// - Throws: ``BuildFailure`` for what the operator has to mend first: a file that is missing, a template that does not
  ///   compile, a setting that cannot be.
  func run(_ files: SiteTheme, rendering rendered: [String]? = nil) throws -> Output {
    let diagnostics = files.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw BuildFailure(
        "'theme' in site.yaml cannot be used as it stands",
        help: ["Mend what is named above."],
        diagnostics: diagnostics,
        source: Self.source
      )
    }
    do {
      let theme = try files.theme(
        version: BuildPipeline.version(of: files.files),
        language: language,
        rendered: rendered
      )
      let unused = rendered == nil ? files.findings(in: theme) : []
      return Output(
        theme: theme,
        files: files,
        diagnostics: diagnostics + files.contrastFindings() + unused
      )
    } catch let error as TemplateError {
      throw files.failure(error)
    }
  }

  /// The absolute paths of the folders that the files of a theme stand in.
  func sourceFolders(of files: SiteTheme) -> Set<String> {
    var paths = settings.givenFiles.map { RelativeFolder.path($0, from: folder) }
    paths += files.own.paths.map { files.file($0).path }
    if let own = settings.folder {
      // An empty folder is one to wait at, too.
      paths.append(RelativeFolder.path(own.value, from: folder) + "/.")
    }
    return Set(
      Set(paths.map(RelativeFolder.folder(of:))).compactMap { path in
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
      }
    )
  }

  /// Reads the files, and compiles nothing.
  func read() throws -> SiteTheme {
    var folderFiles: [String: [UInt8]] = [:]
    let path = settings.folder.map { RelativeFolder.path($0.value, from: folder) }
    if let path {
      do throws(ReadError) {
        folderFiles = try FolderFiles.read(path, limit: 16 << 20)
      } catch {
        throw BuildFailure(
          "the theme's folder '\(path)' \(error)",
          help: [
            "Create it, for example with 'callboard theme eject', or correct 'theme.folder' in site.yaml."
          ]
        )
      }
    }
    var given: [String: [UInt8]] = [:]
    for file in settings.givenFiles where given[file] == nil {
      do throws(BuildFailure) {
        given[file] = try OperatorFile.read(RelativeFolder.path(file, from: folder))
      } catch {
        throw BuildFailure(
          "\(error.summary); 'theme' in site.yaml names it",
          help: ["Correct the path, which is relative to the folder of site.yaml."]
        )
      }
    }
    return try SiteTheme(settings, folderFiles: folderFiles, folder: path, given: given)
  }

  /// The operator's own files, for messages that show a line of them.
  static let source: @Sendable (SourcePath) -> [UInt8]? = { file in
    guard file.repository.isEmpty else { return nil }
    return (try? OperatorFile.read(file.path)) ?? Theme.packedFiles[file.packedPath]
  }
}

extension SourcePath {
  /// The path among the files that Callboard carries, of one that messages place in its folder `theme`.
  fileprivate var packedPath: String {
    path.hasPrefix("theme/") ? String(path.dropFirst("theme/".count)) : path
  }
}

extension SiteTheme {
  /// A template's fault as the end of a build, with the file that it stands in.
  func failure(_ error: TemplateError) -> BuildFailure {
    BuildFailure(
      "the theme does not work",
      help: ["Mend the template that is named above."],
      diagnostics: [.templateError(error, in: file(ofTemplate: error.file))],
      source: ThemeStage.source
    )
  }
}
