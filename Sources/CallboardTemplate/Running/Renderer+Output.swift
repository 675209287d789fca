import CallboardHTML

extension Renderer {
  mutating func write(
    _ expression: ExpressionID,
    _ escaping: OutputEscaping,
    _ program: Program
  ) throws(TemplateError) {
    let node = program.expression(expression)
    guard case .call(let callee, let arguments) = node.kind, escaping == .text else {
      return try write(try evaluate(expression, program), escaping, expression, program)
    }
    try countStep(program)
    try enter(program, offset: Int(node.offset))
    let value = try call(callee, arguments, expression, program, inPlace: true)
    depth -= 1
    try write(value, escaping, expression, program)
  }

  private mutating func write(
    _ value: TemplateValue,
    _ escaping: OutputEscaping,
    _ expression: ExpressionID,
    _ program: Program
  ) throws(TemplateError) {
    switch value {
    case .undefined, .null:
      break
    case .string(let text):
      escaping.write(text, to: &output)
    case .html(let markup):
      guard escaping == .text || escaping == .none else {
        throw program.error(
          TemplateFailure(
            "markup may not stand in an attribute",
            help: ["Use the plain text here, from before it was made markup."]
          ),
          at: expression
        )
      }
      output += markup.bytes
    case .number(let number):
      output += JavaScriptNumber.text(number).utf8
    case .bool(let bool):
      output += bool ? "true".utf8 : "false".utf8
    case .array, .object, .function, .regex:
      guard escaping == .none else {
        throw program.error(
          TemplateFailure(
            "this is \(value.typeName), which has no text of its own",
            help: ["Write one of its members, or loop over it."]
          ),
          at: expression
        )
      }
      output += value.displayText.utf8
    }
  }
}
