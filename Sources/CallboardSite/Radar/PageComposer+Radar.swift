/// The pages of radars.
extension PageComposer {
  func radarsPage() -> WidgetPage {
    let items = model.radars.map { radar in
      var details: [WidgetValue] = [
        .text(strings.text("radar.entries", count: radar.entries.count))
      ]
      if let date = radar.date { details.append(.date(WidgetDate(date, strings))) }
      return WidgetList.Item(
        icon: "radar",
        [.link(WidgetLink(radar.title, .site(Routes.radar(radar.name).urlPath)))],
        text: radar.description,
        details: details
      )
    }
    return WidgetPage(
      title: strings.text("nav.radar"),
      description: strings.text("radar.list"),
      route: Routes.radars,
      kind: "radars",
      icon: "radar",
      section: Routes.radars,
      widgets: [Widget(id: "radars", .list(WidgetList(items)))]
    )
  }

  /// - Parameter index: Into ``SiteModel/radars``.
  func radarPage(_ index: Int) -> WidgetPage {
    let radar = model.radars[index]
    var widgets: [Widget] = []
    if let date = radar.date {
      let pair = WidgetPairs.Pair(
        strings.text("radar.as-of"),
        [.date(WidgetDate(date, strings))]
      )
      widgets.append(Widget(id: "facts", .keyValue(WidgetPairs([pair], look: .wide))))
    }
    widgets.append(Widget(id: "radar", .radar(chart(of: radar))))
    let section = Self.sections(of: model)["radar"]
    return WidgetPage(
      title: radar.title,
      description: radar.description,
      route: Routes.radar(radar.name),
      kind: "radar",
      icon: "radar",
      section: section ?? Routes.radars,
      breadcrumbs: section == nil ? [(strings.text("nav.radar"), Routes.radars)] : [],
      widgets: widgets
    )
  }

  private func chart(of radar: TechRadar) -> RadarChart {
    let entries = radar.entries.sorted { left, right in
      if left.quadrant != right.quadrant { return left.quadrant < right.quadrant }
      if left.ring != right.ring { return left.ring < right.ring }
      return (left.title.lowercased(), left.title) < (right.title.lowercased(), right.title)
    }
    return RadarChart(
      quadrants: radar.quadrants,
      rings: radar.rings,
      blips: entries.map { entry in
        var links: [WidgetValue] = entry.entity.map { [.entity($0)] } ?? []
        if let url = entry.url {
          links.append(.link(WidgetLink(strings.text("radar.more"), .web(url))))
        }
        return RadarChart.Blip(
          title: entry.title,
          quadrant: entry.quadrant,
          ring: entry.ring,
          move: entry.move,
          text: entry.description,
          links: links
        )
      }
    )
  }
}
