import CallboardCatalog
import CallboardDiagnostics
import CallboardSite
import CallboardYAML

/// The part `layout` of `site.yaml`.
extension SiteConfiguration {
  /// Reads `layout`.
  ///
  ///     layout:
  ///       navigation: [catalog, docs, {label: Runbooks, url: "https://runbooks.acme.example"}]
  ///       home: [search, {title: Start here, links: [{title: Handbook, url: "https://…"}]}, '*']
  ///       entities:
  ///         - match: kind=component,spec.type=service
  ///           cards: [links, '*']
  ///           hide: [inspect]
  static func layout(_ record: inout YAMLRecord) -> LayoutSettings {
    let read = record.record("layout") { layout in
      var settings = LayoutSettings()
      settings.navigation = navigation(&layout)
      settings.home = order("home", of: LayoutSettings.homeSections, &layout)
      settings.entities =
        (layout.records("entities") { entry, node in rule(&entry, node) } ?? [])
        .compactMap(\.self)
      return settings
    }
    return read ?? LayoutSettings()
  }

  private static func navigation(
    _ layout: inout YAMLRecord
  ) -> [LayoutSettings.MenuEntry]? {
    guard let node = layout.node("navigation") else { return nil }
    guard let items = node.sequence else {
      _ = layout.strings("navigation")
      return nil
    }
    return items.compactMap { item in
      let span = item.span(in: layout.file)
      if let name = item.string {
        return page(name, at: span, &layout).map {
          LayoutSettings.MenuEntry(.page($0), label: nil, icon: nil, span: span)
        }
      }
      guard let mapping = item.mapping else {
        layout.report(
          .layoutInvalid("An entry of the menu is a name or a mapping", menuHelp, at: span)
        )
        return nil
      }
      var entry = YAMLRecord(mapping, named: "layout.navigation", file: layout.file)
      defer { for finding in entry.finish() { layout.report(finding) } }
      let label = entry.string("label")
      let icon = entry.string("icon")
      let named = entry.string("page").flatMap { page($0, at: span, &entry) }
      let route = entry.string("route").map { $0.drop { $0 == "/" } }
      let url = entry.string("url")
      let target: LayoutSettings.MenuEntry.Target
      switch (named, route, url) {
      case (let page?, nil, nil): target = .page(page)
      case (nil, let route?, nil) where label != nil && isRoute(route):
        target = .route(String(route))
      case (nil, nil, let url?) where label != nil && isWeb(url): target = .web(url)
      default:
        entry.report(
          .layoutInvalid("This entry of the menu leads nowhere", menuHelp, at: span)
        )
        return nil
      }
      return LayoutSettings.MenuEntry(target, label: label, icon: icon, span: span)
    }
  }

  private static let menuHelp =
    "Write the name of a page, or a 'label' with either 'route', an address of this site, or 'url', one of another."

  private static func isWeb(_ url: String) -> Bool {
    url.hasPrefix("https://") || url.hasPrefix("http://")
  }

  private static func isRoute(_ route: Substring) -> Bool {
    !route.contains(":") && !route.contains("?") && !route.contains("#")
      && !route.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }

  private static func page(
    _ name: String,
    at span: SourceSpan,
    _ record: inout YAMLRecord
  ) -> String? {
    if LayoutSettings.menuPages.contains(name) { return name }
    record.report(.layoutNameUnknown(name, known: LayoutSettings.menuPages, at: span))
    return nil
  }

  private static func rule(
    _ entry: inout YAMLRecord,
    _ node: YAMLNode
  ) -> LayoutSettings.EntityRule? {
    let condition = entry.node("match") == nil ? .all([]) : condition("match", &entry)
    var cards = order("cards", of: LayoutSettings.entityCards, &entry)
    var tabs = order("tabs", of: LayoutSettings.entityTabs, &entry)
    let known = LayoutSettings.entityCards + LayoutSettings.entityTabs
    for name in entry.strings("hide") ?? [] {
      guard known.contains(name) else {
        let span = entry.node("hide")?.span(in: entry.file) ?? node.span(in: entry.file)
        entry.report(.layoutNameUnknown(name, known: known, at: span))
        continue
      }
      cards.hidden.insert(name)
      tabs.hidden.insert(name)
    }
    return condition.map {
      LayoutSettings.EntityRule(condition: $0, cards: cards, tabs: tabs)
    }
  }

  /// A condition in the short form or as a mapping, in the language of `callboard query`; nil when the key is absent or
  /// its value, which is then reported, is none.
  static func condition(_ key: String, _ entry: inout YAMLRecord) -> EntityPredicate? {
    guard let match = entry.node(key) else { return nil }
    let span = match.span(in: entry.file)
    let read =
      match.string.map { ShortFilter.read($0, file: entry.file) }
      ?? PredicateReader.read(match, file: entry.file)
    for var finding in read.diagnostics {
      // The short form counts its columns from its own beginning.
      if match.string != nil { finding.span = span }
      entry.report(finding)
    }
    return read.output
  }

  private static func order(
    _ key: String,
    of known: [String],
    _ record: inout YAMLRecord
  ) -> PartOrder {
    guard let node = record.node(key) else { return PartOrder() }
    guard let items = node.sequence else {
      _ = record.strings(key)
      return PartOrder()
    }
    var entries: [PartOrder.Entry] = []
    for item in items {
      let span = item.span(in: record.file)
      if item.string == "*" {
        entries.append(.others)
      } else if let name = item.string {
        if known.contains(name) {
          entries.append(.part(name))
        } else {
          record.report(.layoutNameUnknown(name, known: known, at: span))
        }
      } else if let mapping = item.mapping {
        var own = YAMLRecord(mapping, named: "\(key).card", file: record.file)
        if let card = card(&own, at: span) { entries.append(.card(card)) }
        for finding in own.finish() { record.report(finding) }
      } else {
        record.report(.layoutInvalid("A part is a name or a card", cardHelp, at: span))
      }
    }
    return PartOrder(entries)
  }

  private static let cardHelp =
    "Write a 'title' with a 'text', 'links', or both; each link has a 'title' and an 'url' that begins with 'https://'."
  private static let formHelp =
    "Write an 'address' that begins with 'https://' and names each field as '{name}', 'submit', and 'fields' with 'name' and 'label'."

  private static func card(_ record: inout YAMLRecord, at span: SourceSpan) -> OwnCard? {
    let title = record.string("title")
    let text = record.string("text")
    let links = record.records("links") { entry, node in
      (
        title: entry.string("title"), url: entry.string("url"), icon: entry.string("icon"),
        span: node.span(in: entry.file)
      )
    }
    let usable = (links ?? []).compactMap { link -> OwnCard.Link? in
      guard let title = link.title, let url = link.url, isWeb(url) else { return nil }
      return OwnCard.Link(title: title, url: url, icon: link.icon, span: link.span)
    }
    if record.node("form") != nil, let title {
      let form = record.record("form") { Self.form(&$0) } ?? nil
      guard let form, links == nil else {
        record.report(.layoutInvalid("This form is not complete", formHelp, at: span))
        return nil
      }
      return OwnCard(title: title, text: text, links: [], form: form, span: span)
    }
    guard let title, usable.count == links?.count ?? 0, text != nil || !usable.isEmpty else {
      record.report(.layoutInvalid("This card is not complete", cardHelp, at: span))
      return nil
    }
    return OwnCard(title: title, text: text, links: usable, span: span)
  }

  /// - Returns: nil for a form whose link could not be made.
  private static func form(_ record: inout YAMLRecord) -> WidgetForm? {
    let address = record.string("address")
    let submit = record.string("submit")
    let fields = record.records("fields") { entry, _ -> WidgetForm.Field? in
      let name = entry.string("name")
      let label = entry.string("label")
      let choices = entry.strings("choices") ?? []
      let value = entry.string("value") ?? choices.first ?? ""
      guard let name, let label, choices.isEmpty || choices.contains(value) else { return nil }
      return WidgetForm.Field(name: name, label: label, value: value, choices: choices)
    }
    let usable = (fields ?? []).compactMap(\.self)
    guard let address, isWeb(address), let submit, !usable.isEmpty,
      usable.count == fields?.count, usable.allSatisfy({ address.contains("{\($0.name)}") })
    else { return nil }
    return WidgetForm(address: address, submit: submit, fields: usable)
  }
}

extension Diagnostic.ID {
  static let layoutInvalid = Self(rawValue: "layout-invalid")
  static let layoutNameUnknown = Self(rawValue: "layout-name-unknown")
}

extension Diagnostic {
  fileprivate static func layoutInvalid(
    _ summary: String,
    _ help: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(id: .layoutInvalid, severity: .error, summary: summary, span: span, help: [help])
  }

  fileprivate static func layoutNameUnknown(
    _ name: String,
    known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .layoutNameUnknown,
      severity: .error,
      summary: "There is no '\(name)' here to put in order",
      span: span,
      help: [
        NearestName.of(name, in: known).map { "Change it to '\($0)'." }
          ?? "Write one of: \(known.joined(separator: ", "))."
      ]
    )
  }
}
