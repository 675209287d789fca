/// A radar of technologies as a page shows it: sectors by what a thing is, rings by how far it is recommended.
package struct RadarChart: Hashable, Sendable {
  /// In the order of a clock's hand from its upper right; at least two.
  package var quadrants: [Quadrant]
  /// From the centre outwards; at least one.
  package var rings: [Ring]
  /// By quadrant, ring and title; their numbers count from 1.
  package var blips: [Blip]

  package init(quadrants: [Quadrant], rings: [Ring], blips: [Blip]) {
    self.quadrants = quadrants
    self.rings = rings
    self.blips = blips
  }

  /// What kind of thing stands in one part.
  package struct Quadrant: Hashable, Sendable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// How far a thing is recommended.
  package struct Ring: Hashable, Sendable {
    package var id: String
    package var name: String
    package var text: String?

    package init(id: String, name: String, text: String? = nil) {
      self.id = id
      self.name = name
      self.text = text
    }
  }

  /// Where a thing has come from since the radar before.
  package enum Move: String, Hashable, Sendable {
    case none, new, inward = "in", outward = "out"
  }

  /// One thing.
  package struct Blip: Hashable, Sendable {
    package var title: String
    /// Indexes into ``RadarChart/quadrants`` and ``RadarChart/rings``.
    package var quadrant: Int
    package var ring: Int
    package var move: Move
    package var text: String?
    /// An entity or a page about it.
    package var links: [WidgetValue]

    package init(
      title: String,
      quadrant: Int,
      ring: Int,
      move: Move = .none,
      text: String? = nil,
      links: [WidgetValue] = []
    ) {
      self.title = title
      self.quadrant = quadrant
      self.ring = ring
      self.move = move
      self.text = text
      self.links = links
    }
  }
}
