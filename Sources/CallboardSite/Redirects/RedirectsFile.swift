import CallboardDiagnostics
import CallboardDocs

/// `_redirects`, by which Netlify, Cloudflare Pages and others answer with 301 before any page is served.
///
/// The pages of the redirects are there all the same, for hosts that know nothing of the file.
enum RedirectsFile {
  static let path = "_redirects"

  /// What an operator's address may hold as it is; a space or a line end would end it.
  private static let kept = PercentCode.Kept.unreserved.adding("%/?#[]@:!$&'()*+,;=")

  /// One file; none for a site without redirects.
  static func files(_ model: SiteModel, _ plan: SitePlan) -> [OutputFile] {
    let base = model.settings.basePath
    var text = ""
    for (route, page) in plan.pages {
      switch page {
      case .redirect(let index):
        let target =
          switch plan.redirects[index].target {
          case .page(let target, let suffix): base + target.urlPath + suffix
          case .url(let url): url
          }
        text += "\(base)\(route.urlPath) \(PercentCode.encoded(target, keeping: kept)) 301\n"
      case .docsRedirect(let site, let index):
        let tree = model.docs[site].tree
        guard case .page(let page, let fragment) = tree.redirects[index].target else { continue }
        let target = Routes.docs(tree, location: tree.pages[page].location).urlPath
        let suffix = fragment.map { "#" + Route.percentEncoded($0) } ?? ""
        text += "\(base)\(route.urlPath) \(base)\(target)\(suffix) 301\n"
      default: continue
      }
    }
    return text.isEmpty ? [] : [OutputFile(path: path, bytes: Array(text.utf8))]
  }
}
