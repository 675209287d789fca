import CallboardTestSupport
import Foundation
import Testing

/// The docs name no command or option that the program does not have.
@Suite struct DocumentedCommandTests {
  /// Names that jobs and shells replace, with what they stand for.
  private static let variables = [
    "CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "4", "SLURM_ARRAY_TASK_ID": "2",
    "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_CPUS_PER_TASK": "4", "CI_PROJECT_NAME": "shop",
    "GITHUB_REPOSITORY": "acme/shop", "JOB_COMPLETION_INDEX": "1", "PWD": "/srv",
  ]

  /// Commands that read a site, so that they end at once where there is none.
  private static let readers = ["build", "serve", "publish", "check", "scan", "export"]

  @Test func areAccepted() throws {
    let folder = try TemporaryFolder()
    var seen: Set<String> = []
    for (page, code) in try Self.blocks() {
      for command in Self.commands(in: code) where seen.insert(command).inserted {
        let name = command.split(separator: " ").first.map(String.init) ?? ""
        var ending = Self.readers.contains(name) ? " --config nowhere/site.yaml" : ""
        // A preview waits for its file, but not for an address that no machine has.
        if name == "serve" { ending += " --host 192.0.2.1" }
        let outcome = try Command.run(
          "/bin/bash",
          ["-c", "\"$0\" \(command)\(ending)", BuiltProduct.callboard],
          in: folder,
          environment: Self.variables
        )
        // Some show what is said of a wrong condition or name, which is well-formed for all that.
        let isRefused = outcome.errors.contains(
          #/[Uu]n(?:known option|expected argument)|Missing (?:expected|value)|is invalid for/#
        )
        #expect(
          !isRefused && outcome.exitCode <= 64,
          "\(page): callboard \(command) ends with \(outcome.exitCode), \(outcome.errors)"
        )
      }
    }
    #expect(seen.count > 40, "the docs show commands")
  }

  /// The fenced blocks of all pages of docs, and of the README.
  private static func blocks() throws -> [(page: String, code: String)] {
    let root = PackageFolder.url.appending(path: "docs")
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let pages = names.filter { $0.hasSuffix(".md") && !$0.hasPrefix("examples/") }.sorted()
    return try (pages.map { "docs/\($0)" } + ["README.md"]).flatMap { page in
      try PackageFolder.text(of: page).matches(
        of: /(?m)^ *```(?:sh|console|yaml)\b.*\n((?:.*\n)*?) *```$/
      )
      .map { (page, String($0.output.1)) }
    }
  }

  /// What stands behind each `callboard` at the beginning of a command, up to the end of that command.
  private static func commands(in code: String) -> [String] {
    code.replacing(/\\\n\s*/, with: "")
      // A folded scalar of YAML goes on in the next line.
      .replacing(/(?m)(run: >|- callboard)((?:.*\n)(?:\s+--.*\n)+)/) { match in
        match.output.1 + match.output.2.replacing("\n", with: " ") + "\n"
      }
      .replacing(/\$\{\{[^}]*\}\}/, with: "2").replacing("{}", with: "2")
      .matches(
        of:
          /(?m)(?:^|[ '"])callboard ((?:build|serve|publish|check|scan|diff|query|export|theme|explain|init)\b.*)$/
      )
      // Not the mark at the beginning of a comment of `diff`.
      .filter { !$0.output.1.contains("-->") }
      .map { upToItsEnd($0.output.1) }
  }

  /// The line up to a pipe, another command, a redirection or a comment outside of quotes, or to a quote that none has opened.
  private static func upToItsEnd(_ line: Substring) -> String {
    var quote: Character?
    for (index, character) in zip(line.indices, line) {
      if character == quote {
        quote = nil
      } else if quote == nil, "'\"".contains(character) {
        guard line[line.index(after: index)...].contains(character) else {
          return String(line[..<index])
        }
        quote = character
      } else if quote == nil, "|;&>#".contains(character) {
        return String(line[..<index])
      }
    }
    return String(line)
  }
}
