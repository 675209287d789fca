/// A secret that can be told by its look: the head of a private key, or a token of a service that marks its own.
///
/// Only shapes with a fixed beginning are looked for, because guesses by randomness would withhold honest files.
package enum SecretShape: String, CaseIterable, Sendable {
  case privateKey = "a private key"
  case amazonKey = "an access key of Amazon Web Services"
  case githubToken = "a token of GitHub"
  case gitlabToken = "a token of GitLab"
  case slackToken = "a token of Slack"
  case stripeKey = "a live key of Stripe"
  case npmToken = "a token of npm"
  case pypiToken = "a token of PyPI"

  /// The first secret of a text; nil when it has none.
  ///
  /// One pass: each shape begins with a byte that decides which of them are compared.
  package static func first(in bytes: [UInt8]) -> SecretShape? {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "A"), UInt8(ascii: "g"), UInt8(ascii: "x"),
        UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "n"), UInt8(ascii: "p"):
        // Within a word there is no beginning.
        if index == 0 || !isTokenByte(bytes[index - 1]) || bytes[index] == UInt8(ascii: "-"),
          let shape = shape(of: bytes[index...])
        {
          return shape
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func shape(of rest: ArraySlice<UInt8>) -> SecretShape? {
    for form in forms where rest.starts(with: form.beginning.utf8) {
      if form.shape == .privateKey {
        if isPrivateKeyHead(rest) { return .privateKey }
        continue
      }
      let token = rest.dropFirst(form.beginning.utf8.count).prefix(while: isTokenByte)
      guard form.lengths.contains(token.count) else { continue }
      // Amazon's own documentation uses keys that end so.
      if form.shape == .amazonKey, !isAmazonKey(token) { continue }
      // One letter over and over, or only letters of one case, stands for a token in docs.
      guard Set(token).count > 6 else { continue }
      return form.shape
    }
    return nil
  }

  private struct Form: Sendable {
    var shape: SecretShape
    var beginning: String
    var lengths: ClosedRange<Int>
  }

  private static let forms: [Form] =
    [Form(shape: .privateKey, beginning: "-----BEGIN ", lengths: 0...0)]
    + ["AKIA", "ASIA"].map { Form(shape: .amazonKey, beginning: $0, lengths: 16...16) }
    + ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map {
      Form(shape: .githubToken, beginning: $0, lengths: 36...255)
    }
    + [
      Form(shape: .githubToken, beginning: "github_pat_", lengths: 60...255),
      Form(shape: .gitlabToken, beginning: "glpat-", lengths: 20...255),
      Form(shape: .slackToken, beginning: "xoxb-", lengths: 24...255),
      Form(shape: .slackToken, beginning: "xoxp-", lengths: 24...255),
      Form(shape: .slackToken, beginning: "xoxa-", lengths: 24...255),
      Form(shape: .stripeKey, beginning: "sk_live_", lengths: 24...255),
      Form(shape: .stripeKey, beginning: "rk_live_", lengths: 24...255),
      Form(shape: .npmToken, beginning: "npm_", lengths: 36...36),
      Form(shape: .pypiToken, beginning: "pypi-", lengths: 85...512),
    ]

  /// `-----BEGIN RSA PRIVATE KEY-----` and its kin. The dashes have to stand there: a sentence about keys is none.
  private static func isPrivateKeyHead(_ rest: ArraySlice<UInt8>) -> Bool {
    let line = rest.prefix(64).prefix { $0 != 0x0A && $0 != 0x0D }
    let text = String(decoding: line, as: UTF8.self)
    guard text.contains("PRIVATE KEY") else { return false }
    // A head that is shown in docs, with dots in place of the key, gives nothing away.
    let body = rest.dropFirst(line.count).prefix(80).drop { $0 <= 0x20 }
    return body.prefix(16).filter(isTokenByte).count >= 8
  }

  private static func isAmazonKey(_ token: ArraySlice<UInt8>) -> Bool {
    let isCapital = token.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    }
    return isCapital && !token.suffix(7).elementsEqual("EXAMPLE".utf8)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
