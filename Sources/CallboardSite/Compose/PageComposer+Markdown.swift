import CallboardDocs
package import CallboardMarkdown

extension PageComposer {
  /// A page of the docs as Markdown; nil on a site that does not publish it.
  ///
  /// - Parameters:
  ///   - composition: Of the same page.
  ///   - source: The page's text with all that it includes.
  package func markdown(
    docs site: Int,
    _ page: Int,
    document: RenderedDocument,
    _ composition: Composition,
    source: () -> [UInt8]?
  ) -> OutputFile? {
    guard model.settings.isPublishingMarkdown, let source = source() else { return nil }
    let tree = model.docs[site].tree
    let text = MarkdownTwin.text(
      source,
      destinations: composition.destinations,
      heading: hasTitle(document) ? nil : model.docs[site].outlines[page].title
    )
    let route = Routes.docs(tree, location: tree.pages[page].location)
    return OutputFile(path: MarkdownTwin.path(of: route), bytes: text)
  }
}
