import CallboardCrawl
import CallboardTestSupport
import Testing

@Suite struct SecretTests {
  @Test func tellsFilesThatHoldSecretsByTheirNames() {
    for path in [
      ".env", "docs/.env", ".env.production", "deploy/.SSH/config", "docs/ID_RSA", "a/server.pem",
      "a/Server.KEY", ".git/config", "terraform.tfstate", ".aws/credentials", "b/store.jks",
    ] {
      #expect(SecretFile.isSecret(path), "\(path)")
    }
    for path in [
      "docs/env.md", ".env.example", "docs/.pages", ".github/workflows/ci.yml", ".gitlab-ci.yml",
      "key/index.md", "docs/keys.md", "pem", ".gitignore", "docs/environment.yaml", "monkey.png",
    ] {
      #expect(!SecretFile.isSecret(path), "\(path)")
    }
  }

  // Put together here, so that nobody takes this file for one with secrets in it.
  private static let token = String(repeating: "a1B2c3D4e5", count: 9)

  private static let secrets: [(shape: SecretShape, parts: [String])] = [
    (.privateKey, ["-----BEGIN ", "RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq\n"]),
    (.privateKey, ["key: |\n  -----BEGIN ", "PRIVATE KEY-----\n  MIIEvQIBADANBgkqhkiG9w0B\n"]),
    (.amazonKey, ["id = AK", "IAI44QH8DHBRQXLPQA;"]),
    (.githubToken, ["\"gh", "p_\(token.prefix(36))\""]),
    (.githubToken, ["github_", "pat_\(token.prefix(82))"]),
    (.gitlabToken, ["glp", "at-\(token.prefix(20))"]),
    (.slackToken, ["xox", "b-2154-9031-\(token.prefix(24))"]),
    (.stripeKey, ["sk_", "live_\(token.prefix(24))"]),
    (.npmToken, ["//registry/:_authToken=npm", "_\(token.prefix(36))"]),
    (.pypiToken, ["pyp", "i-\(token.prefix(90))"]),
  ]

  @Test func findsSecretsByTheirShape() {
    for (shape, parts) in Self.secrets {
      let text = parts.joined()
      #expect(SecretShape.first(in: Array(text.utf8)) == shape, "\(text)")
      #expect(SecretShape.first(in: Array("before\n\(text) after".utf8)) == shape, "\(text)")
    }
  }

  @Test(arguments: [
    "", "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIE\n",
    "-----BEGIN RSA PRIVATE KEY-----\n…\n",
    "the line '-----BEGIN PRIVATE KEY-----' begins a key", "AKIAIOSFODNN7EXAMPLE",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ghp_short", "glpat-XXXXXXXXXXXXXXXXXXXX",
    "xoxb-your-token", "npm_config_registry", "pypi-package", "sk_live_...", "snpm_package",
  ])
  func takesExamplesForWhatTheyAre(_ text: String) {
    #expect(SecretShape.first(in: Array(text.utf8)) == nil, "\(text)")
  }
}
