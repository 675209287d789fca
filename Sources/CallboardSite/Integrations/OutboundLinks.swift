import CallboardCatalog

/// The pages of other tools that an entity's annotations lead to.
struct OutboundLinks: Sendable {
  /// One annotation with what it leads to.
  struct Entry {
    var tool: String
    var icon: String
    /// What the author wrote.
    var value: String
    /// Empty when the address of the tool is not known, or when the value is not of the expected shape.
    var pages: [(label: String, url: String)]
  }

  /// The operator's addresses by the key of the tool.
  let addresses: [String: String]
  /// Which tool and which of its annotations a key is.
  private let known: [String: (integration: Int, link: Int)]

  init(addresses: [String: String]) {
    self.addresses = addresses
    var known: [String: (integration: Int, link: Int)] = [:]
    for (index, integration) in Integration.all.enumerated() {
      for (place, link) in integration.links.enumerated() {
        known[link.annotation] = (index, place)
      }
    }
    self.known = known
  }

  /// The entries of an entity in the order of the table.
  func entries(for entity: Entity) -> [Entry] {
    entity.annotations.compactMap { attribute in
      known[attribute.key].map { (place: $0, value: attribute.value) }
    }
    .sorted { $0.place < $1.place }
    .map { place, value in
      let integration = Integration.all[place.integration]
      let link = integration.links[place.link]
      return Entry(
        tool: integration.name,
        icon: integration.icon,
        value: value,
        pages: pages(of: link, integration, value: value, entity)
      )
    }
  }

  private func pages(
    of link: AnnotationLink,
    _ integration: Integration,
    value: String,
    _ entity: Entity
  ) -> [(label: String, url: String)] {
    if let parts = link.parts {
      let count = value.split(separator: "/", omittingEmptySubsequences: false).count
      guard parts.contains(count), !value.hasPrefix("/"), !value.hasSuffix("/") else { return [] }
    }
    return link.pages.compactMap { page in
      if page.address.isEmpty {
        return value.hasPrefix("https://") ? (page.label, value) : nil
      }
      guard let base = address(of: integration, entity),
        let rest = AddressTemplate(template: page.address)
          .filled(with: value, annotation: entity.annotation)
      else { return nil }
      return (page.label, base + rest)
    }
  }

  /// Where the tool is for one entity, without a slash at the end.
  private func address(of integration: Integration, _ entity: Entity) -> String? {
    if let host = integration.hostAnnotation.flatMap(entity.annotation) {
      let url = "https://\(host)"
      return Integration.isAddress(url) ? Self.trimmed(url) : nil
    }
    return (addresses[integration.key] ?? integration.defaultURL).map(Self.trimmed)
  }

  private static func trimmed(_ url: String) -> String {
    var url = url[...]
    while url.hasSuffix("/") { url.removeLast() }
    return String(url)
  }
}
