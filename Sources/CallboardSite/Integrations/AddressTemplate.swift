import CallboardDiagnostics

/// Fills the value of an annotation into an address.
///
/// | in the template | stands for |
/// | --- | --- |
/// | `{value}` | the whole value as one component |
/// | `{path}` | the value, its slashes kept |
/// | `{1}`, `{2}`, `{last}` | one of its parts between slashes |
/// | `{jobs}` | its parts with `/job/` between them |
/// | `{a.b/c}` | the value of another annotation |
/// | `{a.b/c:d}` | the same, or `d` when the entity does not have it |
///
/// All that is filled in is percent-encoded, so a value can leave neither the tool nor its place in the address.
struct AddressTemplate {
  let template: String

  /// One place to be filled in.
  struct Placeholder: Hashable {
    /// What stands between the braces, without a default.
    var name: String
    /// Whether its brace is closed; else the name reaches to the end of the template, which cannot be filled.
    var isClosed: Bool
  }

  /// All places to be filled in, as they come.
  var placeholders: [Placeholder] {
    var found: [Placeholder] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: open)...]
      let close = rest.firstIndex(of: "}")
      let name = rest[..<(close ?? rest.endIndex)].prefix { $0 != ":" }
      found.append(Placeholder(name: String(name), isClosed: close != nil))
      guard let close else { break }
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  /// Whether a name stands for the value or for parts of it, and not for another annotation.
  static func isPart(_ name: String) -> Bool {
    ["value", "path", "last", "jobs"].contains(name) || Int(name) != nil
  }

  /// - Parameter annotation: Gives the values of the entity's other annotations.
  /// - Returns: nil when an annotation that the template needs is missing, or when a part of the value would
  ///   lead upwards.
  func filled(with value: String, annotation: (String) -> String?) -> String? {
    var address = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      address += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"),
        let text = text(for: rest[..<close], value, annotation)
      else { return nil }
      address += text
      rest = rest[rest.index(after: close)...]
    }
    return address + rest
  }

  private func text(
    for name: Substring,
    _ value: String,
    _ annotation: (String) -> String?
  ) -> String? {
    let parts = value.split(separator: "/", omittingEmptySubsequences: true)
    guard !parts.contains(where: { $0 == "." || $0 == ".." }) else { return nil }
    switch name {
    case "value": return PercentCode.component(value)
    case "path": return parts.map(PercentCode.component).joined(separator: "/")
    case "last": return parts.last.map(PercentCode.component)
    case "jobs": return parts.map(PercentCode.component).joined(separator: "/job/")
    default: break
    }
    if let number = Int(name) {
      return parts.indices.contains(number - 1) ? PercentCode.component(parts[number - 1]) : nil
    }
    let pieces = name.split(separator: ":", maxSplits: 1)
    guard let key = pieces.first else { return nil }
    let found = annotation(String(key)) ?? (pieces.count > 1 ? String(pieces[1]) : nil)
    return found.flatMap { $0 == "." || $0 == ".." ? nil : PercentCode.component($0) }
  }
}
