import CallboardJSON

/// The files `d/<n>.json`: what results show, a few documents a file.
enum DocumentFiles {
  /// What is listed of one document.
  struct Item: Sendable {
    let document: SearchDocument
    /// As ``RecordTokens/sectionShift``.
    let sectionShift: Int

    init(_ tokens: RecordTokens) {
      document = tokens.document
      sectionShift = tokens.sectionShift
    }
  }

  /// The contents of the files of consecutive documents, the first of which begins a file. `perFile` is at least 1.
  static func contents(_ items: [Item], perFile: Int) -> [[UInt8]] {
    stride(from: 0, to: items.count, by: perFile).map { start in
      var writer = JSONWriter()
      writer.array { writer in
        for item in items[start..<min(items.count, start + perFile)] {
          write(item, to: &writer)
        }
      }
      return writer.bytes
    }
  }

  static func path(_ number: Int) -> String { "d/\(number).json" }

  private static func write(_ item: Item, to writer: inout JSONWriter) {
    let document = item.document
    func present(_ text: String) -> String? { text.isEmpty ? nil : text }
    writer.object { writer in
      writer.member("url", document.url)
      writer.member("title", document.title)
      writer.member("kind", document.kind)
      writer.member("in", document.category.rawValue)
      writer.member(ifPresent: "parent", present(document.parentTitle))
      writer.member(ifPresent: "excerpt", present(document.excerpt))
      writer.member(ifPresent: "ref", present(document.ref))
      writer.member(ifPresent: "owner", present(document.owner))
      writer.member(ifPresent: "lifecycle", present(document.lifecycle))
      writer.member(ifPresent: "type", present(document.type))
      writer.member(ifPresent: "system", present(document.system))
      if !document.tags.isEmpty { writer.member("tags", document.tags) }
      writer.member(ifPresent: "audience", document.audience)
      writer.member(ifPresent: "version", document.version)
      // What most have is left out.
      if document.namespace != "default" { writer.member("namespace", document.namespace) }
      if document.locale != "en" { writer.member("locale", document.locale) }
      if !document.textStarts.isEmpty {
        writer.key("texts")
        writer.array { writer in
          for start in document.textStarts { writer.integer(start) }
        }
      }
      guard document.sections.contains(where: { !$0.heading.isEmpty }) else { return }
      if item.sectionShift > 0 { writer.member("shift", item.sectionShift) }
      writer.key("sections")
      writer.array { writer in
        for section in document.sections {
          writer.string(section.heading)
          writer.string(section.fragment)
        }
      }
    }
  }
}
