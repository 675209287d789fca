/// Names for files in the cache, made of any text.
enum StableName {
  /// The 128-bit FNV-1a hash of a text, in hexadecimal.
  ///
  /// Only what the operator wrote gets a name, so nobody gains by making two texts collide.
  static func of(_ text: String) -> String {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in text.utf8 {
      hash ^= UInt128(byte)
      hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }
}
