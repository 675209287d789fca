/// Takes letters to the form in which they are compared: lower case, without diacritics.
///
/// The browser's client has the same table; Tests/CallboardSearchTests/Fixtures/vectors.json holds the two together.
struct LetterFolding: Sendable {
  /// A base, then the small letters that fold to it. Letters without a canonical decomposition,
  /// such as `ø`, are listed by what readers type for them.
  private static let variants = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "ðďđḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"), ("j", "ĵǰ"), ("k", "ķĸǩḱḳḵ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"),
    ("n", "ñńņňŉǹṅṇṉṋ"), ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"), ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšſșṡṣṥṧṩ"), ("t", "ţťŧțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžƶẑẓẕ"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
    ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ΐίϊ"), ("ο", "ό"), ("υ", "ΰϋύ"), ("ω", "ώ"),
    ("σ", "ς"), ("е", "ё"),
  ]

  private let bases: [UInt32: [UInt8]]

  static let shared = LetterFolding()

  private init() {
    var bases: [UInt32: [UInt8]] = [:]
    for (base, letters) in Self.variants {
      for letter in letters.unicodeScalars { bases[letter.value] = Array(base.utf8) }
    }
    self.bases = bases
  }

  /// Appends the folded form of a letter, digit or mark that is not ASCII.
  ///
  /// Combining marks U+0300 to U+036F vanish; full-width forms of ASCII become ASCII.
  func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    if (0x0300...0x036F).contains(scalar.value) { return }
    if (0xFF01...0xFF5E).contains(scalar.value) {
      let ascii = UInt8(scalar.value - 0xFEE0)
      output.append((0x41...0x5A).contains(ascii) ? ascii + 32 : ascii)
      return
    }
    if let base = bases[scalar.value] {
      output.append(contentsOf: base)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if (0x0300...0x036F).contains(lower.value) { continue }
      if let base = bases[lower.value] {
        output.append(contentsOf: base)
      } else {
        output.append(contentsOf: String(lower).utf8)
      }
    }
  }
}
