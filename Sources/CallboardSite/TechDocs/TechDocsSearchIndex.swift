package import CallboardDocs
import CallboardJSON
package import CallboardMarkdown

/// Gathers `search/search_index.json` of one docs site in the form of MkDocs: an entry for each page with its whole
/// text, and one for each heading with the text below it.
package struct TechDocsSearchIndex {
  /// Each an object.
  private var entries: [[UInt8]] = []

  package init() {}

  /// Adds a page; pages come in the order in which the index lists them.
  package mutating func add(_ page: DocsPage, title: String, document: RenderedDocument) {
    let location = page.location.isEmpty ? "" : Route(path: page.location).urlPath
    let text = document.sections.map { section in
      let heading = section.heading.map { document.headings[$0].text + "\n" } ?? ""
      return heading + section.text
    }
    add(location, title: title, text: text.joined(separator: "\n"))
    for section in document.sections {
      guard let index = section.heading else { continue }
      let heading = document.headings[index]
      add("\(location)#\(heading.id)", title: heading.text, text: section.text)
    }
  }

  /// The finished file.
  ///
  /// - Parameter folder: Of the docs, with a slash at its end.
  package func file(in folder: String) -> OutputFile {
    var file = JSONWriter()
    file.object { object in
      object.key("config")
      object.object { config in
        config.member("lang", ["en"])
        config.member("separator", "[\\s\\-]+")
        config.member("pipeline", ["stopWordFilter"])
        config.member("min_search_length", 3)
        config.member("prebuild_index", false)
      }
      object.key("docs")
      object.array { array in
        for entry in entries { array.raw(entry) }
      }
    }
    file.endRecord()
    return OutputFile(path: folder + "search/search_index.json", bytes: file.bytes)
  }

  private mutating func add(_ location: String, title: String, text: String) {
    var writer = JSONWriter()
    writer.object { object in
      object.member("location", location)
      object.member("title", Self.escaped(title))
      object.member("text", Self.escaped(text))
    }
    entries.append(writer.bytes)
  }

  /// Backstage's collator reads titles and texts as HTML without tags.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
