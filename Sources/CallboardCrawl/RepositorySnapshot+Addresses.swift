extension RepositorySnapshot {
  /// The forge's page that shows a file, at a line from 1; nil for repositories on no known forge.
  package func viewURL(of path: String, line: Int? = nil) -> String? {
    guard let forge, let ref else { return nil }
    return forge.fileURL(path, at: ref, line: line)
  }

  /// The forge's page on which a file is edited; nil where there is none, as for a tag.
  package func editURL(of path: String) -> String? {
    guard let forge, let ref else { return nil }
    return forge.editURL(path, at: ref)
  }

  /// The forge's page of the folder that holds a file, with a slash at the end of its path, so that what is
  /// relative to it lies inside.
  package func folderURL(ofFile path: String) -> String? {
    guard let forge, let ref else { return nil }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    switch forge.kind {
    case .azure:
      return forge.fileURL(folder.isEmpty ? "" : folder + "/", at: ref)
    case .bitbucketServer:
      // The reference stands behind the path, as a query.
      return forge.folderURL(folder, at: ref).map { url in
        guard let query = url.firstIndex(of: "?") else { return url + "/" }
        return url[..<query] + "/" + url[query...]
      }
    case .github, .gitlab, .gitea, .bitbucketCloud, .plain:
      return forge.folderURL(folder, at: ref).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    }
  }
}
