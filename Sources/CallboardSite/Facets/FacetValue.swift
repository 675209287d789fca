import CallboardCatalog

/// One value of a facet, such as a team of the facet *owner* or the tag `java`.
enum FacetValue: Hashable, Sendable {
  /// Of owner, system and domain. The entity may be missing from the catalog.
  case entity(EntityRef)
  /// Of the others; in lower case, because filters of Backstage compare without regard to case.
  case text(String)

  /// A value as an author wrote it.
  init(text: String) {
    self = .text(text.lowercased())
  }

  /// The entity that the value is; nil for a text.
  var ref: EntityRef? {
    switch self {
    case .entity(let ref): ref
    case .text: nil
    }
  }

  /// The parts of the value's address below its facet's: `default/group/sellers` or `java`.
  ///
  /// Systems and domains are of one kind each, so theirs has no kind.
  func routeComponents(of facet: Facet) -> [String] {
    let parts =
      switch self {
      case .entity(let ref):
        facet == .owner ? [ref.namespace, ref.kind, ref.name] : [ref.namespace, ref.name]
      case .text(let text): [text]
      }
    return parts.map(Self.component)
  }

  /// A text as one part of a path, which a tag and the name of an entity are already.
  ///
  /// A type, a lifecycle or a reference to nothing is any text. What a file system or a host may refuse becomes `-`, and a hash of the
  /// whole keeps such a part apart from all others: `data set` is `data-set~b9a3…`.
  private static func component(of text: String) -> String {
    let bytes = Array(text.utf8)
    let isWhole =
      bytes.count <= 80 && bytes.allSatisfy(isPlain) && bytes.first != UInt8(ascii: ".")
      && text != "-" && !bytes.isEmpty && PortableName.isFolder(text)
    if isWhole { return text }
    let stem = bytes.prefix(60).map { isPlain($0) && $0 < 0x80 ? $0 : UInt8(ascii: "-") }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    // A dot at the start would hide the folder from hosts.
    let visible = stem.drop { $0 == UInt8(ascii: ".") }
    return String(decoding: visible, as: UTF8.self) + "~" + digits
  }

  /// Letters, digits and marks of tags; all of any other script than Latin.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "#"), 0x80...:
      true
    default: false
    }
  }
}

extension FacetValue: CustomStringConvertible {
  /// `group:default/sellers` or `java`: what the table's data and queries call it.
  var description: String {
    switch self {
    case .entity(let ref): ref.description
    case .text(let text): text
    }
  }
}
