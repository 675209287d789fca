import CallboardTemplate

/// The `pagination` object of list pages.
enum Pagination {
  /// - Parameters:
  ///   - number: The page shown, from 1.
  ///   - list: The route of the list's first page.
  ///   - count: How many items the whole list has.
  ///   - size: How many of them stand on one page.
  static func value(page number: Int, of list: Route, count: Int, size: Int) -> TemplateValue {
    value(page: number, count: count, size: size) { Routes.page($0, of: list) }
  }

  /// The same for a list whose pages have addresses of their own form.
  static func value(
    page number: Int,
    count: Int,
    size: Int,
    route routeOf: (Int) -> Route
  ) -> TemplateValue {
    let pages = PageSize.pageCount(count, of: size)
    let range = PageSize.range(number, of: size, in: count)
    func route(_ page: Int) -> TemplateValue {
      (1...pages).contains(page) ? .string(routeOf(page).urlPath) : .null
    }
    return [
      "page": .integer(number),
      "pages": .integer(pages),
      "total": .integer(count),
      "first": .integer(count == 0 ? 0 : range.lowerBound + 1),
      "last": .integer(range.upperBound),
      "previous": route(number - 1),
      "next": route(number + 1),
      "items": .array(
        shown(around: number, of: pages).map { page in
          [
            "number": page.map { .integer($0) } ?? .null,
            "route": page.map(route) ?? .null,
            "current": .bool(page == number),
          ]
        }
      ),
    ]
  }

  /// The first, the last and the neighbouring pages, with nil for a gap: at most eleven entries.
  static func shown(around number: Int, of pages: Int) -> [Int?] {
    let wanted = ([1, pages] + (number - 2...number + 2)).filter { (1...pages).contains($0) }
    var shown: [Int?] = []
    for page in Set(wanted).sorted() {
      if let last = shown.last ?? nil {
        if page == last + 2 { shown.append(last + 1) } else if page > last + 2 { shown.append(nil) }
      }
      shown.append(page)
    }
    return shown
  }
}
