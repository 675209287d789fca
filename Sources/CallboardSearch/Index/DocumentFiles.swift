import CallboardJSON

/// The files `d/<n>.json`: what results show, a few documents a file.
enum DocumentFiles {
  /// The contents of the files of consecutive documents, the first of which begins a file. `perFile` is at least 1.
  static func contents(_ tokens: [RecordTokens], perFile: Int) -> [[UInt8]] {
    stride(from: 0, to: tokens.count, by: perFile).map { start in
      var writer = JSONWriter()
      writer.array { writer in
        for record in tokens[start..<min(tokens.count, start + perFile)] {
          write(record, to: &writer)
        }
      }
      return writer.bytes
    }
  }

  static func path(_ number: Int) -> String { "d/\(number).json" }

  private static func write(_ record: RecordTokens, to writer: inout JSONWriter) {
    let document = record.document
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
      if record.sectionShift > 0 { writer.member("shift", record.sectionShift) }
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
