package import CallboardMarkdown

/// The pictures of a site's diagrams, by their sources.
///
/// A source without a picture is shown as code.
package struct DiagramGallery: Sendable {
  /// One published file.
  package struct Drawing: Hashable, Sendable {
    /// From the site's root.
    package var path: String
    /// In CSS pixels.
    package var width: Int
    package var height: Int

    package init(path: String, width: Int, height: Int) {
      self.path = path
      self.width = width
      self.height = height
    }
  }

  /// What shows a diagram.
  package struct Picture: Hashable, Sendable {
    package var light: Drawing
    /// nil where one drawing serves both colour schemes.
    package var dark: Drawing?

    package init(light: Drawing, dark: Drawing?) {
      self.light = light
      self.dark = dark
    }
  }

  /// Where drawings are published, from the site's root.
  package static let folder = "assets/diagrams/"

  private let pictures: [DiagramSource: Picture]

  package init(_ pictures: [DiagramSource: Picture] = [:]) {
    self.pictures = pictures
  }

  /// One line a picture, sorted: equal galleries have equal lines, and pages show equal things of them.
  package var lines: [String] {
    pictures.map { source, picture in
      let drawings = [picture.light, picture.dark].compactMap(\.self).map { drawing in
        "\(drawing.path) \(drawing.width) \(drawing.height)"
      }
      return ([source.language.rawValue, source.text] + drawings).joined(separator: "\0")
    }
    .sorted()
  }

  /// nil for a source that is to be shown as code.
  func picture(of source: DiagramSource) -> Picture? {
    pictures[source]
  }
}
