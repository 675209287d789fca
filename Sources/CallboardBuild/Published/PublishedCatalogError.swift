package import CallboardJSON

/// Why the catalog of a published portal could not be read.
package struct PublishedCatalogError: Error, Hashable, Sendable {
  /// What stands in the way.
  package enum Reason: Hashable, Sendable {
    /// There is no `index.json` of Callboard at the place.
    case noCatalog
    /// A file that the others promise is not there.
    case missing
    /// The file could not be read; a sentence's rest without a full stop.
    case unreadable(String)
    /// In bytes.
    case tooLarge(limit: Int)
    case malformed(JSONError)
    /// JSON, but not with the member that it should have, such as `'items', an array`.
    case unexpected(String)
    /// The portal was built by a later Callboard, whose files this one does not know.
    case newerFormat(Int)
  }

  package var reason: Reason
  /// Relative to ``place``.
  package var file: String
  /// The folder or address, as a person named it.
  package var place: String

  package init(_ reason: Reason, file: String, place: String) {
    self.reason = reason
    self.file = file
    self.place = place
  }
}

extension PublishedCatalogError: CustomStringConvertible {
  /// One line without a full stop.
  package var description: String {
    switch reason {
    case .noCatalog: "'\(place)' holds no catalog that Callboard published"
    case .missing: "'\(file)' is missing in '\(place)'"
    case .unreadable(let reason): "'\(file)' in '\(place)' could not be read: \(reason)"
    case .tooLarge(let limit): "'\(file)' in '\(place)' is larger than \(limit >> 20) MiB"
    case .malformed(let error): "'\(file)' in '\(place)' is no JSON: \(error)"
    case .unexpected(let member): "'\(file)' in '\(place)' lacks \(member)"
    case .newerFormat(let format):
      "'\(place)' has format \(format), which this Callboard does not know"
    }
  }

  /// A sentence in the imperative.
  package var remedy: String {
    switch reason {
    case .noCatalog:
      "Name the output folder of 'callboard build', or its folder 'api/v1', or the portal's address."
    case .unreadable: "Check that it is there and may be read."
    case .newerFormat: "Use the Callboard that built the portal, or a later one."
    case .missing, .tooLarge, .malformed, .unexpected:
      "Build the portal again with this Callboard."
    }
  }
}
