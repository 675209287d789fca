import CallboardCrawl
package import CallboardDiagnostics
import CallboardHTML
import Glibc

/// `callboard audit`: reads a built site anew and trusts nothing of it.
///
/// What it looks for cannot be there by design. The audit shows that it is not, also after a theme of one's own, and
/// to whoever publishes a site that somebody else has built. It shares no code with what writes pages.
package struct AuditSession: Sendable {
  private let folder: String
  private let jobs: Int

  /// - Parameters:
  ///   - folder: An output folder of `callboard build`.
  ///   - jobs: How many files are read at once; nil for one a core.
  package init(folder: String, jobs: Int?) {
    var folder = Substring(folder)
    while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
    self.folder = String(folder)
    self.jobs = jobs ?? Machine.coreCount
  }

  /// What an audit came to.
  package struct Report: Sendable {
    package let findings: FindingReport
    /// `Audited 412 pages and 1,230 other files: 0 errors, 3 warnings.`
    package let summary: String
  }

  /// What reading one file has told.
  private struct Reading: Sendable {
    var diagnostics: [Diagnostic] = []
    var links: [PageAudit.AnchorLink] = []
    var anchors: Set<Int> = []
  }

  /// Reads all files.
  ///
  /// - Parameter failing: The least severity that makes the command exit with 1; nil when none does.
  /// - Throws: ``BuildFailure`` when the folder holds no site or cannot be read.
  package func run(failing: Diagnostic.Severity?) throws(BuildFailure) -> Report {
    let (paths, others) = try listing()
    guard paths.contains("index.html") else {
      throw BuildFailure(
        "'\(folder)' holds no portal",
        help: ["Name the output folder of 'callboard build'."]
      )
    }
    let site = AuditedSite(paths: Set(paths), home: try read("index.html"))
    let machine = machinePaths
    let readings: [Reading]
    do {
      readings = try ParallelFor(width: jobs).map(count: paths.count) { index in
        let file = AuditedFile(
          path: paths[index],
          source: source(of: paths[index]),
          bytes: try read(paths[index])
        )
        return Self.audit(file, in: site, machine: machine)
      }
    } catch {
      throw BuildFailure(error)
    }
    var diagnostics = others.map { path in
      Diagnostic.foreignFile("it is no regular file", at: .wholeFile(source(of: path)))
    }
    let anchors = Dictionary(
      zip(paths, readings).filter { $0.0.hasSuffix(".html") }.map { ($0.0, $0.1.anchors) },
      uniquingKeysWith: { first, _ in first }
    )
    for reading in readings {
      diagnostics += reading.diagnostics
      for link in reading.links
      where anchors[link.page]?.contains(link.anchor.hashValue) == false {
        diagnostics.append(.publishedLinkBroken(link.address, at: link.span))
      }
    }
    let pages = paths.count { $0.hasSuffix(".html") }
    return report(diagnostics.sorted(), failing, pages: pages, files: paths.count - pages)
  }

  private func report(
    _ diagnostics: [Diagnostic],
    _ failing: Diagnostic.Severity?,
    pages: Int,
    files: Int
  ) -> Report {
    let reference = DiagnosticReference.packed
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    func counted(_ count: Int, _ name: String) -> String {
      "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    return Report(
      findings: FindingReport(
        diagnostics: diagnostics,
        failing: failing,
        version: GeneratorVersion.current,
        explanation: { reference.explanation(of: $0) },
        source: { try? OperatorFile.read($0.path) }
      ),
      summary: """
        Audited \(counted(pages, "page")) and \(counted(files, "other file")): \
        \(counted(errors, "error")), \(counted(warnings, "warning")).
        """
    )
  }

  private static func audit(
    _ file: AuditedFile,
    in site: AuditedSite,
    machine: [String]
  ) -> Reading {
    var reading = Reading()
    let start = SourceSpan.wholeFile(file.source)
    if let reason = PublishedFileRules.reasonAgainst(file.path) {
      reading.diagnostics.append(.foreignFile(reason, at: start))
    }
    guard PublishedFileRules.isText(file.path) else { return reading }
    if let secret = SecretShape.first(in: file.bytes) {
      reading.diagnostics.append(.publishedSecret(secret.rawValue, at: start))
    }
    for path in machine where file.bytes.firstRange(of: Array(path.utf8)) != nil {
      reading.diagnostics.append(.machinePath(path, at: start))
    }
    if file.path.hasSuffix(".svg"), let reason = reasonAgainstDrawing(file.bytes) {
      reading.diagnostics.append(.activeContent(reason, at: start))
    }
    if file.path.hasSuffix(".html") {
      let page = PageAudit(file, in: site)
      reading.diagnostics += page.diagnostics
      reading.links = page.anchorLinks
      reading.anchors = page.anchors
    }
    return reading
  }

  /// What a browser could run or load from a drawing; nil when there is nothing.
  ///
  /// The inspector takes no reference in a style, as it could hide a word. Those that stand for quotes and angles, which
  /// the writer of drawn diagrams spells so, hide none.
  private static func reasonAgainstDrawing(_ bytes: [UInt8]) -> String? {
    var text = String(decoding: bytes, as: UTF8.self)
    for reference in ["&quot;", "&apos;", "&#39;", "&gt;"] { text.replace(reference, with: " ") }
    return SVGInspector.reasonToWithhold(Array(text.utf8))
  }

  /// The paths of all files in their order, and of what is none.
  private func listing() throws(BuildFailure) -> (files: [String], others: [String]) {
    let outcome = Result { () throws(SystemFailure) -> TreeInventory in
      let root = try OpenFile(folder, flags: O_RDONLY | O_DIRECTORY, path: folder)
      // In an output folder that cannot be exchanged, the state of the build stands inside.
      return try TreeInventory(of: root, ignoring: [Array(".callboard".utf8)])
    }
    switch outcome {
    case .success(let tree):
      return (tree.files.keys.sorted().map(\.description), tree.others.sorted().map(\.description))
    case .failure(let failure):
      throw BuildFailure("\(failure)", help: ["Name the output folder of 'callboard build'."])
    }
  }

  private func read(_ path: String) throws(BuildFailure) -> [UInt8] {
    let outcome = Result { () throws(SystemFailure) -> [UInt8] in
      let whole = "\(folder)/\(path)"
      let file = try OpenFile(whole, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK, path: whole)
      return try file.read(Int(clamping: try file.status().stamp.size), at: 0)
    }
    switch outcome {
    case .success(let bytes): return bytes
    case .failure(let failure): throw BuildFailure("\(failure)")
    }
  }

  private func source(of path: String) -> SourcePath {
    SourcePath(repository: "", path: "\(folder)/\(path)")
  }

  /// The folders of this machine that a site could give away: those that the command runs in and reads. Short ones,
  /// such as `/srv`, are words of many docs.
  private var machinePaths: [String] {
    guard let current = Machine.currentFolder else { return [] }
    let output = folder.hasPrefix("/") ? folder : "\(current)/\(folder)"
    return Set([current, output]).filter { $0.utf8.count > 8 && $0.split(separator: "/").count > 1 }
      .sorted()
  }
}
