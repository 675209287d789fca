package import CallboardDiagnostics
package import CallboardMarkdown

/// What Callboard takes from a `mkdocs.yml`; the rest is read as data and left alone.
///
/// No hook, plugin, theme or extension named in the file is ever run.
package struct MkDocsConfiguration: Sendable {
  package var siteName: String?
  package var siteDescription: String?
  /// `docs_dir`, relative to the folder of the file.
  package var docsFolder = "docs"
  /// Where `docs_dir` is written; nil when it is left out.
  package var docsFolderSpan: SourceSpan?
  /// nil when the file has no `nav`: the navigation then follows the files.
  package var navigation: [NavigationEntry]?
  /// By `repo_url`, `edit_uri` and `edit_uri_template`.
  package var editAddress: EditAddress?
  /// `exclude_docs`: patterns of files that are no part of the docs, as in a `.gitignore` file.
  package var excludedFiles: String?
  /// `draft_docs`: patterns of files that MkDocs shows in its preview only.
  package var draftFiles: String?
  /// `not_in_nav`: patterns of pages that the navigation leaves out on purpose.
  package var omittedFiles: String?
  /// `use_directory_urls`: whether the docs were written for `guide/setup/` or for `guide/setup.html`.
  package var usesDirectoryURLs = true
  package var validation = DocsValidation()
  /// What options of the `markdown_extensions` change in the text of pages.
  package var style = PageStyle()
  /// `redirect_maps` of the plugin `redirects`.
  package var redirects: [Redirect] = []
  /// `base_path` of the extensions that include files, relative to the folder of the file.
  package var includeFolders: [String] = []
  /// `auto_append` of `pymdownx.snippets`: files that are part of every page, by their names in the folders above.
  package var appendedFiles: [String] = []
  /// By their names, without `material/` in front.
  package var plugins: Set<String> = []
  /// The name of the files that the plugin `literate-nav` takes the navigation from; nil without the plugin.
  package var navigationFile: String?

  package init() {}

  /// The names under which a configuration is looked for, in this order: Backstage prefers `.yaml`
  /// (`techdocs-node`), ProperDocs is the maintained fork of MkDocs.
  package static let fileNames = ["mkdocs.yaml", "mkdocs.yml", "properdocs.yml", "properdocs.yaml"]

  /// One entry of `nav` as written.
  package indirect enum NavigationEntry: Sendable {
    /// A path under the docs folder, or a URL; MkDocs tells them apart by whether such a page exists.
    case target(title: String?, path: String, span: SourceSpan)
    case section(title: String, entries: [NavigationEntry])
    /// `!include other/mkdocs.yml` of the monorepo plugin; the path may be a pattern.
    case include(title: String?, path: String, span: SourceSpan)
  }

  /// One line of `redirect_maps`: an address that a page once had.
  package struct Redirect: Hashable, Sendable {
    /// The path of the page that is gone, under the docs folder.
    package var source: String
    package var sourceSpan: SourceSpan
    /// A page under the docs folder, with or without a fragment, or a URL.
    package var target: String
    package var targetSpan: SourceSpan
  }
}
