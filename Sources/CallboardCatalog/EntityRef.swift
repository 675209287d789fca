/// A full reference to one entity: `component:default/checkout`.
///
/// Kind, namespace and name compare without regard to case, as Backstage does; the lowercased form
/// is what is stored, hashed and put in URLs.
package struct EntityRef: Hashable, Sendable {
  package let kind: String
  package let namespace: String
  package let name: String

  /// Makes a reference of parts that are known to be whole.
  package init(kind: String, namespace: String, name: String) {
    self.kind = kind.foldedForRef
    self.namespace = namespace.foldedForRef
    self.name = name.foldedForRef
  }

  /// Reads a reference as an author writes it, filling in what they left out.
  ///
  /// Backstage's `parseEntityRef`: the kind ends at the first `:` unless a `/` stands before it, the
  /// namespace ends at the first `/`, and all the rest is the name, so `a:b:c` is `b:c` of kind `a`.
  ///
  /// - Parameters:
  ///   - text: `[kind:][namespace/]name`.
  ///   - context: The kind and namespace to assume when `text` names none.
  /// - Throws: ``EntityRefError`` if a part is empty or no kind is known.
  package init(_ text: String, in context: Context) throws(EntityRefError) {
    let bytes = text.utf8
    let slash = bytes.firstIndex(of: UInt8(ascii: "/"))
    var colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    if let slash, let found = colon, slash < found { colon = nil }
    let afterColon = colon.map { bytes.index(after: $0) } ?? bytes.startIndex
    let nameStart = slash.map { bytes.index(after: $0) } ?? afterColon

    let kind = colon.map { text[..<$0] }
    let namespace = slash.map { text[afterColon..<$0] }
    let name = text[nameStart...]
    guard kind?.isEmpty != true else { throw .emptyKind }
    guard namespace?.isEmpty != true else { throw .emptyNamespace }
    guard !name.isEmpty else { throw .emptyName }
    guard let kind = kind.map(String.init) ?? context.kind else { throw .missingKind }

    self.init(
      kind: kind,
      namespace: namespace.map(String.init) ?? context.namespace,
      name: String(name)
    )
  }

  /// The kind and namespace that a shortened reference takes from the field it stands in.
  package struct Context: Sendable {
    /// nil where a reference must name its kind, as in `dependsOn`.
    package var kind: String?
    /// That of the entity which holds the field; `default` where no entity does.
    package var namespace: String

    package init(kind: String? = nil, namespace: String = "default") {
      self.kind = kind
      self.namespace = namespace
    }
  }
}

extension EntityRef: Comparable {
  package static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.kind != rhs.kind { return lhs.kind < rhs.kind }
    if lhs.namespace != rhs.namespace { return lhs.namespace < rhs.namespace }
    return lhs.name < rhs.name
  }
}

extension EntityRef: CustomStringConvertible {
  /// `component:default/checkout`.
  package var description: String { "\(kind):\(namespace)/\(name)" }
}

/// Why a text is no reference to an entity.
package enum EntityRefError: Error, Equatable {
  /// Nothing stands before the `:`.
  case emptyKind
  /// Nothing stands before the `/`.
  case emptyNamespace
  case emptyName
  /// The text names no kind, and the field has no default for it.
  case missingKind
}

extension String {
  /// Lower case without regard to the locale; most parts of references are lower case already.
  fileprivate var foldedForRef: String {
    let isFolded = utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    return isFolded ? self : lowercased()
  }
}
