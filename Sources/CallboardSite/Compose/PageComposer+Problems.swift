package import CallboardDiagnostics
package import CallboardTemplate

extension PageComposer {
  /// The pages that list all findings; made last, because linking finds some.
  package func composeProblems(_ found: [Diagnostic]) throws(TemplateError) -> [OutputFile] {
    var files: [OutputFile] = []
    for number in 1...PageSize.pageCount(found.count, of: PageSize.problems) {
      let route = Routes.page(number, of: Routes.problems)
      files.append(try render("problems", route, problemsContext(number, found)).file)
    }
    return files
  }
}
