import Glibc

/// `Math.pow`, which differs from C's for a base of 1 (ECMA-262, 6.1.6.1.3).
enum Power {
  static func of(_ base: Double, _ exponent: Double) -> Double {
    if exponent.isNaN || (abs(base) == 1 && exponent.isInfinite) { return .nan }
    return pow(base, exponent)
  }
}
