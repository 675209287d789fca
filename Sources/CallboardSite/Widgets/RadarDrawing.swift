import CallboardHTML

/// Draws a radar as inline SVG with a link on each blip to its place in the list.
///
/// A blip's place depends on the radar alone: rings grow until their fullest part has room for its blips, which then
/// stand on arcs at even distances, so that none lies on another.
struct RadarDrawing {
  let radar: RadarChart
  /// Of each ring its outer edge, from the centre.
  private(set) var radii: [Int] = []
  /// Of each blip, from the centre.
  private(set) var positions: [(x: Int, y: Int)] = []

  /// Between the centres of two blips.
  static let distance = 28
  /// From a blip's centre to the axes, along which the names of the rings stand.
  private static let axisRoom = 36
  static let blipRadius = 11
  private static let innerEdge = 20
  /// Rings look alike when none is much wider than its neighbours.
  private static let leastThickness = 72
  private static let margin = 34

  init(_ radar: RadarChart) {
    self.radar = radar
    positions = [(Int, Int)](repeating: (0, 0), count: radar.blips.count)
    var parts = [[Int]](repeating: [], count: radar.quadrants.count * radar.rings.count)
    for (index, blip) in radar.blips.enumerated() {
      parts[blip.ring * radar.quadrants.count + blip.quadrant].append(index)
    }
    var inner = 0
    for ring in radar.rings.indices {
      let quadrants = radar.quadrants.indices.map { parts[ring * radar.quadrants.count + $0] }
      let most = quadrants.map(\.count).max() ?? 0
      var outer = inner + Self.leastThickness
      while arcs(from: inner, to: outer).reduce(0, { $0 + $1.capacity }) < most {
        outer += Self.distance
      }
      for (quadrant, blips) in quadrants.enumerated() {
        place(blips, on: arcs(from: inner, to: outer), of: quadrant)
      }
      radii.append(outer)
      inner = outer
    }
  }

  /// A line of places in a part.
  private struct Arc {
    var radius: Int
    var capacity: Int
  }

  /// The angle of one part, in radians.
  private var sector: Double { 2 * Double.pi / Double(radar.quadrants.count) }

  /// Radians that a blip keeps from an axis at a radius.
  private static func inset(at radius: Int) -> Double { Double(axisRoom) / Double(radius) }

  private func arcs(from inner: Int, to outer: Int) -> [Arc] {
    let half = Self.distance / 2
    var radius = max(inner, Self.innerEdge) + half
    var arcs: [Arc] = []
    while radius + half <= outer {
      // The chord between two places is shorter than the arc by less than this share at these angles.
      let room = (sector - 2 * Self.inset(at: radius)) * Double(radius) * 0.97
      arcs.append(Arc(radius: radius, capacity: max(0, Int(room) / Self.distance + 1)))
      radius += Self.distance
    }
    return arcs
  }

  /// Fills arcs in proportion to their room, and spreads the blips of each over it.
  private mutating func place(_ blips: [Int], on arcs: [Arc], of quadrant: Int) {
    let capacity = arcs.reduce(0) { $0 + $1.capacity }
    guard capacity > 0 else { return }
    var placed = 0
    var room = 0
    for arc in arcs {
      room += arc.capacity
      // Rounds up, so that the inner arcs never leave more to the outer ones than those hold.
      let end = min(placed + arc.capacity, (blips.count * room + capacity - 1) / capacity)
      let count = end - placed
      let inset = Self.inset(at: arc.radius)
      let width = sector - 2 * inset
      for offset in 0..<count {
        // Alone on their arcs they would stand in one line through all rings.
        let share =
          count == 1
          ? 0.15 + 0.7 * (0.618 * Double(blips[placed] + 1)).truncatingRemainder(dividingBy: 1)
          : count * 2 > arc.capacity
            ? Double(offset) / Double(count - 1) : (Double(offset) + 0.5) / Double(count)
        let angle = Double(quadrant) * sector + inset + width * share
        positions[blips[placed + offset]] = Self.point(at: angle, Double(arc.radius))
      }
      placed = end
    }
  }

  /// A place by its angle from the upper end of a clock, in the clock's direction.
  static func point(at angle: Double, _ radius: Double) -> (x: Int, y: Int) {
    let x = (radius * sine(angle)).rounded()
    let y = (-radius * sine(angle + Double.pi / 2)).rounded()
    return (Int(x), Int(y))
  }

  /// By its series, so that a drawing is the same with every library of mathematics.
  static func sine(_ angle: Double) -> Double {
    var x = angle.truncatingRemainder(dividingBy: 2 * Double.pi)
    if x > Double.pi { x -= 2 * Double.pi }
    if x > Double.pi / 2 { x = Double.pi - x }
    if x < -Double.pi / 2 { x = -Double.pi - x }
    var (sum, term) = (x, x)
    for step in 1...9 {
      term *= -x * x / Double(2 * step * (2 * step + 1))
      sum += term
    }
    return sum
  }
}

extension RadarDrawing {
  /// The `svg` element; its colours come from the theme's classes.
  func svg(_ strings: UIStrings = .english) -> HTML {
    var writer = SVGWriter(reservingCapacity: 1024 + 260 * radar.blips.count)
    let edge = radii.last ?? 0
    let half = edge + Self.margin
    writer.write("<svg class=\"radar-drawing\" role=\"group\" aria-label=\"")
    writer.write(escaping: strings.text("radar.drawing"))
    writer.write("\" width=\"")
    writer.write(2 * half)
    writer.write("\" height=\"")
    writer.write(2 * half)
    writer.write("\" viewBox=\"")
    writer.write(-half, -half)
    writer.write(" ")
    writer.write(2 * half, 2 * half)
    writer.write("\"><g aria-hidden=\"true\">")
    for ring in radii.indices.reversed() { writeRing(ring, to: &writer) }
    for quadrant in radar.quadrants.indices {
      let end = Self.point(at: Double(quadrant) * sector, Double(edge))
      writer.write("<path class=\"radar-axis\" d=\"M0 0L")
      writer.write(end.x, end.y)
      writer.write("\"/>")
    }
    for ring in radii.indices { writeName(ofRing: ring, to: &writer) }
    writeQuadrantNames(half, to: &writer)
    writer.write("</g>")
    for index in radar.blips.indices { write(blip: index, strings, to: &writer) }
    writer.write("</svg>")
    return writer.html
  }

  private func writeRing(_ ring: Int, to writer: inout SVGWriter) {
    writer.write("<circle class=\"radar-ring radar-ring-")
    writer.write(min(ring, 3))
    writer.write("\" r=\"")
    writer.write(radii[ring])
    writer.write("\"/>")
  }

  private func writeName(ofRing ring: Int, to writer: inout SVGWriter) {
    let inner = ring == 0 ? 0 : radii[ring - 1]
    writer.write("<text class=\"radar-ring-name\" y=\"")
    writer.write(-(ring == 0 ? radii[0] - 14 : (inner + radii[ring]) / 2) + 4)
    writer.write("\">")
    writer.write(escaping: radar.rings[ring].name)
    writer.write("</text>")
  }

  /// In the corners, which four quadrants leave free; with any other number the lists alone name them.
  private func writeQuadrantNames(_ half: Int, to writer: inout SVGWriter) {
    guard radar.quadrants.count == 4 else { return }
    for (index, quadrant) in radar.quadrants.enumerated() {
      let isRight = index < 2
      let isUpper = index == 0 || index == 3
      writer.write("<text class=\"radar-corner radar-quadrant-")
      writer.write(index)
      writer.write(isRight ? " radar-corner-end\" x=\"" : "\" x=\"")
      writer.write(isRight ? half - 8 : 8 - half)
      writer.write("\" y=\"")
      writer.write(isUpper ? 20 - half : half - 10)
      writer.write("\">")
      let name = quadrant.name
      writer.write(
        escaping: name.count > Self.nameLimit ? String(name.prefix(Self.nameLimit)) + "…" : name
      )
      writer.write("</text>")
    }
  }

  /// So many letters fit beside those of the other corner.
  private static let nameLimit = 36

  private func write(blip index: Int, _ strings: UIStrings, to writer: inout SVGWriter) {
    let blip = radar.blips[index]
    let (x, y) = positions[index]
    writer.write("<a class=\"radar-blip radar-quadrant-")
    writer.write(blip.quadrant % 8)
    writer.write("\" href=\"#cb:blip-")
    writer.write(index + 1)
    writer.write("\" aria-label=\"")
    let move = blip.move == .none ? "" : ", " + strings.text("radar.\(blip.move.rawValue)")
    writer.write(escaping: "\(blip.title), \(radar.rings[blip.ring].name)\(move)")
    writer.write("\"><title>")
    writer.write(escaping: blip.title)
    writer.write("</title>")
    switch blip.move {
    case .none, .new: writeCircle(x, y, blip.move == .new, to: &writer)
    case .inward: writeTriangle(x, y, 1, to: &writer)
    case .outward: writeTriangle(x, y, -1, to: &writer)
    }
    writer.write("<text x=\"")
    writer.write(x)
    writer.write("\" y=\"")
    writer.write(y + 4)
    writer.write("\">")
    writer.write(index + 1)
    writer.write("</text></a>")
  }

  /// A thing that is new has a second line around it, so that its colour says nothing alone.
  private func writeCircle(_ x: Int, _ y: Int, _ isNew: Bool, to writer: inout SVGWriter) {
    if isNew {
      writer.write("<circle class=\"radar-new\" cx=\"")
      writer.write(x)
      writer.write("\" cy=\"")
      writer.write(y)
      writer.write("\" r=\"13\"/>")
    }
    writer.write("<circle cx=\"")
    writer.write(x)
    writer.write("\" cy=\"")
    writer.write(y)
    writer.write("\" r=\"")
    writer.write(isNew ? Self.blipRadius - 1 : Self.blipRadius)
    writer.write("\"/>")
  }

  /// Points to the centre for what moved in, away from it for what moved out.
  private func writeTriangle(_ x: Int, _ y: Int, _ sign: Int, to writer: inout SVGWriter) {
    let length = max(1, Double(x * x + y * y).squareRoot())
    let (ux, uy) = (Double(-x * sign) / length, Double(-y * sign) / length)
    func corner(_ along: Double, _ across: Double) {
      let px = Double(x) + ux * along - uy * across
      let py = Double(y) + uy * along + ux * across
      writer.write(Int(px.rounded()), Int(py.rounded()))
    }
    writer.write("<path d=\"M")
    corner(14, 0)
    writer.write("L")
    corner(-8, 12)
    writer.write("L")
    corner(-8, -12)
    writer.write("Z\"/>")
  }
}
