/// A row of numbers over time, drawn small.
package struct Sparkline: Hashable, Sendable {
  package var points: [Point]
  /// The value at the upper edge; the lower edge is 0.
  package var maximum: Int
  /// Behind each number: `%`.
  package var unit: String

  package init(_ points: [Point], maximum: Int, unit: String = "") {
    self.points = points
    self.maximum = maximum
    self.unit = unit
  }

  /// One number.
  package struct Point: Hashable, Sendable {
    package var label: String
    package var value: Int

    package init(_ label: String, _ value: Int) {
      self.label = label
      self.value = value
    }
  }

  /// What a reader without eyes is told: the first and the last value.
  var summary: String {
    guard let first = points.first, let last = points.last else { return "No values" }
    if points.count == 1 { return "\(last.label): \(last.value)\(unit)" }
    return "\(first.label): \(first.value)\(unit), \(last.label): \(last.value)\(unit)"
  }

  /// The size of the drawing, in its own units.
  static let (width, height) = (120, 28)
  private static let inset = 3

  /// Where each point lies, from the drawing's upper left corner; a lone one at the end.
  func positions() -> [(x: Int, y: Int)] {
    let room = (x: Self.width - 2 * Self.inset, y: Self.height - 2 * Self.inset)
    let top = max(1, maximum)
    return points.enumerated().map { index, point in
      let x = points.count == 1 ? room.x : room.x * index / (points.count - 1)
      let y = room.y * min(max(0, point.value), top) / top
      return (Self.inset + x, Self.inset + room.y - y)
    }
  }
}
