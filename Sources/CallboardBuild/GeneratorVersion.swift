/// The version of this Callboard, by semantic versioning.
package enum GeneratorVersion {
  package static let current = "0.1.0"
}
