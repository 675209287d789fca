import CallboardDiagnostics

/// Finds the entity an author may have meant by a reference that names none.
///
/// The work is bounded: candidates are bucketed by kind and length and filtered by the letters they
/// hold before an edit distance is computed. After ``workLimit`` no more hints are given, and no one
/// reference may use more than ``candidateLimit`` of it.
struct NearMisses {
  /// How many entities are offered for one missing reference.
  static let suggestionLimit = 5
  /// In edit distances computed; about a quarter of a second for one catalog.
  private static let workLimit = 50_000
  /// Among a thousand names made of the same letters, such as `service-0815`, none is likelier.
  private static let candidateLimit = 1_000
  /// Candidates that can be filtered out in the time of one edit distance.
  private static let filteredPerDistance = 100

  private let buckets: [Bucket: [Candidate]]
  /// The entities of each name, whatever their kind and namespace.
  private let refsByName: [String: [EntityRef]]
  /// What was found so far for each missing reference, the likeliest first.
  private(set) var answers: [EntityRef: [EntityRef]] = [:]
  private var work = 0

  private struct Bucket: Hashable {
    var kind: String
    var length: Int
  }

  private struct Candidate {
    var ref: EntityRef
    var letters: UInt64
  }

  /// - Parameter refs: The entities that may be meant, always in the same order.
  init(refs: [EntityRef]) {
    var buckets: [Bucket: [Candidate]] = [:]
    var refsByName: [String: [EntityRef]] = [:]
    for ref in refs {
      buckets[Bucket(kind: ref.kind, length: ref.name.utf8.count), default: []]
        .append(Candidate(ref: ref, letters: Self.letters(of: ref.name)))
      refsByName[ref.name, default: []].append(ref)
    }
    self.buckets = buckets
    self.refsByName = refsByName
  }

  /// The entities most likely meant, the likeliest first; empty when none is near or the work is used up.
  mutating func suggestions(for missing: EntityRef) -> [EntityRef] {
    if let answer = answers[missing] { return answer }
    var answer = sameName(as: missing)
    if answer.isEmpty, let similar = similarName(to: missing) { answer.append(similar) }
    answers[missing] = answer
    return answer
  }

  /// The entities of the same name in another namespace, then those of another kind.
  private func sameName(as missing: EntityRef) -> [EntityRef] {
    let refs = refsByName[missing.name] ?? []
    let ofKind = refs.lazy.filter { $0.kind == missing.kind }.prefix(Self.suggestionLimit)
    let ofNamespace = refs.lazy.filter {
      $0.kind != missing.kind && $0.namespace == missing.namespace
    }
    .prefix(Self.suggestionLimit)
    return Array((Array(ofKind) + ofNamespace).prefix(Self.suggestionLimit))
  }

  private mutating func similarName(to missing: EntityRef) -> EntityRef? {
    guard work < Self.workLimit else { return nil }
    let letters = Self.letters(of: missing.name)
    let length = missing.name.utf8.count
    var candidates: [String: EntityRef] = [:]
    var filtered = 0
    for other in max(1, length - 3)...(length + 3) {
      for candidate in buckets[Bucket(kind: missing.kind, length: other)] ?? [] {
        guard candidates.count < Self.candidateLimit else { break }
        filtered += 1
        // One edit changes at most two letters of the set, and a typo is at most three edits.
        guard (candidate.letters ^ letters).nonzeroBitCount <= 6 else { continue }
        let known = candidates[candidate.ref.name]
        // The missing reference's own namespace is the likelier one.
        if known == nil || candidate.ref.namespace == missing.namespace {
          candidates[candidate.ref.name] = candidate.ref
        }
      }
    }
    work += candidates.count + filtered / Self.filteredPerDistance
    return NearestName.of(missing.name, in: candidates.keys).flatMap { candidates[$0] }
  }

  private static func letters(of name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 | (1 << UInt64($1 & 0x3F)) }
  }
}
