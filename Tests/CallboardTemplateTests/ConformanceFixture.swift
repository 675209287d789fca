import CallboardTemplate
import Foundation

/// The stored answers of Nunjucks; `Oracle/generate.js` says how they are written.
struct ConformanceFixture {
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/conformance.json")

  let cases: [ConformanceCase]

  init() throws {
    let stored = try JSONDecoder().decode(Stored.self, from: Data(contentsOf: Self.file))
    cases = try stored.cases.map { item in
      guard stored.contexts.indices.contains(item.context),
        case .object(let context) = stored.contexts[item.context].value
      else { throw Malformed(name: item.name) }
      return ConformanceCase(
        name: item.name,
        template: item.template,
        context: context,
        options: item.options.templateOptions,
        expected: item.expected.map { .text($0) } ?? .error("")
      )
    }
  }

  struct Malformed: Error {
    var name: String
  }
}

/// One template with the answer to it.
struct ConformanceCase {
  var name: String
  var template: String
  var context: TemplateObject
  var options: TemplateOptions
  var expected: ConformanceOutcome

  func render() -> ConformanceOutcome {
    do {
      let environment = try TemplateEnvironment(
        mode: .scaffold,
        sources: ["case": Array(template.utf8)],
        options: options
      )
      let bytes = try environment.render("case", context: context)
      return .text(String(decoding: bytes, as: UTF8.self))
    } catch {
      return .error(error.description)
    }
  }
}

/// A rendered text, or an error. All errors count as equal, because their words are our own.
enum ConformanceOutcome: Equatable, CustomStringConvertible {
  case text(String)
  case error(String)

  static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    // Unlike `==` on strings, this tells composed characters from decomposed ones.
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.error, .error): true
    default: false
    }
  }

  var description: String {
    switch self {
    case .text(let text): text.debugDescription
    case .error(let message): "error \(message)"
    }
  }
}

/// The JSON text, as it stands.
private struct Stored: Decodable {
  struct Item: Decodable {
    var name: String
    var template: String
    /// A place in ``Stored/contexts``.
    var context: Int
    var options: Options
    /// nil where the oracle fails.
    var expected: String?
  }

  struct Options: Decodable {
    var variableStart: String?
    var trimBlocks: Bool?
    var lstripBlocks: Bool?
    var jinjaCompatibility: Bool?

    var templateOptions: TemplateOptions {
      var options = TemplateOptions(variableStart: variableStart ?? "{{")
      options.trimBlocks = trimBlocks ?? false
      options.lstripBlocks = lstripBlocks ?? false
      options.jinjaCompatibility = jinjaCompatibility ?? false
      return options
    }
  }

  var contexts: [StoredValue]
  var cases: [Item]
}

/// A value of a context, with markers for what JSON cannot say.
private struct StoredValue: Decodable {
  let value: TemplateValue

  private enum Marker: String, CodingKey {
    case object = "$o"
    case undefined = "$u"
    case number = "$n"
  }

  private struct Entry: Decodable {
    let name: String
    let value: TemplateValue

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      name = try container.decode(String.self)
      value = try container.decode(StoredValue.self).value
    }
  }

  init(from decoder: any Decoder) throws {
    if let markers = try? decoder.container(keyedBy: Marker.self) {
      if markers.contains(.object) {
        let entries = try markers.decode([Entry].self, forKey: .object)
        value = .object(TemplateObject(entries.map { ($0.name, $0.value) }))
      } else if markers.contains(.number) {
        value = .number(Double(try markers.decode(String.self, forKey: .number)) ?? .nan)
      } else {
        value = .undefined
      }
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let bool = try? container.decode(Bool.self) {
      value = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else {
      value = .array(try container.decode([StoredValue].self).map(\.value))
    }
  }
}
