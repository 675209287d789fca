package import CallboardCatalog
package import CallboardCrawl
package import CallboardDiagnostics
package import CallboardDocs
import CallboardMarkdown

/// Everything that the pages of a site are made from: the results of scan and stitch.
package struct SiteModel: Sendable {
  package var settings: SiteSettings
  package var catalog: Catalog
  /// The files that the entities were read from.
  package var sources: DescriptorSources
  /// The repositories that could be read, in the order of their names.
  package var repositories: [RepositorySnapshot]
  /// Those of them, besides, that are read at further revisions for versions of their docs.
  package var versions: [RepositorySnapshot]
  /// Sorted by entity; of several versions of one entity's docs the default one first.
  package var docs: [DocsSite]
  /// Findings of the stages before, sorted and judged.
  package var diagnostics: [Diagnostic]
  /// By repository and path, when a page of docs was last changed, and by whom.
  package var changes: [String: [String: PageHistory]]
  /// What commits did to the entities.
  package var history: CatalogHistory

  /// The pictures that pages show in place of diagrams' sources.
  package var diagrams: DiagramGallery

  /// What the operator tells the readers of the portal.
  package var announcements = AnnouncementBoard()
  /// What was decided, as the repositories' records tell it.
  package var decisions = DecisionLog()
  /// What the organisation uses, tries and leaves; their names differ.
  package var radars: [TechRadar] = []
  /// What is expected of entities, with how each stands; their names differ.
  package var scorecards: [ScoredCatalog] = []

  /// Entities that are known to exist and have no page here, because one repository is judged alone.
  package var elsewhere: Set<EntityRef>
  /// What the operator makes of findings that composing comes upon, for the page that shows them.
  package var judge: @Sendable ([Diagnostic]) -> [Diagnostic]

  package init(
    settings: SiteSettings,
    catalog: Catalog,
    sources: DescriptorSources = DescriptorSources(),
    repositories: [RepositorySnapshot],
    versions: [RepositorySnapshot] = [],
    docs: [DocsSite],
    diagnostics: [Diagnostic],
    changes: [String: [String: PageHistory]],
    history: CatalogHistory,
    diagrams: DiagramGallery = DiagramGallery(),
    elsewhere: Set<EntityRef> = [],
    judge: @escaping @Sendable ([Diagnostic]) -> [Diagnostic] = { $0 }
  ) {
    self.settings = settings
    self.catalog = catalog
    self.sources = sources
    self.repositories = repositories
    self.versions = versions
    self.docs = docs
    self.diagnostics = diagnostics
    self.changes = changes
    self.history = history
    self.diagrams = diagrams
    self.elsewhere = elsewhere
    self.judge = judge
  }
}

extension SiteModel {
  /// All texts that links lead from and to: the docs, then the announcements.
  ///
  /// - Complexity: linear in the docs of the site, so to be asked for once.
  package var linkedDocs: [DocsSite] { docs + [announcements.site].compactMap(\.self) }

  /// When the newest commit that the site knows of was made, in seconds since 1970; nil when it knows of none.
  ///
  /// - Complexity: linear in the pages of docs.
  package var newestChange: Int64? {
    let pages = changes.values.lazy.compactMap { $0.values.lazy.map(\.seconds).max() }.max()
    let commits = history.entries.lazy.map(\.seconds).max()
    return [pages, commits].compactMap(\.self).max()
  }

  /// What the repository's history tells of a page's file; nil where nothing is known.
  func history(of source: SourcePath) -> PageHistory? {
    changes[source.repository]?[source.path]
  }
}

/// The part of `site.yaml` that pages show.
package struct SiteSettings: Sendable {
  package var title: String
  /// The address under which the site is published, with a slash at its end; nil when it is not known.
  package var url: String?
  /// A BCP 47 tag for the `lang` attribute.
  package var language: String
  /// The commit of the repository that holds `site.yaml`; nil outside of one.
  package var revision: String?
  /// Callboard's own version.
  package var generatorVersion: String
  /// Where the organisation's tools are, by ``Integration/key``.
  package var integrations: [String: String]
  /// Whether entities are published at the paths of Backstage's REST API as well.
  package var isServingBackstage: Bool
  /// Where a reader reports what is wrong with a page, if not at its forge; see ``PageLinks``.
  package var issueAddress: String?
  /// Addresses of the portal that lead elsewhere, in the operator's order.
  package var redirects: [SiteRedirect]
  /// Whether browsers keep what was read, for times without a network.
  package var isOffline: Bool
  /// Whether each page of docs is published as Markdown as well.
  package var isPublishingMarkdown: Bool
  /// Hosts from which pages may load images, and those whose pages they may frame; part of the policy of every page.
  package var imageHosts: [String]
  package var iframeHosts: [String]
  /// Which parts pages have, in which order.
  package var layout: LayoutSettings

  package init(
    title: String,
    url: String?,
    language: String,
    revision: String?,
    generatorVersion: String,
    integrations: [String: String] = [:],
    isServingBackstage: Bool = false,
    issueAddress: String? = nil,
    redirects: [SiteRedirect] = [],
    isOffline: Bool = false,
    isPublishingMarkdown: Bool = true,
    imageHosts: [String] = [],
    iframeHosts: [String] = [],
    layout: LayoutSettings = LayoutSettings()
  ) {
    self.title = title
    self.url = url
    self.language = language
    self.revision = revision
    self.generatorVersion = generatorVersion
    self.integrations = integrations
    self.isServingBackstage = isServingBackstage
    self.issueAddress = issueAddress
    self.redirects = redirects
    self.isOffline = isOffline
    self.isPublishingMarkdown = isPublishingMarkdown
    self.imageHosts = imageHosts
    self.iframeHosts = iframeHosts
    self.layout = layout
  }

  /// The path of ``url``, with slashes at both ends: `/` when the site stands at its host's root or
  /// when no URL is given.
  package var basePath: String { Self.basePath(of: url) }

  /// The path of a site's address, as ``basePath`` says.
  package static func basePath(of url: String?) -> String {
    guard let url, let scheme = url.firstRange(of: "://") else { return "/" }
    let afterHost = url[scheme.upperBound...].drop { $0 != "/" }
    return afterHost.isEmpty ? "/" : afterHost.hasSuffix("/") ? String(afterHost) : afterHost + "/"
  }
}

/// One entity's documentation with what rendering learned of each page.
package struct DocsSite: Sendable {
  package let tree: DocsTree
  /// As many as ``DocsTree/pages``, in the same order.
  package var outlines: [PageOutline]

  package init(tree: DocsTree, outlines: [PageOutline]) {
    self.tree = tree
    self.outlines = outlines
  }

  /// The ``Route/urlPath`` of a page. Made anew each time: those of all pages of a large site would take more memory than
  /// they save time.
  func address(of page: Int) -> String {
    Routes.docs(tree, location: tree.pages[page].location).urlPath
  }
}

/// What other pages need to know of a rendered page; its body stays in the cache until it is composed.
package struct PageOutline: Sendable {
  /// By the rule of MkDocs: from the navigation, front matter, first heading or file name.
  package var title: String
  package var frontMatter: FrontMatter
  /// The ids that a link's fragment may name, sorted.
  package var anchors: [String]

  package init(title: String, frontMatter: FrontMatter = FrontMatter(), anchors: [String]) {
    self.title = title
    self.frontMatter = frontMatter
    self.anchors = anchors
  }

  package var description: String? { frontMatter.description }

  /// Whether the page lists the tags of its docs, which have ids of their own there.
  var listsTags: Bool { has(TagListing.idPrefix) }

  /// Whether the page has a place of that name.
  package func hasAnchor(_ fragment: String) -> Bool {
    has(fragment) || (fragment.hasPrefix(TagListing.idPrefix) && listsTags)
  }

  private func has(_ fragment: String) -> Bool {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle] < fragment { low = middle + 1 } else { high = middle }
    }
    return low < anchors.count && anchors[low] == fragment
  }
}
