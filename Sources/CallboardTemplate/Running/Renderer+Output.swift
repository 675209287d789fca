import CallboardHTML

extension Renderer {
  mutating func write(
    _ value: TemplateValue,
    _ escaping: OutputEscaping,
    _ expression: ExpressionID,
    _ program: Program
  ) throws(TemplateError) {
    switch (value, escaping) {
    case (.undefined, _), (.null, _):
      return
    case (.string(let text), .text), (.string(let text), .attribute):
      Escape.text(text, into: &output)
    case (.html(let markup), .text), (.html(let markup), .none):
      output += markup.bytes
    case (.number(let number), _):
      output += JavaScriptNumber.text(number).utf8
    case (.bool(let bool), _):
      output += bool ? "true".utf8 : "false".utf8
    case (_, .none):
      output += value.displayText.utf8
    case (.html, _):
      throw program.error(
        TemplateFailure(
          "markup may not stand in an attribute",
          help: ["Use the plain text here, from before it was made markup."]
        ),
        at: expression
      )
    case (.string(let text), .urlStart):
      writeURL(text, isAllowed: URLScheme.isAllowed(text.utf8))
    case (.string(let text), .urlPart):
      writeURL(text, isAllowed: !URLScheme.endsScheme(text.utf8))
    default:
      throw program.error(
        TemplateFailure(
          "this is \(value.typeName), which has no text of its own",
          help: ["Write one of its members, or loop over it."]
        ),
        at: expression
      )
    }
  }

  private mutating func writeURL(_ text: String, isAllowed: Bool) {
    Escape.text(isAllowed ? text : URLScheme.replacement, into: &output)
  }
}
