import CallboardHTML

extension MarkdownOptions {
  /// Equal options give equal bytes, so these may be hashed into a cache key.
  package func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(dialect.rawValue)
    writer.flag(policy.trustsAuthors)
    writer.list(policy.imageHosts.sorted()) { $0.text($1) }
    writer.list(policy.frameHosts.sorted()) { $0.text($1) }
    writer.list(policy.extraSchemes.sorted()) { $0.text($1) }
    writer.list(policy.slotSchemes.sorted()) { $0.text($1) }
    writer.number(policy.depthLimit)
    writer.number(policy.dataImageLimit)
    writer.flag(highlightsCode)
    writer.flag(usesSmartSymbols)
    for keyPath in Self.limitPaths { writer.number(limits[keyPath: keyPath]) }
    return writer.bytes
  }

  /// nil when the bytes are not the whole of what ``encode()`` gives. Takes bytes of any origin.
  package static func decode(_ bytes: [UInt8]) -> MarkdownOptions? {
    do {
      var reader = ByteReader(bytes)
      var options = MarkdownOptions()
      guard let dialect = MarkdownDialect(rawValue: try reader.number()) else { return nil }
      options.dialect = dialect
      options.policy.trustsAuthors = try reader.flag()
      options.policy.imageHosts = try reader.texts()
      options.policy.frameHosts = try reader.texts()
      options.policy.extraSchemes = try reader.texts()
      options.policy.slotSchemes = try reader.texts()
      options.policy.depthLimit = try reader.number()
      options.policy.dataImageLimit = try reader.number()
      options.highlightsCode = try reader.flag()
      options.usesSmartSymbols = try reader.flag()
      for keyPath in limitPaths { options.limits[keyPath: keyPath] = try reader.number() }
      return reader.isAtEnd ? options : nil
    } catch {
      return nil
    }
  }

  /// In the order in which they are written.
  private static var limitPaths: [WritableKeyPath<Limits, Int>] {
    [
      \.sourceBytes, \.outputBytes, \.lineBytes, \.nesting, \.tableColumns, \.tableCells,
      \.referenceBytes, \.pageSeconds, \.includes, \.includeDepth, \.includedBytes,
    ]
  }
}

extension ByteReader {
  fileprivate mutating func texts() throws(Damage) -> Set<String> {
    Set(try list { reader throws(Damage) in try reader.text() })
  }
}
