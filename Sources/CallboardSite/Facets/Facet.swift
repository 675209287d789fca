/// A property by which the catalog is listed on pages of its own, and by which its table is filtered.
///
/// In the order in which people narrow a list down: Backstage's pickers have the same.
package enum Facet: String, CaseIterable, Comparable, Sendable {
  case type
  case owner
  case system
  case domain
  case lifecycle
  case tag
  case namespace

  /// For one value: `Owner`.
  func label(_ strings: UIStrings) -> String { strings.text("facet.\(rawValue)") }

  /// For the list of all values: `Owners`.
  func plural(_ strings: UIStrings) -> String { strings.text("facet.\(rawValue)-many") }

  /// The name of a symbol in the theme's sprite.
  var icon: String {
    switch self {
    case .type: "label"
    case .owner: "group"
    case .system: "system"
    case .domain: "domain"
    case .lifecycle: "lifecycle"
    case .tag: "tag"
    case .namespace: "folder"
    }
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.order < rhs.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
