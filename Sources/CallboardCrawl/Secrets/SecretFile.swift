/// Tells files that hold secrets by their names, such as `.env` and `id_rsa`.
///
/// Nobody writes docs into such a file, so it is never read, whoever names it: not as an asset, nor by `$text` in a
/// descriptor, nor by a page that includes it.
package enum SecretFile {
  /// Whether any part of a repository path is the name of such a file or folder. Case does not matter.
  package static func isSecret(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).contains { isSecretName($0) }
  }

  private static func isSecretName(_ name: Substring.UTF8View) -> Bool {
    // The longest on the lists are far shorter.
    guard name.count <= 64 else { return false }
    let text = String(Substring(name)).lowercased()
    if names.contains(text) { return true }
    if text.hasPrefix(".env.") { return !templates.contains(String(text.dropFirst(5))) }
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return false }
    return extensions.contains(String(text[text.index(after: dot)...]))
  }

  private static let names: Set<String> = [
    ".env", ".envrc", ".netrc", "_netrc", ".npmrc", ".yarnrc", ".pypirc", ".pgpass", ".my.cnf",
    ".git-credentials", ".htpasswd", ".dockercfg", ".docker", ".ssh", ".aws", ".azure", ".gnupg",
    ".kube", ".git", ".vault-token", ".terraformrc", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519",
    "terraform.tfstate", "terraform.tfstate.backup",
  ]

  /// What follows `.env.` in files that show which settings there are, with nothing secret in them.
  private static let templates: Set<String> = [
    "example", "sample", "template", "dist", "defaults", "schema",
  ]

  private static let extensions: Set<String> = [
    "pem", "key", "p12", "pfx", "jks", "keystore", "kdbx", "ppk", "tfstate",
  ]
}
