/// The files that programs other than browsers look for on any site.
package enum StandardFiles {
  /// Hands over those that are made once for the site, in no order; see ``files(ofDocs:in:theme:)`` for the rest.
  package static func write(
    _ model: SiteModel,
    plan: SitePlan,
    theme: Theme,
    to write: (OutputFile) throws -> Void
  ) rethrows {
    let settings = model.settings
    var files = [WebManifest.file(settings, theme), robots(settings)]
    files += LanguageModelIndex(model, theme.strings).rootFiles()
    files += RedirectsFile.files(model, plan)
    files += OfflineFiles.files(model, theme: theme)
    if let url = settings.url {
      let feeds = [
        DocsFeed.file(model, theme.strings), AnnouncementsFeed.file(model, theme.strings),
      ]
      files += feeds.compactMap(\.self)
      try Sitemap(model, plan, url: url).write(to: write)
    }
    for file in files { try write(file) }
  }

  /// Those of one docs set, in an order of their own: a large site has too many of them to be held at once.
  ///
  /// - Parameter site: An index into ``SiteModel/docs``.
  package static func files(
    ofDocs site: Int,
    in model: SiteModel,
    theme: Theme
  ) -> [OutputFile] {
    LanguageModelIndex(model, theme.strings).files(of: model.docs[site])
  }

  /// Robots look for it at the root of a host; where the site stands below that, it tells them nothing.
  private static func robots(_ settings: SiteSettings) -> OutputFile {
    let sitemap = settings.url.map { "Sitemap: \($0)\(Sitemap.path)\n" } ?? ""
    let text = "User-agent: *\nDisallow: \(settings.basePath)api/\n\n" + sitemap
    return OutputFile(path: "robots.txt", bytes: Array(text.utf8))
  }
}
