import Testing

@testable import CallboardSite

/// Where blips stand on a radar.
@Suite struct RadarDrawingTests {
  /// A radar whose parts have so many blips, by ring and quadrant.
  private static func radar(quadrants: Int, _ counts: [[Int]]) -> RadarChart {
    var blips: [RadarChart.Blip] = []
    for (ring, counts) in counts.enumerated() {
      for (quadrant, count) in counts.enumerated() {
        for number in 0..<count {
          blips.append(
            .init(title: "\(ring) \(quadrant) \(number)", quadrant: quadrant, ring: ring)
          )
        }
      }
    }
    return RadarChart(
      quadrants: (0..<quadrants).map { .init(id: "q\($0)", name: "Quadrant \($0)") },
      rings: counts.indices.map { .init(id: "r\($0)", name: "Ring \($0)") },
      blips: blips
    )
  }

  @Test(arguments: [
    (4, [[1, 1, 1, 1], [3, 2, 4, 5], [9, 1, 0, 2], [4, 4, 4, 4]]),
    (4, [[40, 0, 3, 1], [2, 60, 2, 2], [0, 0, 0, 0], [200, 1, 1, 120]]),
    (2, [[12, 7], [33, 1]]), (6, [[2, 2, 2, 2, 2, 2], [9, 8, 7, 6, 5, 4]]),
    (3, [[500, 0, 0]]),
  ])
  func placesNoBlipOnAnother(quadrants: Int, counts: [[Int]]) {
    let drawing = RadarDrawing(Self.radar(quadrants: quadrants, counts))
    let positions = drawing.positions
    for one in positions.indices {
      for other in positions.indices where other > one {
        let (dx, dy) = (
          positions[one].x - positions[other].x, positions[one].y - positions[other].y
        )
        let least = 2 * RadarDrawing.blipRadius
        #expect(dx * dx + dy * dy >= least * least, "blips \(one) and \(other)")
      }
    }
  }

  @Test func keepsBlipsWithinTheirRing() {
    let radar = Self.radar(quadrants: 4, [[3, 3, 3, 3], [20, 2, 2, 2], [1, 1, 1, 1]])
    let drawing = RadarDrawing(radar)
    for (blip, position) in zip(radar.blips, drawing.positions) {
      let distance = Double(position.x * position.x + position.y * position.y).squareRoot()
      let inner = blip.ring == 0 ? 0 : drawing.radii[blip.ring - 1]
      #expect(distance > Double(inner) && distance < Double(drawing.radii[blip.ring]))
    }
  }

  @Test func knowsTheSine() {
    #expect(abs(RadarDrawing.sine(0)) < 1e-9)
    #expect(abs(RadarDrawing.sine(Double.pi / 6) - 0.5) < 1e-7)
    #expect(abs(RadarDrawing.sine(Double.pi / 2) - 1) < 1e-6)
    #expect(abs(RadarDrawing.sine(7 * Double.pi / 6) + 0.5) < 1e-7)
    #expect(abs(RadarDrawing.sine(5 * Double.pi / 2) - 1) < 1e-6)
  }
}
