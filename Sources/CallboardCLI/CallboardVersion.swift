/// The version of this Callboard, by semantic versioning.
enum CallboardVersion {
  static let current = "0.1.0"
}
