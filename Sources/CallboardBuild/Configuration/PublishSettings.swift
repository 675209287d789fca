import CallboardYAML

/// The part `publish` of `site.yaml`.
package struct PublishSettings: Sendable {
  /// As the operator wrote it, a folder relative to that of `site.yaml`; nil when only the command line says.
  package var destination: String?
  /// Whether each publication to a branch is a commit on top of the last one, instead of in its place.
  package var keepsHistory = true

  init() {}

  init(reading record: inout YAMLRecord) {
    destination = record.string("to")
    keepsHistory = record.bool("history") ?? true
  }
}
