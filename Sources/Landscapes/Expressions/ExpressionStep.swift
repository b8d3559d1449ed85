/// What the steps of a program do to single numbers, and how their results change with them.
///
/// At kinks the derivatives are PyTorch's: 0 for |x| and relu at 0 and at the tip of a cone, one half to each side where two
/// numbers of a minimum or maximum are equal, infinite for a root at 0.
enum ExpressionStep {
  /// A value from one or two numbers.
  static func value(_ code: ExpressionProgram.Code, _ a: Double, _ b: Double, _ exponent: Double) -> Double {
    switch code {
    case .function(let function): value(function, a)
    case .constantPower: power(a, exponent)
    case .operation(.add): a + b
    case .operation(.subtract): a - b
    case .operation(.multiply): a * b
    case .operation(.divide): a / b
    case .operation(.power): pow(a, b)
    case .operation(.minimum): least(a, b)
    case .operation(.maximum): -least(-a, -b)
    case .operation(.angle): atan2(a, b)
    }
  }

  /// The smaller number; NaN where one of them is.
  @inline(__always) static func least(_ a: Double, _ b: Double) -> Double { a < b || a.isNaN ? a : b }

  /// The value of a function.
  @inline(__always) static func value(_ function: Expression.Function, _ a: Double) -> Double {
    switch function {
    case .negate: -a
    case .sin: Self.sine(a)
    case .cos: cos(a)
    case .tan: tan(a)
    case .asin: asin(a)
    case .acos: acos(a)
    case .atan: atan(a)
    case .sinh: sinh(a)
    case .cosh: cosh(a)
    case .tanh: tanh(a)
    case .exp: exp(a)
    case .log: log(a)
    case .log2: log2(a)
    case .log10: log10(a)
    case .sqrt: a.squareRoot()
    case .cbrt: cbrt(a)
    case .abs: Swift.abs(a)
    case .sign: a > 0 ? 1 : a < 0 ? -1 : a.isNaN ? a : 0
    case .floor: a.rounded(.down)
    case .sigmoid: 1 / (1 + exp(-a))
    case .relu: a > 0 || a.isNaN ? a : 0
    }
  }

  @inline(__always) private static func sine(_ a: Double) -> Double { sin(a) }

  /// How the value of a function, `r`, changes with its number.
  @inline(__always) static func slope(_ function: Expression.Function, _ a: Double, _ r: Double) -> Double {
    switch function {
    case .negate: -1
    case .sin: cos(a)
    case .cos: -sin(a)
    case .tan: 1 + r * r
    case .asin: 1 / (1 - a * a).squareRoot()
    case .acos: -1 / (1 - a * a).squareRoot()
    case .atan: 1 / (1 + a * a)
    case .sinh: cosh(a)
    case .cosh: sinh(a)
    case .tanh: 1 - r * r
    case .exp: r
    // Where the function has no value, it has no slope.
    case .log: a < 0 ? .nan : 1 / a
    case .log2: a < 0 ? .nan : 1 / (a * 0.6931471805599453)
    case .log10: a < 0 ? .nan : 1 / (a * 2.302585092994046)
    case .sqrt: 1 / (2 * r)
    case .cbrt: 1 / (3 * r * r)
    case .sign, .floor: 0
    case .abs: a > 0 ? 1 : a < 0 ? -1 : a
    case .sigmoid: r * (1 - r)
    case .relu: a > 0 ? 1 : 0
    }
  }

  /// How that slope, `s`, changes with the number.
  @inline(__always) static func bend(_ function: Expression.Function, _ a: Double, _ r: Double, _ s: Double) -> Double {
    switch function {
    case .negate, .abs, .relu, .sign, .floor: 0
    case .sin, .cos: -r
    case .tan: 2 * r * s
    case .asin, .acos: a * s / (1 - a * a)
    case .atan: -2 * a * s * s
    case .sinh, .cosh, .exp: r
    case .tanh: -2 * r * s
    case .log, .log2, .log10: -s / a
    case .sqrt: -s / (2 * a)
    case .cbrt: -2 * s / (3 * a)
    case .sigmoid: s * (1 - 2 * r)
    }
  }

  /// A power with a fixed exponent: small whole ones by multiplication.
  @inline(__always) static func power(_ a: Double, _ exponent: Double) -> Double {
    switch exponent {
    case 0: 1
    case 1: a
    case 2: a * a
    case 3: a * a * a
    case 4: (a * a) * (a * a)
    case 0.5: a.squareRoot()
    case -1: 1 / a
    case -2: 1 / (a * a)
    default: pow(a, exponent)
    }
  }

  /// How the angle of the point (b, a) changes with a and with b; not at all at the origin, as in PyTorch.
  @inline(__always) static func slopesOfAngle(_ a: Double, _ b: Double) -> (byA: Double, byB: Double) {
    let square = a * a + b * b
    return square == 0 ? (0, 0) : (b / square, -a / square)
  }

  /// The second derivatives of an angle: by the height twice, by both, by the width twice.
  static func bendsOfAngle(_ a: Double, _ b: Double) -> (Double, Double, Double) {
    let square = a * a + b * b
    if square == 0 { return (0, 0, 0) }
    let (bend, cross) = (2 * a / square * (b / square), (a * a - b * b) / square / square)
    return (-bend, cross, bend)
  }

  /// How a power changes with its exponent; nothing comes of zero but zero.
  @inline(__always) static func slopeByExponent(_ base: Double, _ exponent: Double, _ value: Double) -> Double {
    base == 0 && exponent >= 0 ? 0 : value * log(base)
  }

  /// How a power changes with its base.
  @inline(__always) static func slopeByBase(_ base: Double, _ exponent: Double) -> Double {
    exponent == 0 ? 0 : exponent * power(base, exponent - 1)
  }

  /// The second derivatives of a power: by the base twice, by both, by the exponent twice.
  static func bends(_ base: Double, _ exponent: Double, _ value: Double) -> (Double, Double, Double) {
    let before = power(base, exponent - 1)
    let logarithm = log(base)
    let twice = exponent * (exponent - 1)
    let byBase = twice == 0 ? 0 : twice * power(base, exponent - 2)
    return (byBase, before * (1 + exponent * logarithm), value * logarithm * logarithm)
  }
}
