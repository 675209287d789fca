/// The figures of BM25F that are fixed when the index is built; the entry file repeats them.
enum Ranking {
  /// How many body words one word in the title, a heading or the metadata counts for.
  static let titleWeight = 4.0
  static let headingWeight = 2.2
  static let metadataWeight = 1.5

  /// How far a long title, heading or body lowers the weight of its words, 0 to 1.
  static let titleNormalization = 0.3
  static let headingNormalization = 0.4
  static let bodyNormalization = 0.6

  /// How fast repeated words stop adding: a weight of this much gives half the highest impact.
  static let saturation = 1.2

  /// Impacts are stored as 0 to 15.
  static let impactLevels = 16

  /// How often a term stands in the parts of a record.
  struct Frequencies {
    var title: Int
    var heading: Int
    var metadata: Int
    var body: Int
  }

  /// What the counts of one document are divided by.
  struct Normalizers {
    var title: Double
    var heading: Double
    var body: Double
    /// The impacts of words that stand in the body alone, by how often they do: most words of a document, all with the
    /// same few impacts.
    private(set) var impactsInBody = SIMD8<UInt8>()

    init(_ lengths: RecordTokens.Lengths, averages: Averages) {
      func normalizer(_ length: Int, _ average: Double, _ share: Double) -> Double {
        1 - share + share * Double(length) / max(1, average)
      }
      title = normalizer(lengths.title, averages.title, titleNormalization)
      heading = normalizer(lengths.heading, averages.heading, headingNormalization)
      body = normalizer(lengths.body, averages.body, bodyNormalization)
      for count in impactsInBody.indices {
        let words = Frequencies(title: 0, heading: 0, metadata: 0, body: count)
        impactsInBody[count] = UInt8(impact(of: words))
      }
    }

    private func impact(of frequencies: Frequencies) -> Int {
      let weight =
        titleWeight * Double(min(2, frequencies.title)) / title
        + headingWeight * Double(frequencies.heading) / heading
        + metadataWeight * Double(frequencies.metadata)
        + Double(frequencies.body) / body
      return min(impactLevels - 1, Int(weight / (weight + saturation) * Double(impactLevels)))
    }

    /// The stored impact of a term on the document.
    func impact(_ frequencies: Frequencies) -> Int {
      let elsewhere = frequencies.title | frequencies.heading | frequencies.metadata
      if elsewhere == 0, impactsInBody.indices.contains(frequencies.body) {
        return Int(impactsInBody[frequencies.body])
      }
      return impact(of: frequencies)
    }
  }

  /// Words per document.
  struct Averages: Equatable {
    var title = 0.0
    var heading = 0.0
    var body = 0.0

    init(_ records: [IndexRecord]) {
      guard !records.isEmpty else { return }
      var sums = SIMD3<Int>.zero
      for record in records {
        let lengths = record.lengths
        sums &+= SIMD3(lengths.title, lengths.heading, lengths.body)
      }
      let count = Double(records.count)
      title = Self.rounded(Double(sums.x) / count)
      heading = Self.rounded(Double(sums.y) / count)
      body = Self.rounded(Double(sums.z) / count)
    }

    /// To six binary digits: another word on one page of many changes no impact on the others, and at most 1 % of an
    /// average decides no order.
    private static func rounded(_ average: Double) -> Double {
      guard average > 0, average.isFinite else { return 0 }
      let unit = Double(sign: .plus, exponent: average.exponent - 6, significand: 1)
      return (average / unit).rounded() * unit
    }
  }
}
