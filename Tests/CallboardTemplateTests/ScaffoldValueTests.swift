import CallboardTemplate
import Testing

/// Inputs of steps: a lone `${{ }}` keeps its type.
@Suite struct ScaffoldValueTests {
  private func value(_ source: String) throws -> TemplateValue {
    let environment = try TemplateEnvironment(
      mode: .scaffold,
      sources: ["input": Array(source.utf8)],
      options: .softwareTemplate
    )
    return try environment.evaluate("input", context: ["n": 3, "list": ["a"], "yes": true])
  }

  @Test func keepsTheTypeOfALoneExpression() throws {
    guard case .number(4) = try value("${{ n + 1 }}") else { return record("a number") }
    guard case .bool(true) = try value("${{ yes }}") else { return record("a boolean") }
    guard case .array(let values) = try value("${{ list }}") else { return record("a list") }
    #expect(values.count == 1)
    guard case .undefined = try value("${{ gone }}") else { return record("undefined") }
  }

  @Test func makesTextOfAllElse() throws {
    #expect(try text("a ${{ n }}") == "a 3")
    #expect(try text(" ${{ n }}") == " 3")
    #expect(try text("${{ n }}${{ yes }}") == "3true")
    #expect(try text("{{ n }}") == "{{ n }}")
    #expect(try text("${{ '<' }}") == "<")
  }

  private func text(_ source: String) throws -> String? {
    guard case .string(let text) = try value(source) else { return nil }
    return text
  }

  private func record(_ type: String) {
    Issue.record("the value is not \(type)")
  }
}
