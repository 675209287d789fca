package import CallboardDiagnostics
import CallboardDocs

/// Names a page of docs by its place in the ``SiteModel``.
package struct DocsPageIndex: Hashable, Sendable {
  /// An index into ``SiteModel/docs``.
  package var site: Int
  /// An index into the pages of that docs' tree.
  package var page: Int
}

/// Finds pages that no reader comes to: no navigation lists them, and no other page leads to them.
package enum OrphanPages {
  /// - Parameter linked: The pages outside of any navigation that links of other pages lead to.
  /// - Returns: In the order of the docs and their pages, as the authors want them judged.
  package static func findings(
    in docs: [DocsSite],
    linked: Set<DocsPageIndex>
  ) -> [Diagnostic] {
    docs.enumerated().flatMap { siteIndex, site in
      site.tree.pages.enumerated().compactMap { pageIndex, page in
        guard !page.isListed, !page.isOmissionMeant, !page.location.isEmpty,
          !linked.contains(DocsPageIndex(site: siteIndex, page: pageIndex))
        else { return nil }
        return site.tree.validation.judge(.docsPageOrphaned(page.source), as: .omittedFiles)
      }
    }
  }
}
