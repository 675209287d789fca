/// Runs a regular expression over a text by following all alternatives at once (Thompson, Pike).
///
/// Threads are kept in order of preference, which gives the match that a backtracking engine finds.
struct RegexMatcher {
  private let regex: RegularExpression
  private let text: [Unicode.Scalar]
  /// The step at which each instruction was last added, so that none is added twice in one.
  private var addedAt: [Int]
  private var step = 0
  /// Threads looked at so far. One match takes linear time, but all matches of a text may not.
  private(set) var work = 0
  static let workLimit = 5_000_000

  private struct Thread {
    var instruction: Int
    var slots: [Int]
  }

  init(_ regex: RegularExpression, text: [Unicode.Scalar]) {
    self.regex = regex
    self.text = text
    addedAt = Array(repeating: 0, count: regex.program.count)
  }

  mutating func firstMatch(from start: Int) -> RegularExpression.Match? {
    var threads: [Thread] = []
    var found: [Int]?
    var position = start
    let empty = Array(repeating: -1, count: 2 * (regex.groupCount + 1))
    step += 1
    while position <= text.count {
      // A new attempt begins at each position until one has matched, below all running ones.
      if found == nil, !regex.isSticky || position == start {
        add(0, slots: empty, at: position, to: &threads)
      }
      if threads.isEmpty, found != nil || regex.isSticky { break }
      var next: [Thread] = []
      step += 1
      work += threads.count + 1
      if work > Self.workLimit { return nil }
      scan: for thread in threads {
        switch regex.program[thread.instruction] {
        case .match:
          found = thread.slots
          break scan
        case .scalar(let scalar):
          guard position < text.count, folded(text[position]) == scalar else { continue }
        case .any:
          guard position < text.count, !Self.isLineEnd(text[position]) else { continue }
        case .set(let set):
          guard position < text.count, contains(set, text[position]) else { continue }
        default:
          continue
        }
        add(thread.instruction + 1, slots: thread.slots, at: position + 1, to: &next)
      }
      threads = next
      position += 1
    }
    return found.map { slots in
      stride(from: 0, to: slots.count, by: 2).map { index in
        slots[index] < 0 || slots[index + 1] < 0 ? nil : slots[index]..<slots[index + 1]
      }
    }
  }

  /// Follows the instructions that take no character, without recursion.
  private mutating func add(
    _ instruction: Int,
    slots: [Int],
    at position: Int,
    to threads: inout [Thread]
  ) {
    var pending = [Thread(instruction: instruction, slots: slots)]
    while var thread = pending.popLast() {
      guard addedAt[thread.instruction] != step else { continue }
      addedAt[thread.instruction] = step
      switch regex.program[thread.instruction] {
      case .jump(let target):
        thread.instruction = target
        pending.append(thread)
      case .split(let first, let second):
        pending.append(Thread(instruction: second, slots: thread.slots))
        thread.instruction = first
        pending.append(thread)
      case .save(let slot):
        thread.slots[slot] = position
        thread.instruction += 1
        pending.append(thread)
      case .lineStart, .lineEnd, .wordBoundary:
        guard holds(regex.program[thread.instruction], at: position) else { continue }
        thread.instruction += 1
        pending.append(thread)
      default:
        threads.append(thread)
      }
    }
  }

  private func holds(_ assertion: RegexInstruction, at position: Int) -> Bool {
    switch assertion {
    case .lineStart:
      position == 0 || regex.isMultiline && Self.isLineEnd(text[position - 1])
    case .lineEnd:
      position == text.count || regex.isMultiline && Self.isLineEnd(text[position])
    case .wordBoundary(let isNegated):
      (isWord(position - 1) != isWord(position)) != isNegated
    default:
      false
    }
  }

  private func isWord(_ position: Int) -> Bool {
    text.indices.contains(position) && RegexSet.word.contains(text[position])
  }

  private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    regex.ignoresCase ? RegexCompiler.folded(scalar) : scalar
  }

  private func contains(_ set: RegexSet, _ scalar: Unicode.Scalar) -> Bool {
    guard regex.ignoresCase else { return set.contains(scalar) }
    let forms = [scalar, RegexCompiler.folded(scalar), RegexCompiler.upper(scalar)]
    let isIn = forms.contains { form in set.ranges.contains { $0.contains(form.value) } }
    return isIn != set.isNegated
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
