import CallboardCatalog
package import CallboardDiagnostics
import CallboardJSON

/// The catalog as the browser's table reads it: columns with dictionaries, in files of a fixed number of rows.
///
/// `docs/reference/catalog-table.md` describes the format. Rows follow the order of the catalog, so those of a kind
/// stand together and a page of one kind loads only its files.
package enum CatalogTable {
  /// The version of the format. A client refuses any other.
  static let formatVersion = 1
  static let rowsPerFile = 2048
  private static let folder = "catalog/-/table/"
  /// Relative to the site's root; names all other files.
  static let entryPath = folder + "entry.json"

  /// Hands over the files of the table, the entry last; one at a time, since those of a large catalog are large.
  ///
  /// - Parameters:
  ///   - strings: For the names of kinds.
  ///   - found: All findings of the build, for the column of problems.
  /// - Complexity: linear in the number of entities and findings.
  package static func write(
    _ model: SiteModel,
    _ strings: UIStrings = .english,
    found: [Diagnostic],
    to write: (OutputFile) throws -> Void
  ) rethrows {
    let catalog = model.catalog
    let severities = FindingPlaces(model, found: found).worstSeverities(found)
    var build = BuildMark()
    let starts = stride(from: 0, to: catalog.entities.count, by: rowsPerFile)
    for (number, start) in starts.enumerated() {
      let end = min(start + rowsPerFile, catalog.entities.count)
      let ids = EntityID(clamping: start)..<EntityID(clamping: end)
      let shard = TableShard(catalog: catalog, ids: ids, severities: severities)
      for (name, make) in [("rows", shard.rows), ("text", shard.text)] {
        let bytes = make()
        build.combine(bytes)
        try write(OutputFile(path: "\(folder)\(name)/\(number).json", bytes: bytes))
      }
    }
    let entry = entry(catalog, strings, build: build.description)
    try write(OutputFile(path: entryPath, bytes: entry))
  }

  private static func entry(
    _ catalog: Catalog,
    _ strings: UIStrings,
    build: String
  ) -> [UInt8] {
    var kinds: [(kind: String, first: Int, count: Int)] = []
    for (index, entity) in catalog.entities.enumerated() {
      if kinds.last?.kind != entity.ref.kind { kinds.append((entity.ref.kind, index, 0)) }
      kinds[kinds.count - 1].count += 1
    }
    kinds.sort { KindStyle.isBefore($0.kind, $1.kind) }
    var writer = JSONWriter()
    writer.object { object in
      object.member("format", formatVersion)
      object.member("build", build)
      object.member("rows", catalog.entities.count)
      object.member("rowsPerFile", rowsPerFile)
      object.key("kinds")
      object.array { array in
        for kind in kinds {
          let style = KindStyle.of(kind.kind, in: catalog.model, strings)
          array.object { object in
            object.member("kind", kind.kind)
            object.member("label", style.label)
            object.member("plural", style.plural)
            object.member("icon", style.icon)
            object.member("first", kind.first)
            object.member("count", kind.count)
          }
        }
      }
    }
    writer.endRecord()
    return writer.bytes
  }

  /// Equal files, equal text: browsers may keep a file for ever under an address with it.
  private struct BuildMark: CustomStringConvertible {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ bytes: [UInt8]) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    var description: String { String(hash, radix: 16) }
  }

  /// A description in one line of at most 200 bytes, cut between words.
  static func summary(_ description: String) -> String {
    let limit = 200
    if description.utf8.count <= limit, isOneLine(description.utf8) { return description }
    var line: [UInt8] = []
    var lastGap = 0
    for byte in description.utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isSpace, line.isEmpty || line.last == 0x20 { continue }
      if isSpace { lastGap = line.count }
      if line.count == limit {
        // A word without a gap is cut before the character that the limit falls into.
        var end = lastGap > limit / 2 ? lastGap : limit
        if end == limit { while end > 0, byteContinues(line, at: end, next: byte) { end -= 1 } }
        return String(decoding: line[..<end], as: UTF8.self) + "…"
      }
      line.append(isSpace ? 0x20 : byte)
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether a text has no space but single ones between words, as most have.
  private static func isOneLine(_ text: String.UTF8View) -> Bool {
    var isAfterSpace = true
    for byte in text {
      if byte == 0x20 && isAfterSpace || (0x09...0x0D).contains(byte) { return false }
      isAfterSpace = byte == 0x20
    }
    return !isAfterSpace || text.isEmpty
  }

  /// Whether a cut before `index` would fall into a character of several bytes.
  private static func byteContinues(_ line: [UInt8], at index: Int, next: UInt8) -> Bool {
    (index < line.count ? line[index] : next) & 0xC0 == 0x80
  }
}
