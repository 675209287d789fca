/// Writes edges as SVG paths: a curve through each gap between layers, a line through each layer.
///
/// All edges of one look share a path, which keeps pages small.
struct EdgePath {
  let isHorizontal: Bool
  private(set) var line = SVGWriter(reservingCapacity: 512)
  private(set) var arrows = SVGWriter(reservingCapacity: 256)

  init(isHorizontal: Bool) {
    self.isHorizontal = isHorizontal
  }

  /// The line stops this much before an arrow's tip.
  static let arrowLength = 7
  private static let arrowHalfWidth = 4

  /// Adds an edge.
  ///
  /// - Parameters:
  ///   - points: As in ``GraphLayout/edges``.
  ///   - pointsBack: Whether there is an arrow at the edge's beginning, too.
  ///   - bendsEarly: Whether the edge turns near its source, so that there is room for words at its target.
  mutating func add(
    _ points: [GraphLayout.Point],
    pointsForth: Bool,
    pointsBack: Bool,
    bendsEarly: Bool
  ) {
    guard let first = points.first, let last = points.last, points.count > 1 else { return }
    var points = points
    if pointsForth {
      points[points.count - 1] = shortened(last, from: points[points.count - 2])
      writeArrow(at: last, from: points[points.count - 2])
    }
    if pointsBack {
      points[0] = shortened(first, from: points[1])
      writeArrow(at: first, from: points[1])
    }
    line.write("M")
    line.write(points[0].x, points[0].y)
    for index in points.indices.dropFirst() {
      writeLeg(from: points[index - 1], to: points[index], bend: bendsEarly ? 3 : 7)
    }
  }

  /// - Parameter bend: Where the curve turns, in tenths of its way.
  private mutating func writeLeg(
    from start: GraphLayout.Point,
    to end: GraphLayout.Point,
    bend: Int
  ) {
    if start.y == end.y {
      guard start.x != end.x else { return }
      line.write("H")
      line.write(end.x)
    } else if start.x == end.x {
      line.write("V")
      line.write(end.y)
    } else if isHorizontal {
      let middle = start.x + (end.x - start.x) * bend / 10
      line.write("C")
      line.write(middle, start.y)
      line.write(" ")
      line.write(middle, end.y)
      line.write(" ")
      line.write(end.x, end.y)
    } else {
      let middle = start.y + (end.y - start.y) * bend / 10
      line.write("C")
      line.write(start.x, middle)
      line.write(" ")
      line.write(end.x, middle)
      line.write(" ")
      line.write(end.x, end.y)
    }
  }

  /// -1, 0 or 1 along the direction in which an edge arrives.
  private func step(to end: GraphLayout.Point, from start: GraphLayout.Point) -> (x: Int, y: Int) {
    isHorizontal ? ((end.x - start.x).signum(), 0) : (0, (end.y - start.y).signum())
  }

  private func shortened(
    _ end: GraphLayout.Point,
    from start: GraphLayout.Point
  ) -> GraphLayout.Point {
    let step = step(to: end, from: start)
    let length = Self.arrowLength - 1
    return .init(x: end.x - step.x * length, y: end.y - step.y * length)
  }

  private mutating func writeArrow(at tip: GraphLayout.Point, from start: GraphLayout.Point) {
    let step = step(to: tip, from: start)
    let back = (x: -step.x * Self.arrowLength, y: -step.y * Self.arrowLength)
    let side = (x: step.y * Self.arrowHalfWidth, y: step.x * Self.arrowHalfWidth)
    arrows.write("M")
    arrows.write(tip.x, tip.y)
    arrows.write("l")
    arrows.write(back.x + side.x, back.y + side.y)
    arrows.write(" ")
    arrows.write(-2 * side.x, -2 * side.y)
    arrows.write("z")
  }

  /// Adds an edge from a node to itself: a loop at its right side.
  mutating func addLoop(at box: GraphLayout.Box) {
    let (x, y) = (box.x + box.width, box.y + box.height / 2)
    line.write("M")
    line.write(x, y - 8)
    line.write("C")
    line.write(x + 34, y - 26)
    line.write(" ")
    line.write(x + 34, y + 24)
    line.write(" ")
    line.write(x + 5, y + 8)
    arrows.write("M")
    arrows.write(x, y + 6)
    arrows.write("l8 -1 -4 7z")
  }
}
