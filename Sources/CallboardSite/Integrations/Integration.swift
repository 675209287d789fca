/// A tool that entities name by annotations, and the address it is found at.
package struct Integration: Sendable {
  /// The key below `integrations` in `site.yaml`: `jenkins`.
  package let key: String
  /// What people call it: `Jenkins`.
  package let name: String
  /// Without a slash at the end; nil for a tool that every organisation runs at an address of its own.
  package let defaultURL: String?
  /// The name of a symbol in the theme's sprite.
  let icon: String
  /// An annotation that tells the address for one entity: a host, or a host and a path.
  let hostAnnotation: String?
  let links: [AnnotationLink]

  init(
    _ key: String,
    _ name: String,
    at defaultURL: String? = nil,
    icon: String = "link",
    hostAnnotation: String? = nil,
    _ links: [AnnotationLink]
  ) {
    self.key = key
    self.name = name
    self.defaultURL = defaultURL
    self.icon = icon
    self.hostAnnotation = hostAnnotation
    self.links = links
  }

  /// What may stand in `integrations` of `site.yaml`, in the order of the table.
  package static var keys: [String] {
    all.filter { $0.links.contains { $0.pages.contains { !$0.address.isEmpty } } }.map(\.key)
  }

  /// Whether a text can be the address of a tool: `https`, with a host, without anything after the path.
  package static func isAddress(_ url: String) -> Bool {
    guard url.hasPrefix("https://") else { return false }
    let rest = url.utf8.dropFirst("https://".utf8.count)
    return rest.first.map { $0 != UInt8(ascii: "/") } == true
      && rest.allSatisfy { byte in
        byte > 0x20 && byte < 0x7F && !"?#\"'<>\\^`{|}@".utf8.contains(byte)
      }
  }
}

/// The pages of a tool that the value of one annotation leads to.
struct AnnotationLink: Sendable {
  let annotation: String
  /// How many parts between slashes the value must have; nil for any text.
  let parts: ClosedRange<Int>?
  let pages: [Page]

  /// One page: what it is called, and its address below that of the tool.
  struct Page: Sendable {
    let label: String
    /// See ``AddressTemplate``. An empty one stands for a value that is an address itself.
    let address: String

    init(_ label: String, _ address: String) {
      self.label = label
      self.address = address
    }
  }

  init(_ annotation: String, parts: ClosedRange<Int>? = nil, _ pages: [Page]) {
    self.annotation = annotation
    self.parts = parts
    self.pages = pages
  }
}
