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
  static func of(_ kind: String, in model: CatalogModel) -> KindStyle {
    if let known = builtIn[kind] { return known }
    if let declared = model.declaration(ofKind: kind) {
      return KindStyle(label: declared.label, plural: declared.plural, icon: declared.icon)
    }
    let label = kind.prefix(1).uppercased() + kind.dropFirst()
    return KindStyle(label: label, plural: label + "s", icon: KindDeclaration.defaultIcon)
  }

  private static let builtIn: [String: KindStyle] = [
    "component": KindStyle(label: "Component", plural: "Components", icon: "component"),
    "api": KindStyle(label: "API", plural: "APIs", icon: "api"),
    "resource": KindStyle(label: "Resource", plural: "Resources", icon: "resource"),
    "system": KindStyle(label: "System", plural: "Systems", icon: "system"),
    "domain": KindStyle(label: "Domain", plural: "Domains", icon: "domain"),
    "group": KindStyle(label: "Group", plural: "Groups", icon: "group"),
    "user": KindStyle(label: "User", plural: "Users", icon: "user"),
    "location": KindStyle(label: "Location", plural: "Locations", icon: "location"),
    "template": KindStyle(label: "Template", plural: "Templates", icon: "template"),
    "airesource": KindStyle(label: "AI resource", plural: "AI resources", icon: "resource"),
  ]

  /// The order of kinds in menus: what people look for most comes first, unknown kinds last by name.
  static func isBefore(_ left: String, _ right: String) -> Bool {
    let order = [
      "component", "api", "system", "domain", "resource", "template", "group", "user", "airesource",
      "location",
    ]
    let (leftRank, rightRank) = (
      order.firstIndex(of: left) ?? order.count, order.firstIndex(of: right) ?? order.count
    )
    return (leftRank, left) < (rightRank, right)
  }
}
