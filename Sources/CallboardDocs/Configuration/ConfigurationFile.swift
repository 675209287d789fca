import CallboardDiagnostics
import CallboardYAML

/// Reads a configuration file with those that it inherits from.
struct ConfigurationFile {
  /// Files of the same repository, by their paths.
  let contents: (String) -> [UInt8]?
  private(set) var diagnostics: [Diagnostic] = []

  /// How many files may inherit from one another.
  static let inheritanceLimit = 8

  init(contents: @escaping (String) -> [UInt8]?) {
    self.contents = contents
  }

  /// The merged mapping; nil when the file itself holds none, which is a finding.
  ///
  /// A parent that is missing, damaged or leads in a circle is a finding, and the file's own keys hold.
  mutating func read(_ bytes: [UInt8], _ file: SourcePath) -> ConfigurationValue? {
    guard var merged = mapping(bytes, file) else { return nil }
    var seen: Set<String> = [file.path]
    var last = merged
    while let inherit = last["INHERIT"], !inherit.isNull {
      guard let parent = parent(of: inherit, &seen) else { break }
      merged = merged.inheriting(parent)
      last = parent
    }
    return merged
  }

  private mutating func parent(
    of inherit: ConfigurationValue,
    _ seen: inout Set<String>
  ) -> ConfigurationValue? {
    guard let written = inherit.string else {
      diagnostics.append(.inheritedFileMissing(inherit.typeName, at: inherit.span))
      return nil
    }
    let folder = RepositoryPath.folder(of: inherit.span.file.path)
    guard !written.hasPrefix("/"), let path = RepositoryPath.join(folder, written) else {
      diagnostics.append(.docsOutsideRepository(written, at: inherit.span))
      return nil
    }
    guard seen.insert(path).inserted, seen.count <= Self.inheritanceLimit else {
      diagnostics.append(.inheritanceCycle(written, at: inherit.span))
      return nil
    }
    guard let bytes = contents(path) else {
      diagnostics.append(.inheritedFileMissing(written, at: inherit.span))
      return nil
    }
    return mapping(bytes, SourcePath(repository: inherit.span.file.repository, path: path))
  }

  private mutating func mapping(_ bytes: [UInt8], _ file: SourcePath) -> ConfigurationValue? {
    let options = YAMLOptions(foreignTags: .opaque)
    let parsed = YAMLParser.document(bytes, file: file, options: options)
    diagnostics += parsed.diagnostics
    guard let root = parsed.output, root.mapping != nil else {
      if parsed.diagnostics.isEmpty { diagnostics.append(.mkDocsNotAMapping(file)) }
      return nil
    }
    return ConfigurationValue(root, file: file)
  }
}
