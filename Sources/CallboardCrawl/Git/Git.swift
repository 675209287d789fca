import Glibc

/// Starts git such that no repository can make it run another program or reach the network.
///
/// Every call has a repository of ours as `GIT_DIR`, so git never looks for one around the folder
/// that the build was started in, and never reads a configuration that is not ours.
struct Git: Sendable {
  /// What one call may do besides reading the repository.
  enum Reach: Sendable {
    /// Nothing; and objects are taken from `objects`, if given, instead of the repository's own.
    case local(objects: String? = nil)
    case remote(RemoteURL, token: Secret?)
  }

  let cache: CacheFolder
  let limits: CrawlLimits
  private let runner: ProcessRunner
  /// The operator's environment, from which only what is named below is passed on.
  private let environment: [String: String]

  /// Keeps everything in the `git` folder of the cache.
  init(cacheFolder: String, environment: [String: String], limits: CrawlLimits) {
    cache = CacheFolder(path: cacheFolder + "/git")
    self.limits = limits
    self.environment = environment
    runner = ProcessRunner(searchPath: environment["PATH"] ?? "")
  }

  /// The path of git itself.
  func executable() throws(CrawlError) -> String {
    guard let path = runner.path(of: "git") else { throw .gitMissing }
    return path
  }

  /// The value of an environment variable that the operator named; nil if unset or empty.
  ///
  /// A file that was read into a variable often ends in a line break, which is no part of a token.
  func secret(in variable: String) -> Secret? {
    environment[variable]?.split(whereSeparator: \.isWhitespace).first.map { Secret(String($0)) }
  }

  /// Runs git in one of our repositories, given by its folder's name in the cache.
  func run(
    _ arguments: [String],
    in repository: String,
    reach: Reach = .local(),
    timeoutSeconds: Int? = nil,
    outputLimit: Int = 1 << 20
  ) throws(CrawlError) -> ProcessRunner.Outcome {
    var output: [UInt8] = []
    var invocation = try invocation(arguments, in: repository, reach: reach)
    invocation.timeoutSeconds = timeoutSeconds ?? limits.gitSeconds
    invocation.outputLimit = outputLimit
    var outcome = try run(invocation) { chunk in
      output += chunk
      return true
    }
    outcome.output = output
    return outcome
  }

  /// Runs git and hands on its output as it comes.
  func run(
    _ invocation: ProcessRunner.Invocation,
    consume: (UnsafeRawBufferPointer) -> Bool
  ) throws(CrawlError) -> ProcessRunner.Outcome {
    do {
      return try runner.run(invocation, consume: consume)
    } catch {
      throw CrawlError(error)
    }
  }

  /// A call of git with everything switched off that could surprise.
  func invocation(
    _ arguments: [String],
    in repository: String,
    reach: Reach = .local()
  ) throws(CrawlError) -> ProcessRunner.Invocation {
    var invocation = ProcessRunner.Invocation(
      try executable(),
      (Self.settings + Self.loginSettings(for: reach)).flatMap { ["-c", $0] } + arguments,
      environment: variables(in: repository, reach: reach)
    )
    invocation.timeoutSeconds = limits.gitSeconds
    return invocation
  }

  /// Overrides for settings that could come from a repository's configuration. Ours has none of
  /// them; these are the second lock on the same door.
  private static let settings = [
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.pager=cat", "core.symlinks=false",
    "core.protectNTFS=true", "core.protectHFS=true", "core.commitGraph=false",
    "core.attributesFile=/dev/null", "core.excludesFile=/dev/null", "core.alternateRefsCommand=",
    "credential.helper=", "diff.external=", "submodule.recurse=false", "log.showSignature=false",
    "log.mailmap=false", "protocol.ext.allow=never", "gc.autoDetach=false",
    "http.lowSpeedLimit=1000", "http.lowSpeedTime=30",
  ]
}

extension Git {
  /// What git finds in its environment.
  func variables(in repository: String, reach: Reach) -> [String: String] {
    var variables = [
      "PATH": environment["PATH"] ?? "",
      // Messages in English, whatever the operator's language: they are quoted in ours.
      "LC_ALL": "C",
      "GIT_DIR": "\(cache.path)/\(repository)",
      "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CONFIG_GLOBAL": "\(cache.path)/\(Self.settingsFile)",
      "GIT_ATTR_NOSYSTEM": "1",
      "GIT_TERMINAL_PROMPT": "0",
      "GIT_ASKPASS": "",
      "SSH_ASKPASS": "",
      "GIT_PROTOCOL_FROM_USER": "0",
      "GIT_LFS_SKIP_SMUDGE": "1",
      "GIT_OPTIONAL_LOCKS": "0",
      "GIT_NO_REPLACE_OBJECTS": "1",
      // Objects that are missing stay so; older versions of git are stopped by the next line.
      "GIT_NO_LAZY_FETCH": "1",
      "GIT_ALLOW_PROTOCOL": "none",
    ]
    switch reach {
    case .local(let objects):
      if let objects { variables["GIT_OBJECT_DIRECTORY"] = objects }
    case .remote(let url, let token):
      variables["GIT_ALLOW_PROTOCOL"] = url.scheme.rawValue
      for name in Self.passedOn { variables[name] = environment[name] }
      let ssh = environment["GIT_SSH_COMMAND"].flatMap { $0.isEmpty ? nil : $0 } ?? "ssh"
      variables["GIT_SSH_COMMAND"] = "\(ssh) -oBatchMode=yes -oConnectTimeout=20"
      variables.merge(Self.loginVariables(for: url, token: token)) { $1 }
    }
    return variables
  }

  /// What the operator may set for the network: how to log in by ssh, proxies and certificates.
  private static let passedOn = [
    "HOME", "USER", "LOGNAME", "SSH_AUTH_SOCK", "http_proxy", "https_proxy", "HTTPS_PROXY",
    "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
    "GIT_SSL_CAINFO", "GIT_SSL_CAPATH",
  ]

  private static let settingsFile = "settings"
  /// A repository without objects, through which the objects of working copies are read.
  static func readerRepository(idBytes: Int) -> String {
    idBytes == 32 ? "reader-sha256.git" : "reader-sha1.git"
  }

  /// Writes the settings that all calls share. Cheap when they are there.
  func prepare() throws(CrawlError) {
    try cache.make()
    // A repository that belongs to another user is read all the same: its configuration can do
    // nothing to a fetch, and `safe.directory` counts in this file only.
    try cache.ensure("[safe]\n\tdirectory = *\n", in: Self.settingsFile)
  }

  /// Makes an empty bare repository, as `git init` would, if there is none of that name.
  func makeRepository(_ name: String, idBytes: Int = 20) throws(CrawlError) {
    try cache.make("\(name)/objects")
    try cache.make("\(name)/refs/callboard")
    let format =
      idBytes == 32
      ? "\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n"
      : "\trepositoryformatversion = 0\n\tbare = true\n"
    if cache.contents(of: "\(name)/config") == nil {
      try cache.write("[core]\n" + format, to: "\(name)/config")
    }
    if cache.contents(of: "\(name)/HEAD") == nil {
      try cache.write("ref: refs/heads/HEAD\n", to: "\(name)/HEAD")
    }
  }
}

extension CrawlError {
  /// A program that cannot be started is a fault of the machine; the only one is git.
  init(_ error: ProcessError) {
    switch error {
    case .notFound: self = .gitMissing
    case .system(_, let code) where code == EMFILE || code == ENFILE: self = .tooManyOpenFiles
    case .system(let program, let code): self = .spawn(program: program, errno: code)
    }
  }
}
