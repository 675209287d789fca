import CallboardCatalog
package import CallboardDiagnostics
import CallboardDocs
import CallboardJSON
package import CallboardMarkdown
package import CallboardTemplate

/// Writes the docs of a site in the layout of Backstage's TechDocs storage, so that a Backstage shows and searches
/// them as its own (`techdocs.builder: external`).
///
/// Addresses of docs are those of Backstage, and links between pages are as short as can be: they hold in its
/// reader, in its storage and in a plain folder.
package struct TechDocsExport: Sendable {
  private let model: SiteModel
  private let composer: PageComposer
  private let style: OutputFile

  /// - Parameter composer: Of the site that is exported.
  package init(_ composer: PageComposer) {
    model = composer.model
    self.composer = composer
    style = composer.theme.techDocsStyle
  }

  /// The docs to write, as indexes into ``SiteModel/docs``: of each entity the default version.
  package var sites: [Int] { composer.versions.listed }

  /// The folder of an entity's docs below the output folder: `default/component/shop/`.
  package func folder(of site: Int) -> String {
    Self.withoutDocs(Routes.docs(model.docs[site].tree).path) + "/"
  }

  /// One page, with what linking found.
  package func page(
    _ site: Int,
    _ page: Int,
    document: RenderedDocument
  ) throws(TemplateError) -> PageComposer.Composition {
    let linked = composer.linker.link(document, site: site, page: page)
    var context = composer.docsContext(site, page, document, linked)
    let route = Routes.docs(
      model.docs[site].tree,
      location: model.docs[site].tree.pages[page].location
    )
    context["docsRoot"] = .string(String(route.rootPrefix.dropFirst(3)))
    context["style"] = .string(folder(of: site) + style.path)
    var bytes: [UInt8] = []
    try composer.theme.templates.render(
      "export/techdocs.html",
      context: TemplateObject(context),
      into: &bytes
    )
    var composition = PageComposer.Composition(
      file: OutputFile(path: Self.withoutDocs(route.filePath), bytes: bytes),
      diagnostics: linked.diagnostics
    )
    composition.assets = linked.assets
    return composition
  }

  /// A file beside the pages, published by the rules of the portal.
  package func asset(
    _ bytes: [UInt8],
    of source: SourcePath,
    in site: Int
  ) -> Diagnosed<OutputFile?> {
    DocsAsset.publish(bytes, of: source, in: model.docs[site].tree).map { file in
      file.map { OutputFile(path: Self.withoutDocs($0.path), bytes: $0.bytes) }
    }
  }

  /// The style sheet of a docs site.
  package func styleSheet(of site: Int) -> OutputFile {
    OutputFile(path: folder(of: site) + style.path, bytes: style.bytes)
  }

  /// `techdocs_metadata.json`.
  ///
  /// - Parameters:
  ///   - files: Paths of all other files of the docs, below the output folder.
  ///   - seconds: When the docs were last changed, since 1970; stands for the time of the build.
  ///   - etag: Changes with what the docs are made from.
  package func metadata(of site: Int, files: [String], seconds: Int64, etag: String) -> OutputFile {
    let name = "techdocs_metadata.json"
    let folder = folder(of: site)
    let paths = files.map { String($0.dropFirst(folder.count)) } + [name]
    var writer = JSONWriter()
    writer.object { object in
      object.member("site_name", composer.docsTitle(site))
      object.member("site_description", model.docsSummary(site) ?? "")
      object.member("build_timestamp", Int(clamping: seconds.multipliedClamping(by: 1_000)))
      object.member("files", paths.sorted())
      object.member("etag", etag)
    }
    writer.endRecord()
    return OutputFile(path: folder + name, bytes: writer.bytes)
  }

  /// `docs/default/component/shop/…` → `default/component/shop/…`.
  private static func withoutDocs(_ path: String) -> String {
    String(path.dropFirst("docs/".count))
  }
}

extension Int64 {
  fileprivate func multipliedClamping(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}
