/// Computes once what a theme's template would compute on every page: custom filters of constants, such as the words of
/// the interface in `{{ "nav.search" | t }}`.
enum ConstantFolding {
  /// Replaces such expressions by their values. One that fails stays, so that its error comes where it is evaluated.
  ///
  /// - Parameter filters: In the order of their numbers.
  static func fold(_ template: inout ParsedTemplate, filters: [TemplateFilter]) {
    // Expressions come after those that they are made of.
    for index in template.expressions.indices {
      guard case .customFilter(let number, let list) = template.expressions[index].kind,
        list.namedCount == 0, let arguments = constants(list, in: template),
        let value = try? filters[Int(number)](arguments)
      else { continue }
      template.constants.append(value)
      template.expressions[index].kind = .constant(
        Int32(truncatingIfNeeded: template.constants.count - 1)
      )
    }
  }

  /// The positional arguments; nil where one is not constant.
  private static func constants(
    _ list: ArgumentList,
    in template: ParsedTemplate
  ) -> [TemplateValue]? {
    var values: [TemplateValue] = []
    for index in Int(list.start)..<Int(list.start + list.count) {
      let argument = template.arguments[index].value
      guard case .constant(let number) = template.expressions[Int(argument.index)].kind else {
        return nil
      }
      values.append(template.constants[Int(number)])
    }
    return values
  }
}
