import CallboardJSON
import CallboardSearch
import CallboardSite

/// `callboard query --search`: the pages of a built portal for a query, in the order of its search page.
package struct SearchSession: Sendable {
  /// No file of an index is as long; a longer one is none of Callboard's.
  private static let fileLimit = 16 << 20

  private let request: SearchRequest
  private let source: any PublishedSource

  /// - Throws: ``BuildFailure`` when site.yaml, which names the output folder, cannot be used, or the address is
  ///   none.
  package init(_ request: SearchRequest) throws(BuildFailure) {
    self.request = request
    let place: String
    if let portal = request.portal {
      place = portal
    } else {
      let site = try ConfigureStage.run(BuildRequest(configuration: request.configuration))
      place = RelativeFolder.path(site.output, from: site.folder)
    }
    source = try PublishedCatalog.source(at: place, timeoutSeconds: request.timeoutSeconds)
  }

  /// Answers the query.
  ///
  /// - Parameter write: Called with the answer, piece by piece.
  /// - Returns: What there is to say of it, such as `2 of 17 results`.
  package func run(_ write: ([UInt8]) -> Void) throws(BuildFailure) -> String {
    let answer = try answer()
    switch request.format {
    case .json: writeJSON(answer.results, write)
    case .table:
      let rows = answer.results.map { [$0.kind, $0.title, $0.url] }
      if !rows.isEmpty {
        TextTable(header: ["KIND", "TITLE", "URL"], rows: rows, isLastWhole: true).write(write)
      }
    }
    let noun = answer.total == 1 ? "result" : "results"
    let count =
      answer.results.count == answer.total
      ? "\(answer.total) \(noun)" : "\(answer.results.count) of \(answer.total) \(noun)"
    guard !answer.corrected.isEmpty else { return count }
    return count + "; also looked for: " + answer.corrected.joined(separator: ", ")
  }

  private func answer() throws(BuildFailure) -> SearchAnswer {
    var failure: PublishedCatalogError?
    func file(_ path: String) -> [UInt8]? {
      do throws(PublishedCatalogError) {
        return try source.read(ThemeAssets.searchFolder + path, limit: Self.fileLimit)
      } catch {
        failure = error
        return nil
      }
    }
    let outcome = Result { () throws(SearchQueryError) -> SearchAnswer in
      try SearchQuery.run(
        request.text,
        limit: request.limit,
        offset: request.offset,
        read: file
      )
    }
    if let failure { throw BuildFailure(failure) }
    switch outcome {
    case .success(let answer): return answer
    case .failure(.unreadableFile("entry.json")):
      throw BuildFailure(
        "'\(source.name)' holds no search index",
        help: ["Run 'callboard build' first, or name a portal with '--portal'."]
      )
    case .failure(.unreadableFile(let path)):
      throw BuildFailure(
        "'\(ThemeAssets.searchFolder)\(path)' in '\(source.name)' is missing or damaged",
        help: ["Build the portal again with this Callboard."]
      )
    case .failure(.unknownFormat(let format)):
      throw BuildFailure(
        "the search index of '\(source.name)' has format \(format), which this Callboard does not know",
        help: ["Use the Callboard that built the portal, or a later one."]
      )
    }
  }

  private func writeJSON(_ results: [SearchResult], _ write: ([UInt8]) -> Void) {
    write(Array("[".utf8))
    for (index, result) in results.enumerated() {
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("url", result.url)
        writer.member("title", result.title)
        writer.member("kind", result.kind)
        writer.member(ifPresent: "parent", result.parent.isEmpty ? nil : result.parent)
        writer.member(ifPresent: "owner", result.owner.isEmpty ? nil : result.owner)
        writer.member(ifPresent: "excerpt", result.excerpt.isEmpty ? nil : result.excerpt)
        guard !result.hits.isEmpty else { return }
        writer.key("hits")
        writer.array { writer in
          for hit in result.hits {
            writer.object { writer in
              writer.member("heading", hit.heading)
              writer.member("url", "\(result.url)#\(hit.fragment)")
            }
          }
        }
      }
      write(Array((index == 0 ? "\n" : ",\n").utf8) + writer.bytes)
    }
    write(Array((results.isEmpty ? "]\n" : "\n]\n").utf8))
  }
}
