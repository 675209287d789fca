import CallboardCatalog
import CallboardYAML

extension Entity {
  /// Where a user or group can be written to; nil for other kinds.
  var email: String? { spec["profile"]?["email"]?.string }
}
