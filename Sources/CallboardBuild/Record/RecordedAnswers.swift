import CallboardCrawl
import CallboardMarkdown

/// What a build was told by others than files: the servers of clones, and the programs that draw.
struct RecordedAnswers: Sendable {
  var remotes: [RemoteLook] = []
  /// See ``DiagramStage/Output/identities``.
  var renderers: [DiagramLanguage: String] = [:]

  /// Asks all of them again, several at a time.
  func hold(
    sources: [RepositorySource],
    crawler: Crawler,
    identity: @escaping @Sendable (DiagramLanguage) -> String?,
    width: Int
  ) -> Bool {
    let remotes = ParallelFor(width: width, chunkSize: 1).map(count: remotes.count) {
      [remotes = self.remotes] index in
      crawler.stillAnswers(remotes[index], of: sources, digest: InputTable.digest)
    }
    guard remotes.allSatisfy(\.self) else { return false }
    return renderers.allSatisfy { language, known in identity(language) == known }
  }
}

extension RecordedAnswers {
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.list(remotes) { writer, look in
      writer.text(look.remote)
      writer.list(look.options) { $0.text($1) }
      writer.list(look.patterns) { $0.text($1) }
      var digest: [UInt8] = []
      digest.append(ContentHash(high: look.answer.x, low: look.answer.y))
      writer.blob(digest)
    }
    writer.list(renderers.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key.rawValue)
      writer.text(entry.value)
    }
    return writer.bytes
  }

  /// nil when the bytes are not what ``encoded()`` gives.
  init?(_ bytes: [UInt8]) {
    do {
      var reader = ByteReader(bytes)
      remotes = try reader.list { reader throws(ByteReader.Damage) in
        let remote = try reader.text()
        let options = try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
        let patterns = try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
        var digest = ByteFieldReader(try reader.blob())
        guard let answer = digest.hash() else { throw ByteReader.Damage() }
        return RemoteLook(
          remote: remote,
          options: options,
          patterns: patterns,
          answer: SIMD2(answer.high, answer.low)
        )
      }
      let renderers = try reader.list { reader throws(ByteReader.Damage) in
        guard let language = DiagramLanguage(rawValue: try reader.text()) else {
          throw ByteReader.Damage()
        }
        return (language, try reader.text())
      }
      self.renderers = Dictionary(renderers, uniquingKeysWith: { first, _ in first })
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}
