package import CallboardDiagnostics
import CallboardDocs

/// Names a page of docs by its place in the ``SiteModel``.
package struct DocsPageIndex: Hashable, Sendable {
  /// An index into ``SiteModel/docs``.
  package var site: Int
  /// An index into the pages of that docs' tree.
  package var page: Int

  package init(site: Int, page: Int) {
    self.site = site
    self.page = page
  }
}

/// Finds pages that no reader comes to: no navigation lists them, and no other page leads to them.
package enum OrphanPages {
  /// Of several versions of docs, only the default one is judged: nobody mends the others.
  ///
  /// - Parameter linked: The pages outside of any navigation that links of other pages lead to.
  /// - Returns: In the order of the docs and their pages, as the authors want them judged, one for each file.
  package static func findings(
    in docs: [DocsSite],
    linked: Set<DocsPageIndex>
  ) -> [Diagnostic] {
    // A file may be a page of several docs, and one that lists it or leads to it is enough.
    var reached: Set<SourcePath> = []
    var candidates: [(source: SourcePath, validation: DocsValidation)] = []
    for (siteIndex, site) in docs.enumerated() where site.tree.version?.isDefault ?? true {
      for (pageIndex, page) in site.tree.pages.enumerated() {
        let isLinked = linked.contains(DocsPageIndex(site: siteIndex, page: pageIndex))
        if page.isListed || page.isOmissionMeant || page.location.isEmpty || isLinked {
          reached.insert(page.source)
        } else {
          candidates.append((page.source, site.tree.validation))
        }
      }
    }
    return candidates.compactMap { source, validation in
      guard reached.insert(source).inserted else { return nil }
      return validation.judge(.docsPageOrphaned(source), as: .omittedFiles)
    }
  }
}
