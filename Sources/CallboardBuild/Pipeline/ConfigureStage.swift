import CallboardDiagnostics
import Glibc

/// Stage 0: finds and reads `site.yaml`.
enum ConfigureStage {
  static func run(_ request: BuildRequest) throws(BuildFailure) -> SiteConfiguration {
    guard let path = request.configuration ?? (access("site.yaml", F_OK) == 0 ? "site.yaml" : nil)
    else { return .withoutFile() }
    let bytes = try OperatorFile.read(path)
    let file = SourcePath(repository: "", path: path)
    let read = SiteConfiguration.read(bytes, file: file, folder: RelativeFolder.folder(of: path))
    let errors = read.diagnostics.filter { finding in
      // A repository that is judged alone needs no list of others.
      finding.severity == .error
        && (request.repository == nil || finding.id != .sourcesMissing)
    }
    guard errors.isEmpty else {
      throw BuildFailure(
        "\(path) cannot be used as it stands",
        help: [
          "Mend what is named above; 'callboard init' writes a commented file to compare with."
        ],
        diagnostics: errors,
        source: { $0 == file ? bytes : nil }
      )
    }
    return read.output
  }
}

/// Joins paths of the operator's file system.
package enum RelativeFolder {
  /// A path as seen from the current folder, when it was written relative to another one.
  package static func path(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : folder + "/" + path
  }

  /// The folder of a file; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
