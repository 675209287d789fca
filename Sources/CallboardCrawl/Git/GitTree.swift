/// The files of one commit, as `git ls-tree -r -l -z` lists them.
struct GitTree: Sendable {
  private(set) var listing = FolderListing()

  /// Reads the listing; nil when it is not what git writes.
  ///
  /// A tree is what an author pushed, by any program: its names are checked like those on disk.
  init?(_ output: [UInt8], limits: CrawlLimits) {
    for record in output.split(separator: 0) {
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let fields = record[..<tab].split(separator: UInt8(ascii: " "))
      guard fields.count == 4 else { return nil }
      let path = record[record.index(after: tab)...]
      guard listing.files.count + listing.omissions.count < limits.filesPerRepository else {
        listing.isOverLimit = true
        return
      }
      add(path, mode: fields[0], id: fields[2], size: fields[3], limits: limits)
    }
    listing.files.sort { $0.path.precedesInBytes($1.path) }
    // A malformed tree may name a file twice.
    var previous: String?
    listing.files.removeAll { file in
      defer { previous = file.path }
      return previous.map { $0.hasSameBytes(as: file.path) } ?? false
    }
  }

  private mutating func add(
    _ path: ArraySlice<UInt8>,
    mode: ArraySlice<UInt8>,
    id: ArraySlice<UInt8>,
    size: ArraySlice<UInt8>,
    limits: CrawlLimits
  ) {
    let text = String(decoding: path, as: UTF8.self)
    // The first digits of the mode are the kind: 12 a symbolic link, 16 a submodule, 10 a file.
    switch String(decoding: mode.prefix(2), as: UTF8.self) {
    case "12": return listing.omissions.add(text, for: .symbolicLink)
    case "16": return listing.omissions.add(text, for: .nestedRepository)
    case "10": break
    default: return listing.omissions.add(text, for: .special)
    }
    let components = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if let reason = Self.objection(to: components, pathBytes: path.count, limits: limits) {
      return listing.omissions.add(text, for: reason)
    }
    guard String(validating: path, as: UTF8.self) != nil else {
      return listing.omissions.add(text, for: .notUTF8)
    }
    guard let size = Int(String(decoding: size, as: UTF8.self)) else {
      return listing.omissions.add(text, for: .unreadable)
    }
    let id = String(decoding: id, as: UTF8.self)
    listing.files.append(SourceFile(path: text, size: size, fingerprint: .blob(id)))
  }

  private static func objection(
    to components: [ArraySlice<UInt8>],
    pathBytes: Int,
    limits: CrawlLimits
  ) -> PathOmissions.Reason? {
    if pathBytes > limits.pathBytes { return .tooLong }
    if components.count - 1 > limits.folderDepth { return .tooDeep }
    for component in components {
      if component.count > limits.pathPartBytes { return .tooLong }
      let isNavigation = component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8)
      if component.isEmpty || isNavigation || component.elementsEqual(".git".utf8) {
        return .special
      }
    }
    return nil
  }
}
