import CallboardHTML

extension Sparkline {
  /// An `svg` element: a line, and a dot for the last value. Colours come from the theme's classes.
  func drawing() -> HTML {
    var writer = SVGWriter(reservingCapacity: 512)
    writer.write("<svg class=\"sparkline\" role=\"img\" aria-label=\"")
    writer.write(escaping: summary)
    writer.write("\" width=\"")
    writer.write(Self.width)
    writer.write("\" height=\"")
    writer.write(Self.height)
    writer.write("\" viewBox=\"0 0 ")
    writer.write(Self.width, Self.height)
    writer.write("\">")
    let points = positions()
    if points.count > 1 {
      writer.write("<polyline class=\"sparkline-line\" points=\"")
      for (index, point) in points.enumerated() {
        if index > 0 { writer.write(" ") }
        writer.write(point.x, point.y)
      }
      writer.write("\"/>")
    }
    if let last = points.last {
      writer.write("<circle class=\"sparkline-end\" cx=\"")
      writer.write(last.x)
      writer.write("\" cy=\"")
      writer.write(last.y)
      writer.write("\" r=\"2.5\"/>")
    }
    writer.write("</svg>")
    return writer.html
  }
}
