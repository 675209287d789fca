/// Why a formula cannot become MathML, and where.
struct MathFault: Error, Equatable {
  enum Reason: Equatable {
    /// With its backslash.
    case unknownCommand(String)
    case unknownEnvironment(String)
    /// The formula ends, or a group does, where this should come.
    case missing(String)
    /// Stands where nothing of its kind may.
    case misplaced(String)
    /// Groups inside one another beyond the limit.
    case tooDeep
  }

  var reason: Reason
  /// The byte of the formula at which it was seen, from 0.
  var offset: Int
}
