import CallboardBuild
import CallboardCrawl
import Glibc

/// git with the operator's settings, in a repository that is Callboard's own.
struct PublishingGit {
  /// The remote's name in that repository.
  let remoteName = "destination"
  /// Where it pushes to, for messages.
  let url: String
  private let repository: String
  private let runner: ProcessRunner
  private let environment: [String: String]

  /// Settings of the operator's repository that say how to reach a server: `actions/checkout`, for one, keeps
  /// its login there.
  private static let reach = ["http.", "https.", "credential.", "url.", "core.sshcommand", "ssh."]
  private static let timeoutSeconds = 3_600

  /// - Parameters:
  ///   - remote: A URL or path, or the name of a remote of the repository around `siteFolder`.
  ///   - repository: Where the own repository is or will be.
  init(
    remote: String,
    siteFolder: String,
    repository: String,
    environment: [String: String]
  ) throws(BuildFailure) {
    runner = ProcessRunner(searchPath: environment["PATH"] ?? "")
    var environment = environment
    // Set by hooks of git, for the repository that a hook runs in.
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] { environment[name] = nil }
    environment["LC_ALL"] = "C"
    environment["GIT_TERMINAL_PROMPT"] = environment["GIT_TERMINAL_PROMPT"] ?? "0"
    // For calls that run in the site's folder.
    self.repository =
      repository.hasPrefix("/")
      ? repository : (Machine.currentFolder ?? ".") + "/" + repository
    let isName = !remote.contains("/") && !remote.contains(":")
    if isName {
      let found = try Self.output(
        ["-C", siteFolder, "remote", "get-url", "--push", remote],
        runner,
        environment
      )
      guard let found else {
        throw BuildFailure(
          "the repository of site.yaml has no remote '\(remote)'",
          help: ["Name one that 'git remote' lists, or a URL: 'git:URL#BRANCH'."]
        )
      }
      url = found
    } else {
      url = remote
    }
    let settings = try Self.output(
      ["-C", siteFolder, "config", "-z", "--list"],
      runner,
      environment
    )
    self.environment = environment.merging(
      Self.variables(
        Self.settings(settings ?? "") + [
          ("remote.\(remoteName).url", url), ("core.hooksPath", "/dev/null"),
          ("core.autocrlf", "false"), ("core.attributesFile", "/dev/null"),
          ("gc.autoDetach", "false"),
        ]
      )
    ) { $1 }
  }

  /// Makes the repository if there is none.
  func prepare() throws(BuildFailure) {
    guard access("\(repository)/HEAD", F_OK) != 0 else { return }
    _ = try run(["init", "--quiet", "--bare", repository], to: "make '\(repository)'")
  }

  /// Runs git and returns its output without the line break at its end.
  func text(
    _ arguments: [String],
    input: [UInt8] = [],
    to action: String,
    help: [String] = []
  ) throws(BuildFailure) -> String {
    let output = try run(arguments, input: input, to: action, help: help)
    return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Runs git.
  ///
  /// - Parameters:
  ///   - workTree: The absolute path of the folder that paths are relative to.
  ///   - action: Reads on after "git could not".
  func run(
    _ arguments: [String],
    input: [UInt8] = [],
    workTree: String? = nil,
    to action: String,
    help: [String] = []
  ) throws(BuildFailure) -> [UInt8] {
    var environment = self.environment
    environment["GIT_DIR"] = repository
    environment["GIT_WORK_TREE"] = workTree
    // Paths are taken from the current folder where that lies in the work tree.
    let place = workTree.map { ["-C", $0] } ?? []
    let outcome = try Self.outcome(place + arguments, input: input, runner, environment)
    guard outcome.ending == .exited(code: 0) else {
      let words = outcome.ending == .timedOut ? "no end within an hour" : nil
      let message = words ?? ProgramMessage.last(of: outcome.errors)
      throw BuildFailure("git could not \(action)" + (message.map { ": \($0)" } ?? ""), help: help)
    }
    return outcome.output
  }

  /// Pairs of names and values from `git config -z --list`, as far as they say how to reach a server, and who
  /// commits.
  static func settings(_ list: String) -> [(String, String)] {
    list.split(separator: "\0").compactMap { entry in
      guard let end = entry.firstIndex(of: "\n") else { return nil }
      let name = entry[..<end].lowercased()
      guard Self.reach.contains(where: { name.hasPrefix($0) }) || name.hasPrefix("user.") else {
        return nil
      }
      // The part in the middle, such as a URL, keeps its case.
      return (String(entry[..<end]), String(entry[entry.index(after: end)...]))
    }
  }

  /// Settings as git takes them from its environment; see git-config(1), `GIT_CONFIG_COUNT`. Who commits is
  /// Callboard where the operator has set nobody.
  static func variables(_ settings: [(String, String)]) -> [String: String] {
    var settings = settings
    for (name, value) in [("user.name", "Callboard"), ("user.email", "callboard@localhost")]
    where !settings.contains(where: { $0.0.lowercased() == name }) {
      settings.append((name, value))
    }
    var variables = ["GIT_CONFIG_COUNT": String(settings.count)]
    for (index, setting) in settings.enumerated() {
      variables["GIT_CONFIG_KEY_\(index)"] = setting.0
      variables["GIT_CONFIG_VALUE_\(index)"] = setting.1
    }
    return variables
  }

  /// The output of a call that may fail; nil when it did.
  private static func output(
    _ arguments: [String],
    _ runner: ProcessRunner,
    _ environment: [String: String]
  ) throws(BuildFailure) -> String? {
    let outcome = try outcome(arguments, input: [], runner, environment)
    guard outcome.ending == .exited(code: 0) else { return nil }
    var text = String(decoding: outcome.output, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private static func outcome(
    _ arguments: [String],
    input: [UInt8],
    _ runner: ProcessRunner,
    _ environment: [String: String]
  ) throws(BuildFailure) -> ProcessRunner.Outcome {
    var call = ProcessRunner.Invocation("git", arguments, environment: environment)
    call.input = input
    call.timeoutSeconds = timeoutSeconds
    call.outputLimit = 1 << 30
    do {
      return try runner.run(call)
    } catch {
      throw BuildFailure(
        "git could not be started",
        help: ["Install git, and see that it is in a folder of PATH."]
      )
    }
  }
}
