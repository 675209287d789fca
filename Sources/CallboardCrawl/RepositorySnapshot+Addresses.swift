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

  /// The forge's page of the folder that holds a file, with a slash at its end.
  package func folderURL(ofFile path: String) -> String? {
    guard let forge, let ref else { return nil }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return forge.folderURL(folder, at: ref).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// The file that an address of the forge shows; nil for addresses of anything else.
  package func file(atViewURL url: String) -> SourceFile? {
    // A name that needs no escaping shows where the path stands in the forge's addresses.
    let marker = "catalog-info.yaml"
    guard let sample = viewURL(of: marker), sample.hasSuffix(marker) else { return nil }
    let prefix = sample.dropLast(marker.count)
    guard url.hasPrefix(prefix) else { return nil }
    return file(at: String(url.dropFirst(prefix.count)))
  }
}
