import CallboardCatalog

/// Where the site shows the descriptor of an entity.
enum SourcePlace {
  /// On the entity's page.
  case inline
  /// On a page of its own.
  case page
  /// Nowhere: its file could not be read again.
  case none
}

extension DescriptorSources {
  /// Where an entity's document is shown; decides which pages there are and which lines can be linked to.
  func place(of entity: Entity) -> SourcePlace {
    guard let document = document(of: entity) else { return .none }
    let isSmall =
      document.bytes.count <= PageSize.inlineSource.bytes
      && document.lines.count <= PageSize.inlineSource.lines
    return isSmall ? .inline : .page
  }

  /// The address of a line of an entity's document, relative to the site's root; nil when it is not shown.
  func address(ofLine line: Int, of entity: Entity) -> String? {
    let route: Route
    switch place(of: entity) {
    case .inline: route = Routes.entity(entity.ref)
    case .page: route = Routes.source(entity.ref)
    case .none: return nil
    }
    guard let shown = shown(of: entity), shown.lines.contains(line) else { return nil }
    return "\(route.urlPath)#L\(line)"
  }

  /// The part of an entity's document that the site shows.
  func shown(of entity: Entity) -> Excerpt? {
    document(of: entity)?
      .prefix(bytes: PageSize.source.bytes, lines: PageSize.source.lines)
  }
}
