import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs

/// The links from a page of docs to its source: where it is shown, edited and reported.
struct PageLinks {
  let page: DocsPage
  let tree: DocsTree
  let repository: RepositorySnapshot?
  let settings: SiteSettings

  /// The forge's page of the file.
  var view: String? {
    repository?.viewURL(of: page.source.path)
  }

  /// What `mkdocs.yml` says, else the forge's form; nil for what cannot be edited, such as a tag.
  var edit: String? {
    // An author's address leads to what is worked on, which is no longer this.
    if tree.version?.age == .old { return nil }
    // Pages that are included from elsewhere are no part of what the address is about.
    guard let address = tree.editAddress,
      let path = RepositoryPath.relative(page.source.path, to: tree.folder)
    else { return repository?.editURL(of: page.source.path) }
    return address.url(of: path)
  }

  /// The form for a new issue that names the page: at the address that the operator gave, else at the forge.
  ///
  /// The title is the one that Backstage gives such issues, so that rules over them go on working.
  func issue(titled title: String) -> String? {
    let subject = "Documentation Feedback: \(title)"
    let route = Routes.docs(tree, location: page.location)
    let place = view ?? page.source.description
    let lines = [settings.url.map { "Page: \($0)\(route.urlPath)" }, "Source: \(place)"]
    let text = lines.compactMap(\.self).joined(separator: "\n") + "\n\n"
    guard let address = settings.issueAddress else {
      return repository?.forge?.newIssueURL(title: subject, text: text)
    }
    return address.replacing("{title}", with: PercentCode.component(subject))
      .replacing("{body}", with: PercentCode.component(text))
  }
}
