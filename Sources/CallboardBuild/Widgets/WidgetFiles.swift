import CallboardDiagnostics
import CallboardSite
import Glibc

/// The operator's own files that pages of widgets are made from: radars, and what earlier builds found of scorecards.
///
/// They belong to no repository, so the log of what the crawl reads does not have them: their ``version`` stands for them
/// where a build asks whether anything has changed.
struct WidgetFiles: Sendable {
  /// One file, with the path that messages show.
  struct File: Sendable {
    var source: SourcePath
    var contents: Result<[UInt8], BuildFailure>
  }

  /// In the order of `radars`.
  let radars: [File]
  /// nil where the operator keeps none.
  let history: File?

  /// Reads all of them.
  init(_ configuration: SiteConfiguration) {
    func file(_ path: String) -> File {
      let source = SourcePath(
        repository: "",
        path: RelativeFolder.path(path, from: configuration.folder)
      )
      do throws(BuildFailure) {
        return File(source: source, contents: .success(try OperatorFile.read(source.path)))
      } catch {
        return File(source: source, contents: .failure(error))
      }
    }
    radars = configuration.radars.map(file)
    history = configuration.scorecards.history.map(file)
  }

  private var all: [File] { radars + [history].compactMap(\.self) }

  /// What distinguishes these files from others; one that cannot be read is told from an empty one.
  var version: ContentHash {
    var combiner = ContentHash.Combiner()
    for file in all {
      combiner.combine("path", file.source.path)
      switch file.contents {
      case .success(let bytes): combiner.combine("bytes", bytes)
      case .failure(let failure): combiner.combine("failure", failure.summary)
      }
    }
    return combiner.finalize()
  }

  /// What could not be read.
  var diagnostics: [Diagnostic] {
    all.compactMap { file in
      if case .failure(let failure) = file.contents {
        Diagnostic.operatorFileUnreadable(file.source, failure)
      } else {
        nil
      }
    }
  }

  /// The absolute paths of the folders that the files stand in.
  var sourceFolders: Set<String> {
    Set(all.map { RelativeFolder.folder(of: $0.source.path) }).reduce(into: []) { folders, path in
      guard let resolved = realpath(path, nil) else { return }
      defer { free(resolved) }
      folders.insert(String(cString: resolved))
    }
  }
}
