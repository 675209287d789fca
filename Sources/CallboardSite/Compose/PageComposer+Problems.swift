import CallboardCatalog
package import CallboardDiagnostics
package import CallboardTemplate

extension PageComposer {
  /// The pages that list all findings, by repository and by owner; made last, because linking finds some.
  package func composeProblems(_ found: [Diagnostic]) throws(TemplateError) -> [OutputFile] {
    var files = try composeProblems(ProblemList(found: found, route: Routes.problems))
    let groups = OwnedFindings.grouped(found, by: FindingPlaces(model, found: found))
    for number in 1...PageSize.pageCount(groups.count, of: PageSize.facetValues) {
      let route = Routes.page(number, of: Routes.problemOwners)
      files.append(try render("problem-owners", route, ownersContext(number, groups, found)).file)
    }
    for group in groups {
      let list = ProblemList(
        found: group.found,
        owner: group.owner,
        isOfOwner: true,
        route: Routes.problems(ownedBy: group.owner)
      )
      files += try composeProblems(list)
    }
    return files
  }

  private func composeProblems(_ list: ProblemList) throws(TemplateError) -> [OutputFile] {
    var files: [OutputFile] = []
    for number in 1...PageSize.pageCount(list.found.count, of: PageSize.problems) {
      let route = Routes.page(number, of: list.route)
      files.append(try render("problems", route, problemsContext(number, list)).file)
    }
    return files
  }

  /// A list of findings that takes pages of its own.
  private struct ProblemList {
    var found: [Diagnostic]
    /// nil also for the list of what nobody owns.
    var owner: EntityRef?
    var isOfOwner = false
    var route: Route
  }

  private func problemsContext(_ number: Int, _ list: ProblemList) -> [String: TemplateValue] {
    let name =
      list.owner.map { model.catalog[$0]?.displayName ?? $0.name } ?? strings.text("common.nobody")
    let title =
      list.isOfOwner
      ? strings.text("problems.of", ["name": name]) : strings.text("problems.title")
    var context = shared.values(
      for: .init(
        title: strings.title(title, page: number),
        route: Routes.page(number, of: list.route),
        layout: "problems",
        section: Routes.problems,
        breadcrumbs: list.isOfOwner
          ? [
            (strings.text("problems.title"), Routes.problems),
            (strings.text("problems.by-owner-tab"), Routes.problemOwners),
          ] : []
      )
    )
    context["owner"] =
      list.isOfOwner
      ? ["name": .string(name), "ref": list.owner.map(references.value) ?? .null] : .null
    context["views"] = views(current: list.isOfOwner ? nil : Routes.problems)
    context["totals"] = Self.totals(list.found)
    let range = PageSize.range(number, of: PageSize.problems, in: list.found.count)
    context["groups"] = .array(grouped(list.found[range]))
    context["pagination"] = Pagination.value(
      page: number,
      of: list.route,
      count: list.found.count,
      size: PageSize.problems
    )
    return context
  }

  private func ownersContext(
    _ number: Int,
    _ groups: [OwnedFindings],
    _ found: [Diagnostic]
  ) -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: strings.title(strings.text("problems.by-owner"), page: number),
        route: Routes.page(number, of: Routes.problemOwners),
        layout: "problem-owners",
        section: Routes.problems,
        breadcrumbs: [(strings.text("problems.title"), Routes.problems)]
      )
    )
    context["views"] = views(current: Routes.problemOwners)
    context["totals"] = Self.totals(found)
    let range = PageSize.range(number, of: PageSize.facetValues, in: groups.count)
    context["owners"] = .array(
      groups[range].map { group in
        [
          "name": .string(
            group.owner.map { model.catalog[$0]?.displayName ?? $0.name }
              ?? strings.text("common.nobody")
          ),
          "ref": group.owner.map(references.value) ?? .null,
          "route": .string(Routes.problems(ownedBy: group.owner).urlPath),
          "errors": .integer(group.errors),
          "warnings": .integer(group.warnings),
          "notes": .integer(group.notes),
          "total": .integer(group.found.count),
        ]
      }
    )
    context["pagination"] = Pagination.value(
      page: number,
      of: Routes.problemOwners,
      count: groups.count,
      size: PageSize.facetValues
    )
    return context
  }

  /// The ways in which findings are listed.
  private func views(current: Route?) -> TemplateValue {
    let views: [(String, Route, String)] = [
      (strings.text("problems.by-repository"), Routes.problems, "repository"),
      (strings.text("problems.by-owner-tab"), Routes.problemOwners, "group"),
    ]
    return .array(
      views.map { label, route, icon in
        [
          "label": .string(label), "route": .string(route.urlPath), "icon": .string(icon),
          "current": .bool(route == current),
        ]
      }
    )
  }

  private static func totals(_ found: [Diagnostic]) -> TemplateValue {
    func count(_ severity: Diagnostic.Severity) -> TemplateValue {
      .integer(found.count { $0.severity == severity })
    }
    return ["errors": count(.error), "warnings": count(.warning), "notes": count(.note)]
  }

  /// Findings of one repository after those of another; they are sorted so already.
  private func grouped(_ found: ArraySlice<Diagnostic>) -> [TemplateValue] {
    var groups: [(repository: String, items: [TemplateValue])] = []
    for finding in found {
      let repository = finding.span?.file.repository ?? ""
      if groups.last?.repository != repository { groups.append((repository, [])) }
      groups[groups.count - 1].items.append(problems.value(finding))
    }
    return groups.map { group in
      [
        "repository": .string(
          group.repository.isEmpty ? strings.text("common.this-site") : group.repository
        ),
        "items": .array(group.items),
      ]
    }
  }
}
