package import CallboardCatalog
package import CallboardDiagnostics
package import CallboardMarkdown

/// The documentation of one entity: its pages, in the order and grouping in which they are read.
package struct DocsTree: Sendable {
  /// The entity whose documentation this is.
  package var entity: EntityRef

  /// nil for docs that have one version only.
  package var version: DocsVersion?

  /// `site_name` of `mkdocs.yml`; nil when there is none, and the entity's title serves.
  package var title: String?

  /// `site_description` of `mkdocs.yml`.
  package var summary: String?

  /// The repository that holds the files.
  package var repository: String

  /// The folder of the pages, relative to the repository's root; empty for the root.
  package var folder: String

  /// In reading order: first as the navigation lists them, then the pages that it does not list, by path.
  package var pages: [DocsPage]

  package var navigation: [DocsNavigationItem]

  /// Files beside the pages that are published with them, as paths in the repository. What pages refer to is
  /// published besides.
  package var assets: [String]

  /// Overrides the forge's own form of an edit link; nil where `mkdocs.yml` does not say.
  package var editAddress: EditAddress?

  /// Where the files that pages include are looked for, as folders of the repository.
  package var includeFolders: [String] = []

  /// Names of files that are looked for there and are part of every page, below its text.
  package var appendedFiles: [String] = []

  /// Addresses without a page that lead to one, sorted by location.
  package var redirects: [DocsRedirect] = []

  /// `use_directory_urls`: the form in which authors wrote links as addresses.
  package var usesDirectoryURLs = true

  package var validation = DocsValidation()

  /// What the configuration switches on for the text of all pages.
  package var style = PageStyle()
}

extension DocsTree {
  /// Whether nothing of the author's stands where the docs begin, so that a list of the pages stands there.
  package var beginsWithContents: Bool {
    !pages.isEmpty && !pages.contains { $0.location.isEmpty }
      && !redirects.contains { $0.location.isEmpty }
  }

  /// Pages that stand in no navigation and have no configuration.
  package init(entity: EntityRef, repository: String, pages: [DocsPage]) {
    self.init(
      entity: entity,
      repository: repository,
      folder: "",
      pages: pages,
      navigation: [],
      assets: []
    )
  }
}

/// An address below the docs that a page once had.
package struct DocsRedirect: Hashable, Sendable {
  /// Where a redirect leads.
  package enum Target: Hashable, Sendable {
    /// An index into ``DocsTree/pages``.
    case page(Int, fragment: String?)
    case url(String)
  }

  /// As ``DocsPage/location``.
  package var location: String
  package var target: Target
}

/// One page of a ``DocsTree``, before it is rendered.
package struct DocsPage: Hashable, Sendable {
  package var source: SourcePath

  /// Of the file below the docs, as navigation and links name it: `guide/setup.md`. Docs that are included from
  /// elsewhere have the name of theirs in front.
  package var path: String

  /// Where the page stands under its docs, without slashes at the ends: `guide/setup` for
  /// `guide/setup.md`, empty for the first page. Case and characters are the author's.
  package var location: String

  /// The title that the navigation gives; nil leaves it to front matter, heading or file name.
  package var navigationTitle: String?

  /// `false` for a page that only links lead to.
  package var isListed: Bool

  /// Whether the author wants it to be in no navigation.
  package var isOmissionMeant: Bool

  package init(
    source: SourcePath,
    path: String,
    location: String,
    navigationTitle: String?,
    isListed: Bool,
    isOmissionMeant: Bool
  ) {
    self.source = source
    self.path = path
    self.location = location
    self.navigationTitle = navigationTitle
    self.isListed = isListed
    self.isOmissionMeant = isOmissionMeant
  }
}

/// An entry of the navigation beside the pages of a ``DocsTree``.
package enum DocsNavigationItem: Hashable, Sendable {
  /// An index into ``DocsTree/pages``.
  case page(Int)
  case section(title: String, items: [DocsNavigationItem])
  /// A link out of the docs.
  case link(title: String, url: String)
}
