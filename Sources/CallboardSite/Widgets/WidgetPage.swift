import CallboardJSON

/// A page that consists of widgets, or the widgets of a page that has other parts, too.
package struct WidgetPage: Sendable {
  var title: String
  var description: String?
  var route: Route
  /// What search calls the page, in lower case: `announcement`.
  var kind: String
  /// A symbol of the theme's sprite.
  var icon: String
  /// The section of the navigation that the page belongs to.
  var section: Route?
  var breadcrumbs: [(label: String, route: Route?)] = []
  /// What can be done from here.
  var actions: [WidgetLink] = []
  var widgets: [Widget]
  var pagination: (number: Int, list: Route, count: Int, size: Int)?
  /// Whether the page's title stands above the widgets; not where one of them begins with it.
  var showsTitle = true

  /// Where the widgets of a page are published.
  static func path(of route: Route) -> String {
    APIPath.root + APIPath.page(route)
  }

  /// The widgets as JSON; `docs/reference/schemas/page.schema.json` describes it.
  package func file() -> OutputFile {
    var writer = JSONWriter()
    writer.object { object in
      object.member("title", title)
      object.member(ifPresent: "description", description)
      object.member("route", route.urlPath)
      object.member("kind", kind)
      if let pagination {
        object.member("page", pagination.number)
        object.member("pages", PageSize.pageCount(pagination.count, of: pagination.size))
        object.member("total", pagination.count)
      }
      object.key("widgets")
      object.array { array in
        for widget in widgets { WidgetJSON.write(widget, to: &array) }
      }
    }
    writer.endRecord()
    return OutputFile(path: Self.path(of: route), bytes: writer.bytes)
  }
}
