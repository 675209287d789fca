import CallboardTemplate
import Testing

/// Renders one theme template.
func theme(_ source: String, _ context: TemplateObject = [:]) throws(TemplateError) -> String {
  try theme(["page": source], context)
}

/// Renders the template `page` of several.
func theme(
  _ sources: [String: String],
  _ context: TemplateObject = [:]
) throws(TemplateError) -> String {
  let environment = try TemplateEnvironment(
    mode: .theme,
    sources: sources.mapValues { Array($0.utf8) }
  )
  return String(decoding: try environment.render("page", context: context), as: UTF8.self)
}

/// The error of one theme template, from compiling or from rendering; nil when there is none.
func themeError(_ source: String, _ context: TemplateObject = [:]) -> TemplateError? {
  themeError(["page": source], context)
}

/// The error of the theme template `page` among several.
func themeError(
  _ sources: [String: String],
  _ context: TemplateObject = [:]
) -> TemplateError? {
  do throws(TemplateError) {
    _ = try theme(sources, context)
    return nil
  } catch {
    return error
  }
}

/// Renders one template of a skeleton, with `{{ }}`.
func scaffold(
  _ source: String,
  _ context: TemplateObject = [:],
  options: TemplateOptions = TemplateOptions()
) throws(TemplateError) -> String {
  let environment = try TemplateEnvironment(
    mode: .scaffold,
    sources: ["page": Array(source.utf8)],
    options: options
  )
  return String(decoding: try environment.render("page", context: context), as: UTF8.self)
}
