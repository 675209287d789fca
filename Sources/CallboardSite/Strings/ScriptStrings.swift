import CallboardJSON

/// Makes the modules by which scripts get their words: `scripts/strings/search.js`.
///
/// `theme.yaml` says which sections of the strings each module carries; a section is a key up to its first dot.
enum ScriptStrings {
  static func files(
    _ strings: UIStrings,
    modules: [(name: String, sections: [String])]
  ) -> [(path: String, bytes: [UInt8])] {
    let keys = Dictionary(grouping: strings.keys) { key in
      key.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(key[..<$0]) } ?? key
    }
    return modules.map { module in
      let keys = Set(module.sections).flatMap { keys[$0] ?? [] }.sorted()
      return ("scripts/strings/\(module.name).js", source(of: keys, strings))
    }
  }

  private static func source(of keys: [String], _ strings: UIStrings) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      for key in keys {
        guard let phrase = strings[key] else { continue }
        if phrase.isPlural {
          object.key(key)
          object.object { forms in
            for form in phrase.scriptForms { forms.member(form.category.rawValue, form.text) }
          }
        } else {
          object.member(key, phrase.scriptText)
        }
      }
    }
    return Array("export const language = \"\(strings.language)\";\nexport default ".utf8)
      + writer.bytes + Array(";\n".utf8)
  }
}
