/// Gives out ids, each once, the way MkDocs and GitHub number those that repeat.
struct UniqueIDs {
  /// What follows an id that is taken.
  enum Numbering {
    /// `a`, `a_1`, `a_2`; `a_1` goes on with `a_2`. An empty id becomes `_1`.
    case mkdocs
    /// `a`, `a-1`, `a-2`; `a-1` goes on with `a-1-1`.
    case github
  }

  private let numbering: Numbering

  /// For each taken id, the one to try next. Following it gives the same answer as counting up one
  /// by one, without which a page of equal headings would cost the square of their number.
  private var successors: [String: String] = [:]
  /// For ``Numbering/github``: the number last given to an id.
  private var counts: [String: Int] = [:]

  init(numbering: Numbering) {
    self.numbering = numbering
  }

  func contains(_ id: String) -> Bool {
    successors[id] != nil
  }

  /// Marks an id as taken; false if it was already.
  @discardableResult
  mutating func reserve(_ id: String) -> Bool {
    guard successors[id] == nil else { return false }
    successors[id] = next(after: id)
    return true
  }

  /// `wanted`, or the next free id in its row, which is then taken.
  mutating func claim(_ wanted: String) -> String {
    var tried: [String] = []
    var id = wanted.isEmpty && numbering == .mkdocs ? next(after: "") : wanted
    if numbering == .github {
      while successors[id] != nil {
        let count = counts[wanted, default: 0] + 1
        counts[wanted] = count
        id = "\(wanted)-\(count)"
      }
    } else {
      while let successor = successors[id] {
        tried.append(id)
        id = successor
      }
    }
    let following = next(after: id)
    successors[id] = following
    for id in tried { successors[id] = following }
    return id
  }

  private func next(after id: String) -> String {
    let digits = id.utf8.reversed().prefix(while: isDigit)
    let stem = id.utf8.dropLast(digits.count)
    guard !digits.isEmpty, stem.last == UInt8(ascii: "_") else { return "\(id)_1" }
    return String(decoding: Array(stem) + increment(Array(digits)), as: UTF8.self)
  }

  /// Adds one to a decimal number of any length, given with its lowest digit first.
  private func increment(_ reversed: [UInt8]) -> [UInt8] {
    var digits = reversed
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    var index = 0
    while index < digits.count, digits[index] == UInt8(ascii: "9") {
      digits[index] = UInt8(ascii: "0")
      index += 1
    }
    if index < digits.count { digits[index] += 1 } else { digits.append(UInt8(ascii: "1")) }
    return digits.reversed()
  }
}
