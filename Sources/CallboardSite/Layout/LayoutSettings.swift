package import CallboardCatalog
package import CallboardDiagnostics

/// What `layout` in `site.yaml` says: which parts of pages there are, in which order, and cards of the operator's own.
package struct LayoutSettings: Sendable {
  /// The main menu; nil for the theme's own.
  package var navigation: [MenuEntry]?
  /// The sections of the first page.
  package var home = PartOrder()
  /// Of the rules that match an entity the first counts.
  package var entities: [EntityRule] = []

  package init() {}

  /// The pages of the site that a menu may name.
  package static let menuPages = [
    "home", "catalog", "graph", "docs", "announcements", "radar", "decisions", "scorecards",
    "changes", "problems", "search", "org", "about",
  ]

  /// The sections of the first page, in the order that they have by themselves.
  package static let homeSections = [
    "search", "mine", "announcements", "catalog", "docs", "updated", "health", "systems", "owners",
  ]

  /// The cards beside the main part of an entity's page, in the order that they have by themselves.
  package static let entityCards = ["about", "scorecards", "links", "tools", "labels"]

  /// The tabs of an entity's page, in the order that they have by themselves.
  package static let entityTabs = [
    "ownership", "organisation", "members", "relations", "definition", "decisions", "history",
    "inspect",
  ]

  /// An entry of the main menu.
  package struct MenuEntry: Sendable {
    /// Where an entry leads.
    package enum Target: Hashable, Sendable {
      /// One of ``LayoutSettings/menuPages``.
      case page(String)
      /// A page by its address below the site's root, with a slash at its end.
      case route(String)
      /// Another site, by an `https` or `http` address.
      case web(String)
    }

    package var target: Target
    /// nil for the page's own.
    package var label: String?
    /// nil for the page's own.
    package var icon: String?
    package var span: SourceSpan

    package init(_ target: Target, label: String?, icon: String?, span: SourceSpan) {
      self.target = target
      self.label = label
      self.icon = icon
      self.span = span
    }
  }

  /// What entities that meet a condition show.
  package struct EntityRule: Sendable {
    package var condition: EntityPredicate
    package var cards: PartOrder
    package var tabs: PartOrder

    package init(condition: EntityPredicate, cards: PartOrder, tabs: PartOrder) {
      self.condition = condition
      self.cards = cards
      self.tabs = tabs
    }
  }
}

/// The order of named parts of a page, and which of them are hidden.
package struct PartOrder: Sendable {
  /// One place of the order.
  package enum Entry: Sendable {
    case part(String)
    /// All parts that are not named, in the order that they have by themselves.
    case others
    case card(OwnCard)
  }

  /// nil leaves the order as it is.
  package var entries: [Entry]?
  package var hidden: Set<String>

  package init(_ entries: [Entry]? = nil, hidden: Set<String> = []) {
    self.entries = entries
    self.hidden = hidden
  }

  /// The operator's own.
  var cards: [OwnCard] {
    (entries ?? []).compactMap { entry in
      if case .card(let card) = entry { card } else { nil }
    }
  }

  /// Whether a part that there is stands on the page.
  func shows(_ name: String) -> Bool {
    guard !hidden.contains(name) else { return false }
    guard let entries else { return true }
    return entries.contains { entry in
      switch entry {
      case .part(let part): part == name
      case .others: true
      case .card: false
      }
    }
  }

  /// Puts parts in order.
  ///
  /// - Parameters:
  ///   - known: Those that there are, in the order that they have by themselves.
  ///   - card: Makes a part of a card of the operator's; nil leaves it out.
  func arranged<Part>(
    _ known: [(name: String, part: Part)],
    card: (OwnCard) -> Part?
  ) -> [Part] {
    let shown = known.filter { !hidden.contains($0.name) }
    guard let entries else { return shown.map(\.part) }
    let named = Set(
      entries.compactMap { entry in
        if case .part(let name) = entry { name } else { nil }
      }
    )
    return entries.flatMap { entry in
      switch entry {
      case .part(let name): shown.filter { $0.name == name }.map(\.part)
      case .others: shown.filter { !named.contains($0.name) }.map(\.part)
      case .card(let own): card(own).map { [$0] } ?? []
      }
    }
  }
}

/// A card that the operator describes: a sentence with links or a form, the same for every entity but for its names.
package struct OwnCard: Sendable {
  package var title: String
  package var text: String?
  package var links: [Link]
  /// In place of links; its address may have the names of an entity besides those of its fields.
  package var form: WidgetForm?
  /// Where it is written.
  package var span: SourceSpan

  package init(
    title: String,
    text: String?,
    links: [Link],
    form: WidgetForm? = nil,
    span: SourceSpan
  ) {
    self.title = title
    self.text = text
    self.links = links
    self.form = form
    self.span = span
  }

  /// What an address takes from the entity, besides annotations and the parts of its name.
  static let entityNames = ["kind", "name", "namespace", "type"]

  /// What its addresses take from an entity, with the place of the link or of the card with the form.
  var placeholders: [(placeholder: AddressTemplate.Placeholder, span: SourceSpan)] {
    let fields = Set(form?.fields.map(\.name) ?? [])
    let addresses = links.map { ($0.url, $0.span) } + (form.map { [($0.address, span)] } ?? [])
    return addresses.flatMap { address, span in
      AddressTemplate(template: address).placeholders.filter { !fields.contains($0.name) }
        .map { ($0, span) }
    }
  }

  /// One link; the address may have `{name}` and the like in it.
  package struct Link: Sendable {
    package var title: String
    package var url: String
    package var icon: String?
    /// Where it is written.
    package var span: SourceSpan

    package init(title: String, url: String, icon: String?, span: SourceSpan) {
      self.title = title
      self.url = url
      self.icon = icon
      self.span = span
    }
  }

  /// The card as a widget; nil when nothing of it is left.
  ///
  /// - Parameters:
  ///   - id: Unique on the page.
  ///   - entity: Whose names and annotations the addresses take; a link that needs one that it lacks is left out.
  func widget(id: String, for entity: Entity?) -> Widget? {
    if var form {
      guard let address = Self.filled(form, for: entity) else { return nil }
      form.address = address
      return Widget(id: id, title: title, note: text, .form(form))
    }
    let items = links.compactMap { link -> WidgetList.Item? in
      guard let url = Self.filled(link.url, for: entity) else { return nil }
      return WidgetList.Item(
        icon: link.icon ?? "link",
        [.link(WidgetLink(link.title, .web(url)))]
      )
    }
    guard text != nil || !items.isEmpty, links.isEmpty || !items.isEmpty else { return nil }
    return Widget(id: id, title: title, note: text, .list(WidgetList(items, look: .links)))
  }

  /// The address of a form with what it takes from the entity; the places of the fields stay open.
  private static func filled(_ form: WidgetForm, for entity: Entity?) -> String? {
    let names = Set(form.fields.map(\.name))
    var result = ""
    var piece = ""
    var rest = form.address[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if names.contains(String(rest[rest.index(after: open)..<close])) {
        guard let filled = filled(piece + rest[..<open], for: entity) else { return nil }
        result += filled + rest[open...close]
        piece = ""
      } else {
        piece += rest[...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return filled(piece + rest, for: entity).map { result + $0 }
  }

  private static func filled(_ address: String, for entity: Entity?) -> String? {
    guard address.contains("{") else { return address }
    guard let entity else { return nil }
    return AddressTemplate(template: address).filled(with: entity.name) { name in
      switch name {
      case "name": entity.name
      case "namespace": entity.ref.namespace
      case "kind": entity.ref.kind
      case "type": entity.type
      default: entity.annotation(name)
      }
    }
  }
}
