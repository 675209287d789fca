/// The pages of radars.
extension PageComposer {
  func radarPage(_ index: Int) -> WidgetPage {
    let radar = model.radars[index]
    var widgets: [Widget] = []
    if let date = radar.date {
      let pairs = [WidgetPairs.Pair("As of", [.date(WidgetDate(date))])]
      widgets.append(Widget(id: "facts", .keyValue(WidgetPairs(pairs, look: .wide))))
    }
    widgets.append(Widget(id: "radar", .radar(chart(of: radar))))
    return WidgetPage(
      title: radar.title,
      description: radar.description,
      route: Routes.radar(radar.name),
      kind: "radar",
      icon: "radar",
      section: Routes.radar(radar.name),
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
        if let url = entry.url { links.append(.link(WidgetLink("More", .web(url)))) }
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
