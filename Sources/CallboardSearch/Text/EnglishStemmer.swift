/// Takes English words to their stems by the rules published as Snowball English ("Porter2").
///
/// Used on queries only: the index keeps words as they are written, and a query finds the words that
/// share its stem.
struct EnglishStemmer {
  private var word: [UInt8] = []
  /// Where the regions R1 and R2 of the published rules begin.
  private var r1 = 0
  private var r2 = 0

  /// The stem of a folded word. Words with bytes other than `a` to `z` are returned as they are.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2, word.allSatisfy(isLetter) else { return word }
    if let special = exceptions[String(decoding: word, as: UTF8.self)] {
      return Array(special.utf8)
    }
    var stemmer = EnglishStemmer(word)
    stemmer.run()
    return stemmer.word.map { $0 == consonantY ? UInt8(ascii: "y") : $0 }
  }

  /// Whether a query for one of two words is one for the other, too.
  static func areStemMates(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    // Nearly all neighbours differ in more than a suffix, which is told at once.
    let shared = zip(left, right).prefix { $0 == $1 }.count
    guard shared >= 2, shared + 3 >= min(left.count, right.count),
      left.allSatisfy(isLetter), right.allSatisfy(isLetter)
    else { return false }
    let root = stem(Array(left))
    return root.count >= 3 && root == stem(Array(right))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// Marks a `y` that is a consonant.
  private static let consonantY = UInt8(ascii: "Y")

  private static let exceptions = [
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie",
    "idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli",
    "singly": "singl", "sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas",
    "cosmos": "cosmos", "bias": "bias", "andes": "andes",
  ]

  private static let finalAfterPlural: Set<String> = [
    "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
  ]

  private init(_ source: [UInt8]) {
    word = source
    let y = UInt8(ascii: "y")
    for index in word.indices where word[index] == y && (index == 0 || isVowel(index - 1)) {
      word[index] = Self.consonantY
    }
    let prefix = ["gener", "commun", "arsen"].first { word.starts(with: $0.utf8) }
    r1 = prefix?.utf8.count ?? regionStart(from: 0)
    r2 = regionStart(from: r1)
  }

  private mutating func run() {
    removePlural()
    if Self.finalAfterPlural.contains(String(decoding: word, as: UTF8.self)) { return }
    removePastAndProgressive()
    replaceFinalY()
    replaceFirst(Self.step2) { $0.replaceStep2($1, $2) }
    replaceFirst(Self.step3) { stemmer, suffix, replacement in
      let isInside = suffix == "ative" ? stemmer.isInR2(suffix) : stemmer.isInR1(suffix)
      if isInside { stemmer.replace(suffix, with: replacement) }
    }
    replaceFirst(Self.step4) { stemmer, suffix, _ in
      guard stemmer.isInR2(suffix) else { return }
      if suffix == "ion" {
        guard let last = stemmer.word.dropLast(3).last, last == 0x73 || last == 0x74 else { return }
      }
      stemmer.replace(suffix, with: "")
    }
    removeFinalLetter()
  }

  private func isVowel(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// After the first non-vowel that follows a vowel.
  private func regionStart(from start: Int) -> Int {
    var index = start + 1
    while index < word.count {
      if !isVowel(index), isVowel(index - 1) { return index + 1 }
      index += 1
    }
    return word.count
  }

  private func ends(_ suffix: String) -> Bool {
    word.count >= suffix.utf8.count && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  private func isInR1(_ suffix: String) -> Bool { word.count - suffix.utf8.count >= r1 }
  private func isInR2(_ suffix: String) -> Bool { word.count - suffix.utf8.count >= r2 }

  private mutating func replace(_ suffix: String, with replacement: String) {
    word.removeLast(suffix.utf8.count)
    word.append(contentsOf: replacement.utf8)
  }

  /// Applies `body` to the longest suffix of a table, which is sorted longest first.
  private mutating func replaceFirst(
    _ table: [(String, String)],
    _ body: (inout Self, String, String) -> Void
  ) {
    guard let (suffix, replacement) = table.first(where: { ends($0.0) }) else { return }
    body(&self, suffix, replacement)
  }
}

extension EnglishStemmer {
  private static let step2 = [
    ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"),
    ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
    ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
    ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"),
    ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
  ]

  private static let step3 = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"),
    ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  private static let step4 = [
    ("ement", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ment", ""),
    ("ant", ""), ("ent", ""), ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""),
    ("ize", ""), ("ion", ""), ("al", ""), ("er", ""), ("ic", ""),
  ]

  /// Step 1a: `sses`, `ied`, `ies`, `us`, `ss`, `s`.
  private mutating func removePlural() {
    if ends("sses") {
      word.removeLast(2)
    } else if ends("ied") || ends("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if ends("s"), !ends("us"), !ends("ss"), word.count > 2,
      word.indices.dropLast(2).contains(where: isVowel)
    {
      word.removeLast()
    }
  }

  /// Step 1b: `eed`, `ed`, `ing` and their adverbs.
  private mutating func removePastAndProgressive() {
    if let suffix = ["eedly", "eed"].first(where: ends) {
      if isInR1(suffix) { replace(suffix, with: "ee") }
      return
    }
    guard let suffix = ["ingly", "edly", "ing", "ed"].first(where: ends) else { return }
    let rest = word.count - suffix.utf8.count
    guard (0..<rest).contains(where: isVowel) else { return }
    word.removeLast(suffix.utf8.count)
    if ends("at") || ends("bl") || ends("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsInDouble {
      word.removeLast()
    } else if isShort {
      word.append(UInt8(ascii: "e"))
    }
  }

  private var endsInDouble: Bool {
    guard let last = word.last, word.count > 1, word[word.count - 2] == last else { return false }
    return "bdfgmnprt".utf8.contains(last)
  }

  /// A short word ends in a short syllable and has an empty R1.
  private var isShort: Bool { r1 >= word.count && endsInShortSyllable(word.count) }

  /// Whether the first `end` letters end in a vowel between consonants, or are a vowel and a
  /// consonant.
  private func endsInShortSyllable(_ end: Int) -> Bool {
    guard end >= 2, !isVowel(end - 1), isVowel(end - 2) else { return false }
    if end == 2 { return true }
    return !isVowel(end - 3) && !"wxY".utf8.contains(word[end - 1])
  }

  /// Step 1c.
  private mutating func replaceFinalY() {
    guard word.count > 2, ends("y") || ends("Y"), !isVowel(word.count - 2) else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }

  private mutating func replaceStep2(_ suffix: String, _ replacement: String) {
    guard isInR1(suffix) else { return }
    let before = word.dropLast(suffix.utf8.count).last ?? 0
    switch suffix {
    case "ogi" where before != UInt8(ascii: "l"): return
    case "li" where !"cdeghkmnrt".utf8.contains(before): return
    default: replace(suffix, with: replacement)
    }
  }

  /// Step 5.
  private mutating func removeFinalLetter() {
    if ends("e") {
      if isInR2("e") || (isInR1("e") && !endsInShortSyllable(word.count - 1)) { word.removeLast() }
    } else if ends("ll"), isInR2("l") {
      word.removeLast()
    }
  }
}
