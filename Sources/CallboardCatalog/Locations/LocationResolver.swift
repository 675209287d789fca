package import CallboardDiagnostics

/// Finds the crawled files that the targets of Location entities name, in any repository of the site.
package struct LocationResolver {
  /// What a target names.
  package enum Resolution: Hashable, Sendable {
    /// A path from the root of the descriptor's repository.
    case path(String)
    /// A glob over the paths of the descriptor's repository.
    case pattern(String)
    /// An absolute URL.
    case url(String)
    /// Something Callboard does not read: a discovery plugin's type, a path outside.
    case unsupported
  }

  private let paths: Set<String>
  private let pathsMatching: (String) -> [String]
  private let filesOfURL: (String) -> [SourcePath]?

  /// - Parameters:
  ///   - paths: All files of the repository that the descriptors lie in.
  ///   - pathsMatching: Those of them that a glob matches, in the order to list them.
  ///   - filesOfURL: The crawled files that a URL shows, or that match it; empty for a place in a crawled
  ///     repository where there is none, nil for a place elsewhere.
  package init(
    paths: some Sequence<String>,
    pathsMatching: @escaping (String) -> [String],
    filesOfURL: @escaping (String) -> [SourcePath]? = { _ in nil }
  ) {
    self.paths = Set(paths)
    self.pathsMatching = pathsMatching
    self.filesOfURL = filesOfURL
  }

  /// The files that a target names.
  package func files(for target: LocationTarget) -> Diagnosed<[SourcePath]> {
    var diagnostics: [Diagnostic] = []
    let repository = target.span.file.repository
    let resolution = Self.resolve(target).unwrap(into: &diagnostics)
    let found: [SourcePath]
    switch resolution {
    case .path(let path):
      found = paths.contains(path) ? [SourcePath(repository: repository, path: path)] : []
    case .pattern(let pattern):
      found = pathsMatching(pattern).map { SourcePath(repository: repository, path: $0) }
    case .url(let url):
      guard let files = filesOfURL(url) else {
        if !target.isOptional { diagnostics.append(.locationUnread(target)) }
        return Diagnosed([], diagnostics: diagnostics)
      }
      found = files
    case .unsupported: return Diagnosed([], diagnostics: diagnostics)
    }
    if found.isEmpty, !target.isOptional { diagnostics.append(.locationMissing(target)) }
    return Diagnosed(found, diagnostics: diagnostics)
  }

  /// Reports a target that is not followed, because too many Locations lead to it.
  package static func tooDeep(_ target: LocationTarget, limit: Int) -> Diagnostic {
    .locationDepth(target, limit: limit)
  }

  /// What a target names, seen from its descriptor's folder, whether or not it is there.
  package static func resolve(_ target: LocationTarget) -> Diagnosed<Resolution> {
    if let type = target.type, type != "url", type != "file" {
      return Diagnosed(.unsupported, diagnostics: [.locationType(type, target)])
    }
    if RelativePath.hasScheme(target.target) { return Diagnosed(.url(target.target)) }
    // An absolute path of type file is one of the author's own machine.
    let isOnDisk = target.type == "file" && target.target.hasPrefix("/")
    let path = RelativePath.resolve(target.target, from: target.span.file.path)
    guard let path, !isOnDisk, !target.target.hasSuffix("/") else {
      return Diagnosed(.unsupported, diagnostics: [.locationOutside(target)])
    }
    let isPattern = path.contains { $0 == "*" || $0 == "?" }
    return Diagnosed(isPattern ? .pattern(path) : .path(path))
  }
}
