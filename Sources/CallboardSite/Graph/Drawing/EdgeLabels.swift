/// Places the words on edges: beside the end at which fewest other edges meet, and only where there is room.
struct EdgeLabels {
  /// Where a label stands; `anchor` is SVG's `text-anchor`.
  struct Place {
    var x: Int
    var y: Int
    var anchor: StaticString
    var text: String
  }

  static let fontSize = 11
  private static let distance = 11
  /// More labels than this are not tried: the legend tells the rest.
  private static let limit = 120

  private let isHorizontal: Bool
  private var taken: [GraphLayout.Box] = []
  private(set) var places: [Place] = []

  init(_ layout: GraphLayout, _ graph: RelationGraph, isHorizontal: Bool) {
    self.isHorizontal = isHorizontal
    let atTarget = Self.standAtTarget(graph.links, nodeCount: layout.nodes.count)
    for (index, link) in graph.links.enumerated() {
      let points = layout.edges[index]
      guard points.count > 1, places.count < Self.limit else { continue }
      let text = link.count.map(String.init) ?? graph.relations(of: link)
      if atTarget[index] {
        place(text, at: points[points.count - 1], from: points[points.count - 2])
      } else {
        place(text, at: points[0], from: points[1])
      }
    }
  }

  /// Of each link, whether fewer others meet it at its target than at its source.
  static func standAtTarget(_ links: [RelationGraph.Link], nodeCount: Int) -> [Bool] {
    var leaving = [Int](repeating: 0, count: nodeCount)
    var arriving = leaving
    for link in links {
      leaving[link.source] += 1
      arriving[link.target] += 1
    }
    return links.map { arriving[$0.target] <= leaving[$0.source] }
  }

  private mutating func place(
    _ text: String,
    at end: GraphLayout.Point,
    from start: GraphLayout.Point
  ) {
    let room = isHorizontal ? abs(end.x - start.x) - 2 * Self.distance : 150
    let fitted = LabelWidth.fitted(text, size: Self.fontSize, limit: max(24, room))
    let place: Place
    let left: Int
    if isHorizontal {
      let isBefore = start.x < end.x
      let x = isBefore ? end.x - Self.distance : end.x + Self.distance
      // On the side of the line to which its curve does not turn.
      let y = start.y < end.y ? end.y + 13 : end.y - 5
      place = Place(x: x, y: y, anchor: isBefore ? "end" : "start", text: fitted.text)
      left = isBefore ? x - fitted.width : x
    } else {
      let y = start.y < end.y ? end.y - 12 : end.y + 20
      place = Place(x: end.x, y: y, anchor: "middle", text: fitted.text)
      left = end.x - fitted.width / 2
    }
    let box = GraphLayout.Box(x: left, y: place.y - 10, width: fitted.width, height: 13)
    let isFree = !taken.contains { other in
      box.x < other.x + other.width && other.x < box.x + box.width
        && box.y < other.y + other.height && other.y < box.y + box.height
    }
    guard isFree else { return }
    taken.append(box)
    places.append(place)
  }
}
