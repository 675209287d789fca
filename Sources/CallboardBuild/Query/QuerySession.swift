import CallboardCatalog
package import CallboardDiagnostics

/// `callboard query`: which entities meet a condition.
package struct QuerySession: Sendable {
  /// What is wrong with the condition; with an error there is no answer.
  package let diagnostics: [Diagnostic]
  private let request: QueryRequest
  private let predicate: EntityPredicate
  /// The texts that ``diagnostics`` are about, by the path in their spans.
  private let texts: [String: [UInt8]]

  /// Reads the condition.
  ///
  /// - Throws: ``BuildFailure`` when its file cannot be read.
  package init(_ request: QueryRequest) throws(BuildFailure) {
    self.request = request
    var texts: [String: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
    var alternatives: [EntityPredicate] = []
    for (index, filter) in request.filters.enumerated() {
      let name = request.filters.count == 1 ? "filter" : "filter \(index + 1)"
      texts[name] = Array(filter.utf8)
      let file = SourcePath(repository: "", path: name)
      let isJSON = filter.drop { $0 == " " || $0 == "\n" || $0 == "\t" }.hasPrefix("{")
      let read =
        isJSON
        ? PredicateReader.read(Array(filter.utf8), file: file)
        : ShortFilter.read(filter, file: file)
      alternatives.append(read.unwrap(into: &diagnostics))
    }
    var conditions = alternatives.isEmpty ? [] : [EntityPredicate.any(alternatives)]
    if let path = request.predicateFile {
      let isInput = path == "-"
      let bytes = try OperatorFile.read(isInput ? "/dev/stdin" : path)
      let name = isInput ? "standard input" : path
      texts[name] = bytes
      let read = PredicateReader.read(bytes, file: SourcePath(repository: "", path: name))
      conditions.append(read.unwrap(into: &diagnostics))
    }
    predicate = .all(conditions)
    self.diagnostics = diagnostics
    self.texts = texts
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The text that a finding is about.
  package func source(_ file: SourcePath) -> [UInt8]? { texts[file.path] }

  /// Answers the query.
  ///
  /// - Parameter write: Called with the answer, piece by piece.
  /// - Returns: How many entities were listed.
  package func run(
    progress: any BuildProgress,
    _ write: ([UInt8]) -> Void
  ) throws(BuildFailure) -> Int {
    let source = try source(progress)
    let output = QueryOutput(request)
    let selection = QuerySelection(
      predicate: predicate,
      order: request.order,
      offset: request.offset,
      limit: request.limit,
      jobs: jobs
    )
    let rows = try selection.rows(of: source, output.row)
    progress.end()
    output.write(rows, write)
    return rows.count
  }

  private func source(_ progress: any BuildProgress) throws(BuildFailure) -> QuerySource {
    switch request.place {
    case .portal(let place, let timeoutSeconds):
      let catalog = try PublishedCatalog.open(place, timeoutSeconds: timeoutSeconds)
      return QuerySource(catalog, for: predicate)
    case .site(let request):
      let read = try BuildSession(request: request, progress: progress).catalog()
      let errors = read.diagnostics.count { $0.severity == .error }
      if errors > 0 {
        progress.tell(
          "Reading the repositories gave \(errors) \(errors == 1 ? "error" : "errors"); "
            + "run 'callboard check' to see them."
        )
      }
      return QuerySource(read.output, for: predicate)
    }
  }

  private var jobs: Int {
    if case .site(let request) = request.place, let jobs = request.jobs { return jobs }
    return Machine.coreCount
  }
}
