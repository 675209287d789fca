import CallboardCrawl
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

extension TemporaryFolder {
  /// Makes a symbolic link, whether or not there is anything at its target.
  func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(file)",
      withDestinationPath: target
    )
  }

  /// Runs git in a subfolder, with a fixed author and clock, and returns its output.
  @discardableResult
  func git(_ arguments: String..., in folder: String = "", date: Int = 1_700_000_000) throws
    -> String
  {
    let outcome = try runGit(arguments, in: folder, date: date)
    let errors = String(decoding: outcome.errors, as: UTF8.self)
    try #require(outcome.isSuccess, "git \(arguments): \(errors)")
    return String(decoding: outcome.output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Like ``git(_:in:date:)``, but git may fail.
  @discardableResult
  func runGit(
    _ arguments: [String],
    in folder: String = "",
    date: Int = 1_700_000_000
  ) throws -> ProcessRunner.Outcome {
    var invocation = ProcessRunner.Invocation(
      "git",
      ["-C", folder.isEmpty ? path : "\(path)/\(folder)"] + arguments
    )
    invocation.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
      "GIT_AUTHOR_DATE": "\(date) +0000", "GIT_COMMITTER_DATE": "\(date) +0000",
      "GIT_ALLOW_PROTOCOL": "file",
    ]
    return try Self.runner.run(invocation)
  }

  /// Makes a repository with an initial branch `main`.
  func makeRepository(_ folder: String = "") throws {
    if !folder.isEmpty {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)",
        withIntermediateDirectories: true
      )
    }
    try git("init", "--quiet", "--initial-branch=main", in: folder)
  }

  /// Commits everything and returns the commit's id.
  @discardableResult
  func commit(_ folder: String = "", date: Int = 1_700_000_000) throws -> String {
    try git("add", "--all", in: folder)
    try git("commit", "--quiet", "--message=x", in: folder, date: date)
    return try git("rev-parse", "HEAD", in: folder)
  }

  /// A crawler whose cache lies in this folder.
  func crawler(
    _ limits: CrawlLimits = CrawlLimits(),
    environment: [String: String] = [:]
  ) -> Crawler {
    let search = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    return Crawler(
      cacheFolder: "\(path)/cache",
      environment: search.merging(environment) { $1 },
      limits: limits
    )
  }

  static let runner = ProcessRunner(
    searchPath: ProcessInfo.processInfo.environment["PATH"] ?? ""
  )
}

extension Crawler {
  /// Expands one source that stands for one repository, and crawls it.
  func crawl(_ source: RepositorySource) throws -> Diagnosed<RepositorySnapshot?> {
    let expanded = expand([source])
    let location = try #require(expanded.output.first, "\(expanded.diagnostics)")
    return try crawl(location)
  }

  /// Crawls a folder that must be readable.
  func snapshot(of folder: String) throws -> RepositorySnapshot {
    let crawled = try crawl(RepositorySource(.folder(pattern: folder, base: "/")))
    return try #require(crawled.output, "\(crawled.diagnostics)")
  }

  func crawl(url: String, ref: String? = nil, token: String? = nil) throws
    -> Diagnosed<RepositorySnapshot?>
  {
    try crawl(RepositorySource(.git(url: url, ref: ref, tokenVariable: token)))
  }
}

extension RepositorySnapshot {
  var paths: [String] { files.map(\.path) }

  func text(of path: String) throws -> String {
    String(decoding: try contents(of: path), as: UTF8.self)
  }
}

extension Diagnosed {
  var ids: [String] { diagnostics.map(\.id.rawValue) }
}

extension RepositorySnapshot {
  /// The dates and authors of all files, as far as git knows them.
  func history() -> Diagnosed<RepositoryHistory> {
    let member = HistoryMember(snapshot: self, patterns: [], paths: Set(paths))
    guard let group = HistoryGroup.groups(of: [member]).first else {
      return Diagnosed(RepositoryHistory())
    }
    return group.fileHistories().map { $0[0] }
  }
}
