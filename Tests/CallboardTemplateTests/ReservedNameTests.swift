import CallboardTemplate
import Testing

@Suite struct ReservedNameTests {
  static let names = ["constructor", "__proto__", "prototype"]

  @Test(arguments: names)
  func areNeverMembers(name: String) throws {
    let template = """
      [{{ o.\(name) }}{{ o["\(name)"] }}{{ o[key] }}{{ l.\(name) }}{{ s.\(name) }}\
      {{ f.\(name) }}{{ range.\(name) }}{{ nope.\(name) }}]
      """
    #expect(try render(template, name: name) == "[]")
  }

  @Test(arguments: names)
  func areNeverNames(name: String) throws {
    #expect(try render("[{{ \(name) }}]", name: name) == "[]")
  }

  @Test(arguments: names)
  func cannotBeCalled(name: String) {
    for template in ["{{ o.\(name)() }}", "{{ range.\(name)(\"x\")() }}", "{{ \(name)() }}"] {
      #expect(throws: TemplateError.self) { try render(template, name: name) }
    }
  }

  @Test(arguments: names)
  func areNotReachedByFilters(name: String) throws {
    let template = """
      [{{ [o] | join(",", "\(name)") }}{{ [o] | sum("\(name)") }}\
      {{ [o] | selectattr("\(name)") | length }}]
      """
    #expect(try render(template, name: name) == "[NaN0]")
  }

  /// Renders with an object that has a member of the name itself.
  private func render(_ template: String, name: String) throws -> String {
    let object = TemplateObject([(name, "own")])
    let context = TemplateObject([
      ("o", .object(object)), ("key", .string(name)), ("l", [1]), ("s", "text"), (name, "own"),
      ("f", 1.5),
    ])
    let environment = try TemplateEnvironment(
      mode: .scaffold,
      sources: ["page": Array(template.utf8)]
    )
    return String(decoding: try environment.render("page", context: context), as: UTF8.self)
  }
}
