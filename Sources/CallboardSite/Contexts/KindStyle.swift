import CallboardCatalog

/// How a kind of entity is called and drawn in the portal.
struct KindStyle {
  /// For one entity: `Component`.
  var label: String
  /// For lists: `Components`.
  var plural: String
  /// The name of a symbol in the theme's sprite.
  var icon: String

  /// The style of a kind: built in, or as the site declares it; others, which only references name, get
  /// their own name.
  ///
  /// - Parameter kind: In lower case, as in an entity ref.
  static func of(_ kind: String, in model: CatalogModel, _ strings: UIStrings) -> KindStyle {
    let icon = icon(of: kind, in: model)
    if builtInIcons[kind] != nil {
      return KindStyle(
        label: strings.text("kind.\(kind)"),
        plural: strings.text("kind.\(kind)-many"),
        icon: icon
      )
    }
    if let declared = model.declaration(ofKind: kind) {
      return KindStyle(label: declared.label, plural: declared.plural, icon: icon)
    }
    let label = kind.prefix(1).uppercased() + kind.dropFirst()
    let plural = strings.language == "en" ? label + "s" : label
    return KindStyle(label: label, plural: plural, icon: icon)
  }

  /// The icon alone, which is the same in all languages.
  static func icon(of kind: String, in model: CatalogModel) -> String {
    builtInIcons[kind] ?? model.declaration(ofKind: kind)?.icon ?? KindDeclaration.defaultIcon
  }

  private static let builtInIcons: [String: String] = [
    "component": "component", "api": "api", "resource": "resource", "system": "system",
    "domain": "domain", "group": "group", "user": "user", "location": "location",
    "template": "template", "airesource": "resource",
  ]

  /// The plural in the middle of a sentence: `components`, but `APIs`. German writes nouns with a capital anywhere.
  func pluralInSentence(_ strings: UIStrings) -> String {
    let isAbbreviated = plural.dropFirst().first?.isUppercase == true
    if isAbbreviated || strings.language.hasPrefix("de") { return plural }
    return plural.prefix(1).lowercased() + plural.dropFirst()
  }

  /// The values `kinds`, for the middle of a sentence, and `Kinds`, for its beginning, that phrases about a kind take.
  func values(_ strings: UIStrings) -> [String: String] {
    ["kinds": pluralInSentence(strings), "Kinds": plural]
  }

  /// The order of kinds in menus: what people look for most comes first, unknown kinds last by name.
  static func isBefore(_ left: String, _ right: String) -> Bool {
    if left == right { return false }
    let (leftRank, rightRank) = (
      order.firstIndex(of: left) ?? order.count, order.firstIndex(of: right) ?? order.count
    )
    return (leftRank, left) < (rightRank, right)
  }

  private static let order = [
    "component", "api", "system", "domain", "resource", "template", "group", "user", "airesource",
    "location",
  ]
}
