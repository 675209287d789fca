/// What a reader of YAML accepts.
package struct YAMLOptions: Sendable {
  /// What becomes of a tag that is not of the core schema. None is ever acted upon.
  package enum ForeignTags: Sendable {
    /// The document is refused: descriptors have no tags.
    case error
    /// The value is kept as ``YAMLValue/tagged(tag:_:)``: `mkdocs.yml` has `!ENV` and
    /// `!!python/name:…`.
    case opaque
  }

  package var foreignTags: ForeignTags
  package var limits: YAMLLimits

  package init(foreignTags: ForeignTags = .error, limits: YAMLLimits = YAMLLimits()) {
    self.foreignTags = foreignTags
    self.limits = limits
  }
}

/// Bounds on what one file may ask for, checked while its events stream in.
///
/// libyaml has none of its own and is quadratic in flow depth. The node limit counts aliases as
/// if they were expanded, so a "billion laughs" file fails before it costs anything. All counts
/// are for one file.
package struct YAMLLimits: Sendable {
  /// In bytes. Organisation data of 22,000 users is one file in practice.
  package var size: Int = 16 << 20
  /// Collections within collections, through aliases too.
  package var depth: Int = 64
  package var aliases: Int = 10_000
  package var nodes: Int = 5_000_000
  package var documents: Int = 50_000
  /// In UTF-8 bytes.
  package var keyLength: Int = 1_024

  package init() {}
}
