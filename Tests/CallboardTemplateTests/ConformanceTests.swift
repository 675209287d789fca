import Foundation
import Testing

@testable import CallboardTemplate

/// Holds the language against what Nunjucks answered; `Oracle/generate.js` writes the answers.
@Suite struct ConformanceTests {
  @Test func rendersWhatNunjucksRenders() throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent()
      .appending(path: "Fixtures/nunjucks.json")
    let cases = try JSONDecoder().decode([OracleCase].self, from: Data(contentsOf: file))
    #expect(cases.count >= 300)
    for one in cases {
      let got = one.render()
      #expect(got == one.output, "\(one.group): \(one.template)")
    }
  }
}

/// One line of the data file.
struct OracleCase: Decodable {
  struct Options: Decodable {
    var templates: [String: String]?
    var trimBlocks: Bool?
    var lstripBlocks: Bool?
    var variableStart: String?
    var jinja: Bool?
  }

  var group: String
  var template: String
  var context: OracleValue
  var options: Options
  /// nil when Nunjucks refuses the template.
  var output: String?

  /// The output, or nil when the template is refused.
  func render() -> String? {
    var environment = TemplateOptions(variableStart: options.variableStart ?? "{{")
    environment.trimBlocks = options.trimBlocks ?? false
    environment.lstripBlocks = options.lstripBlocks ?? false
    environment.jinjaCompatibility = options.jinja ?? false
    var sources = options.templates ?? [:]
    sources["page"] = template
    guard case .object(let context) = context.value else { return nil }
    do throws(TemplateError) {
      let compiled = try TemplateEnvironment(
        mode: .scaffold,
        sources: sources.mapValues { Array($0.utf8) },
        options: environment
      )
      return String(decoding: try compiled.render("page", context: context), as: UTF8.self)
    } catch {
      return nil
    }
  }
}

/// A value of the data file, in which objects are lists of pairs.
struct OracleValue: Decodable {
  let value: TemplateValue

  private enum Key: CodingKey { case entries }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      let pairs = try container.decode([Pair].self, forKey: .entries)
      value = .object(TemplateObject(pairs.map { ($0.key, $0.value) }))
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let list = try? single.decode([OracleValue].self) {
      value = .array(list.map(\.value))
    } else if let bool = try? single.decode(Bool.self) {
      value = .bool(bool)
    } else if let number = try? single.decode(Double.self) {
      value = .number(number)
    } else {
      value = .string(try single.decode(String.self))
    }
  }

  private struct Pair: Decodable {
    let key: String
    let value: TemplateValue

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      key = try container.decode(String.self)
      value = try container.decode(OracleValue.self).value
    }
  }
}
