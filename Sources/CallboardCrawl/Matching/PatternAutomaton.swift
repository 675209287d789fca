/// A compiled wildcard pattern, run over the bytes of a path.
///
/// A nondeterministic automaton whose states are all followed at once, so that no pattern can make
/// it backtrack. `/` is matched by nothing but a `/` in the pattern and by `**`.
struct PatternAutomaton: Sendable {
  /// One instruction; all but jumps go on to the next one.
  enum Step: Sendable {
    case byte(UInt8)
    case bytes(ByteSet)
    /// Goes on at both places, without reading.
    case split(Int32, Int32)
    case match
  }

  private let steps: [Step]
  /// What every matching path begins and ends with: most paths are refused by these alone.
  private let prefix: [UInt8]
  private let suffix: [UInt8]
  /// Whether the pattern has no wildcards, so that prefix and suffix are the whole of it.
  private let isLiteral: Bool

  /// Closes the steps with a match.
  init(_ compiled: PatternCompiler) {
    // Appended: a constant array lacks the padding of its last element, which copying it would read.
    var steps = compiled.steps
    steps.append(.match)
    self.steps = steps
    isLiteral = compiled.prefix == nil
    prefix = compiled.prefix ?? compiled.suffix
    suffix = compiled.suffix
  }

  /// Whether the pattern matches all of `path`, not only a part of it.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of path and pattern.
  func matches(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard path.count >= max(prefix.count, suffix.count) else { return false }
    guard path.prefix(prefix.count).elementsEqual(prefix) else { return false }
    if isLiteral { return path.count == prefix.count }
    guard path.suffix(suffix.count).elementsEqual(suffix) else { return false }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: steps.count * 4) { memory in
      var run = Run(steps: steps, memory: memory)
      return run.matches(path)
    }
  }
}

/// The states of one match under way.
private struct Run {
  private let steps: [PatternAutomaton.Step]
  private var current: UnsafeMutableBufferPointer<Int32>
  private var next: UnsafeMutableBufferPointer<Int32>
  /// For each step the turn in which it was added last, so that none is added twice.
  private let addedInTurn: UnsafeMutableBufferPointer<Int32>
  private let pending: UnsafeMutableBufferPointer<Int32>
  private var currentCount = 0
  private var nextCount = 0

  /// `memory` has room for four integers a step.
  init(steps: [PatternAutomaton.Step], memory: UnsafeMutableBufferPointer<Int32>) {
    let count = steps.count
    self.steps = steps
    current = .init(rebasing: memory[0..<count])
    next = .init(rebasing: memory[count..<count * 2])
    addedInTurn = .init(rebasing: memory[count * 2..<count * 3])
    pending = .init(rebasing: memory[count * 3..<count * 4])
    addedInTurn.initialize(repeating: -1)
  }

  mutating func matches(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    add(0, turn: 0)
    advance()
    for (offset, byte) in path.enumerated() {
      if currentCount == 0 { return false }
      for index in 0..<currentCount {
        let state = current[index]
        switch steps[Int(state)] {
        case .byte(let wanted):
          if byte == wanted { add(state + 1, turn: Int32(truncatingIfNeeded: offset &+ 1)) }
        case .bytes(let set):
          if set.contains(byte) { add(state + 1, turn: Int32(truncatingIfNeeded: offset &+ 1)) }
        case .split, .match:
          break
        }
      }
      advance()
    }
    return current[..<currentCount].contains { state in
      if case .match = steps[Int(state)] { true } else { false }
    }
  }

  /// Adds a state and all that it leads to without reading.
  private mutating func add(_ first: Int32, turn: Int32) {
    guard addedInTurn[Int(first)] != turn else { return }
    addedInTurn[Int(first)] = turn
    pending[0] = first
    var pendingCount = 1
    while pendingCount > 0 {
      pendingCount -= 1
      let state = pending[pendingCount]
      guard case .split(let one, let other) = steps[Int(state)] else {
        next[nextCount] = state
        nextCount += 1
        continue
      }
      // Each state is pending at most once a turn, so `pending` cannot overflow.
      for target in [one, other] where addedInTurn[Int(target)] != turn {
        addedInTurn[Int(target)] = turn
        pending[pendingCount] = target
        pendingCount += 1
      }
    }
  }

  private mutating func advance() {
    swap(&current, &next)
    currentCount = nextCount
    nextCount = 0
  }
}
