import Glibc

/// What a build looked at, what it left and what it said: while all three stand, the next build has nothing to do.
///
/// One file in the cache folder for each output folder, replaced as a whole. A record that is damaged, made for another
/// purpose or gone costs the next build its time and nothing else.
struct BuildRecord: Sendable {
  /// Of everything else that decides what a build does: the request, `site.yaml`, the program.
  var key: ContentHash
  var inputs: InputTable
  var answers: RecordedAnswers
  /// The output folder as the build left it.
  var output: OutputIdentity
  var outcome: BuildOutcome

  private static let magic: [UInt8] = Array("callreco".utf8)
  private static let format: UInt32 = 2

  init(
    key: ContentHash,
    inputs: InputTable,
    answers: RecordedAnswers,
    output: OutputIdentity,
    outcome: BuildOutcome
  ) {
    self.key = key
    self.inputs = inputs
    self.answers = answers
    self.output = output
    self.outcome = outcome
  }

  /// Reads a record; nil when it is damaged, of another format or made under another key.
  init?(_ bytes: [UInt8], key: ContentHash) {
    guard bytes.withoutChecksum != nil else { return nil }
    var reader = ByteFieldReader(bytes)
    guard
      reader.slice(Self.magic.count)?.elementsEqual(Self.magic) == true,
      reader.integer(UInt32.self) == Self.format,
      reader.hash() == key,
      let inode = reader.integer(UInt64.self),
      let manifest = reader.hash(),
      let moment = reader.integer(Int64.self),
      let inputs = reader.integer(UInt64.self).flatMap({ reader.slice(Int(clamping: $0)) }),
      let told = reader.integer(UInt64.self).flatMap({ reader.slice(Int(clamping: $0)) }),
      let answers = RecordedAnswers(Array(told)),
      let rest = reader.integer(UInt64.self).flatMap({ reader.slice(Int(clamping: $0)) }),
      let outcome = BuildOutcome(Array(rest))
    else { return nil }
    self.key = key
    self.inputs = InputTable(bytes: Array(inputs), moment: moment)
    self.answers = answers
    output = OutputIdentity(inode: inode, manifest: manifest)
    self.outcome = outcome
  }

  /// With a hash of the rest at the end.
  func encoded() -> [UInt8] {
    let rest = outcome.encoded()
    var bytes = Self.magic
    bytes.reserveCapacity(inputs.bytes.count + rest.count + 128)
    bytes.appendLittleEndian(Self.format)
    bytes.append(key)
    bytes.appendLittleEndian(output.inode)
    bytes.append(output.manifest)
    bytes.appendLittleEndian(inputs.moment)
    for part in [inputs.bytes, answers.encoded(), rest] {
      bytes.appendLittleEndian(UInt64(part.count))
      bytes += part
    }
    bytes.append(ContentHash(of: bytes))
    return bytes
  }
}

/// Tells an output folder that a build has left from any other.
struct OutputIdentity: Hashable, Sendable {
  var inode: UInt64
  /// Of the manifest's bytes, which have the stamp of every file.
  var manifest: ContentHash
}
