import Testing

@testable import CallboardSearch

@Suite struct TokenizerTests {
  /// Writes tokens as the vectors spell them.
  private struct Recorder: TokenSink {
    var tokens: [String] = []

    mutating func part(_ token: UnsafeBufferPointer<UInt8>) {
      tokens.append(String(decoding: token, as: UTF8.self))
    }

    mutating func whole(_ token: UnsafeBufferPointer<UInt8>, parts: Int) {
      tokens.append("\(String(decoding: token, as: UTF8.self))/\(parts)")
    }
  }

  private func tokens(_ bytes: [UInt8]) -> [String] {
    var recorder = Recorder()
    var tokenizer = Tokenizer()
    bytes.withUnsafeBufferPointer { tokenizer.scan($0, into: &recorder) }
    return recorder.tokens
  }

  @Test func cutsTextAsTheVectorsSay() throws {
    let vectors = try SearchVectors.load()
    try #require(!vectors.tokens.isEmpty)
    for vector in vectors.tokens {
      #expect(tokens(Array(vector.text.utf8)) == vector.tokens, "\(vector.text)")
    }
  }

  @Test func hashesFollowersAsTheVectorsSay() throws {
    for vector in try SearchVectors.load().follows {
      let follow = Array(vector.word.utf8).withUnsafeBufferPointer { Follow($0) }
      #expect(Int(follow.coarse) == vector.coarse, "\(vector.word)")
      #expect(Int(follow.fine) == vector.fine, "\(vector.word)")
    }
  }

  @Test func separatesWordsAtMalformedUTF8() {
    #expect(tokens([0x61, 0xFF, 0x62]) == ["a", "b"])
    // Cut off, overlong and a surrogate.
    #expect(tokens([0x61, 0xE2, 0x82]) == ["a"])
    #expect(tokens([0x61, 0xC1, 0xA1, 0x62]) == ["a", "b"])
    #expect(tokens([0x61, 0xED, 0xA0, 0x80, 0x62]) == ["a", "b"])
  }

  @Test func stemsAsTheVectorsSay() throws {
    for pair in try SearchVectors.load().stems {
      let stem = EnglishStemmer.stem(Array(pair[0].utf8))
      #expect(String(decoding: stem, as: UTF8.self) == pair[1], "\(pair[0])")
    }
  }
}
