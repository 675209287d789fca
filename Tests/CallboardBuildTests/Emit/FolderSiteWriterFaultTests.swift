import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

/// What is left when a build ends in the middle. A failed step does nothing and nothing is cleaned
/// up after it, so that failing and being killed leave the same.
@Suite struct FolderSiteWriterFaultTests {
  private static let old: TestSite = [
    "index.html": "old", "same.html": "same", "gone.html": "gone", "a/b/c.html": "c", "x": "file",
  ]
  private static let new: TestSite = [
    "index.html": "new", "same.html": "same", "a/b/c.html": "C", "f/g/h.css": "h", "x/y": "folder",
  ]

  /// Names in the writer's own folder that an undisturbed build leaves.
  private static func isClean(_ state: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: state).allSatisfy {
      ["lock", "settled", "tree"].contains($0) || $0.hasPrefix("manifest-")
    }
  }

  /// Every step that a build takes, and how often.
  private static func steps(
    refusesExchange: Bool,
    prepare: (String) throws -> Void
  ) throws -> [(EmitStep, Int)] {
    let folder = try TemporaryFolder()
    try prepare(folder.path + "/dist")
    let counters = Dictionary(
      uniqueKeysWithValues: EmitStep.allCases.map { ($0, OccurrenceCounter()) }
    )
    try publish(new, to: folder.path + "/dist", flushes: true) { step in
      _ = counters[step]?.next()
      return refusesExchange && step == .exchange ? EINVAL : nil
    }
    return EmitStep.allCases.flatMap { step in
      (0..<(counters[step]?.value ?? 0)).map { (step, $0) }
    }
  }

  @Test func servesTheOldSiteOrTheNewOneWhereverItStops() throws {
    // With and without a hidden tree from a build before.
    for prefill in [false, true] {
      func prepare(_ output: String) throws {
        if prefill { try publish(["index.html": "older", "y": "y"], to: output) }
        try publish(Self.old, to: output)
      }
      let steps = try Self.steps(refusesExchange: false, prepare: prepare)
      #expect(steps.count > 8)
      for (step, occurrence) in steps {
        let folder = try TemporaryFolder()
        let output = folder.path + "/dist"
        try prepare(output)
        let label = Comment(rawValue: "\(step) \(occurrence) prefilled: \(prefill)")
        // The trial exchange is the first; it may fail without harm.
        if step == .exchange, occurrence == 0 { continue }
        #expect(throws: EmitError.self, label) {
          try publish(
            Self.new,
            to: output,
            flushes: true,
            faults: fail(step, occurrence: occurrence, with: EIO)
          )
        }
        #expect(try TemporaryFolder.contents(of: output) == Self.old, label)

        try publish(Self.new, to: output)
        #expect(try TemporaryFolder.contents(of: output) == Self.new, label)
        #expect(try Self.isClean(folder.path + "/.dist.callboard"), label)
        // The tree that is hidden now takes the next turn.
        try publish(Self.old, to: output)
        #expect(try TemporaryFolder.contents(of: output) == Self.old, label)
      }
    }
  }

  @Test func completesAPublicationInPlaceThatWasCutShort() throws {
    let steps = try Self.steps(refusesExchange: true) { try publish(Self.old, to: $0) }
    #expect(steps.contains { $0.0 == .moveFile })
    // The manifest is saved when all is done, and only to save time.
    for (step, occurrence) in steps where step != .exchange && step != .saveManifest {
      let folder = try TemporaryFolder()
      let output = folder.path + "/dist"
      try publish(Self.old, to: output)
      let fault = fail(step, occurrence: occurrence, with: EIO)
      let label = Comment(rawValue: "\(step) \(occurrence)")
      #expect(throws: EmitError.self, label) {
        try publish(Self.new, to: output, flushes: true) { step in
          step == .exchange ? EINVAL : fault(step)
        }
      }
      let hasBegun = FileManager.default.fileExists(
        atPath: folder.path + "/.dist.callboard/journal"
      )
      // Looking at the folder is enough to complete what had begun.
      _ = try FolderSiteWriter(output: output)
      #expect(
        try TemporaryFolder.contents(of: output) == (hasBegun ? Self.new : Self.old),
        label
      )

      try publish(Self.new, to: output) { $0 == .exchange ? EINVAL : nil }
      #expect(try TemporaryFolder.contents(of: output) == Self.new, label)
      #expect(try Self.isClean(folder.path + "/.dist.callboard"), label)
    }
  }

  @Test func completesNoPublicationThroughALinkThatHasComeInTheMeantime() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/dist"
    try publish(Self.old, to: output)
    #expect(throws: EmitError.self) {
      try publish(Self.new, to: output) { step in
        step == .exchange ? EINVAL : step == .moveFile ? EIO : nil
      }
    }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/elsewhere/b",
      withIntermediateDirectories: true
    )
    try FileManager.default.removeItem(atPath: output + "/a")
    try FileManager.default.createSymbolicLink(
      atPath: output + "/a",
      withDestinationPath: folder.path + "/elsewhere"
    )
    _ = try FolderSiteWriter(output: output)
    #expect(try TemporaryFolder.contents(of: folder.path + "/elsewhere").isEmpty)
    try publish(Self.new, to: output)
    #expect(try TemporaryFolder.contents(of: output) == Self.new)
  }

  @Test func replacesFilesInPlaceAndSaysSoWhereExchangeIsRefused() throws {
    for code in [EINVAL, EBUSY, EXDEV, ENOSYS] {
      let folder = try TemporaryFolder()
      let output = folder.path + "/dist"
      try publish(Self.old, to: output)
      for site in [Self.new, Self.old, Self.new] {
        let before = try TemporaryFolder.inode(output)
        let summary = try publish(site, to: output, flushes: true) {
          $0 == .exchange ? code : nil
        }
        #expect(try TemporaryFolder.contents(of: output) == site)
        #expect(!summary.exchanged)
        #expect(summary.note?.contains(output) == true)
        #expect(try TemporaryFolder.inode(output) == before)
      }
      let unchanged = try publish(Self.new, to: output)
      #expect(unchanged.unchanged == 5)
      #expect(unchanged.note == nil)
      #expect(
        try TemporaryFolder.folders(in: output) == ["a", "a/b", "f", "f/g", "x"]
      )
    }
  }

  @Test func replacesFilesInPlaceWhenOnlyTheRealExchangeIsRefused() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/dist"
    try publish(Self.old, to: output)
    for site in [Self.new, Self.old] {
      let summary = try publish(
        site,
        to: output,
        faults: fail(.exchange, occurrence: 1, with: EBUSY)
      )
      #expect(try TemporaryFolder.contents(of: output) == site)
      #expect(!summary.exchanged)
    }
    let summary = try publish(Self.new, to: output)
    #expect(summary.exchanged)
    #expect(try TemporaryFolder.contents(of: output) == Self.new)
  }

  @Test func linksAreNotNeeded() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/dist"
    try publish(Self.old, to: output)
    #expect(throws: EmitError.self) {
      try publish(Self.new, to: output, faults: fail(.linkFile, with: ENOSPC))
    }
    try publish(Self.new, to: output)
    #expect(try TemporaryFolder.contents(of: output) == Self.new)
  }
}
