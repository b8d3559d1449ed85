/// Functions by the names that other programs, languages and schools have for them.
enum ExpressionElsewhere {
  /// What means the same here.
  static let same: [String: String] = [
    // Other names.
    "lg": "log10(…), or log2(…) where it is of base 2", "loge": "log(…)", "logn": "log(…)", "arcsin": "asin(…)",
    "arccos": "acos(…)", "arctan": "atan(…)", "arctan2": "atan2(…, …)", "arctg": "atan(…)", "tg": "tan(…)",
    "sen": "sin(…)", "sine": "sin(…)", "sinus": "sin(…)", "cosinus": "cos(…)", "cosin": "cos(…)", "cosine": "cos(…)",
    "tangent": "tan(…)", "sh": "sinh(…)", "ch": "cosh(…)", "th": "tanh(…)", "fabs": "abs(…)", "absolute": "abs(…)",
    "power": "pow(…, …)", "logistic": "sigmoid(…)", "expit": "sigmoid(…)", "sgn": "sign(…)", "signum": "sign(…)",
    "squareroot": "sqrt(…)", "root": "sqrt(…), or (…)^(1/n)", "cuberoot": "cbrt(…)", "curt": "cbrt(…)",
    "norm": "hypot(…, …)", "entier": "floor(…)", "minimum": "min(…, …)", "maximum": "max(…, …)", "fmin": "min(…, …)",
    "fmax": "max(…, …)", "rectifier": "relu(…)", "ramp": "relu(…)",
    // Other formulas.
    "sq": "(…)^2", "sqr": "(…)^2", "square": "(…)^2", "cube": "(…)^3", "exp2": "2^(…)", "exp10": "10^(…)",
    "expm1": "exp(…) - 1", "log1p": "log(1 + …)", "rsqrt": "1/sqrt(…)", "reciprocal": "1/(…)", "cot": "1/tan(…)",
    "cotan": "1/tan(…)", "ctg": "1/tan(…)", "ctan": "1/tan(…)", "sec": "1/cos(…)", "csc": "1/sin(…)",
    "cosec": "1/sin(…)", "coth": "1/tanh(…)", "sech": "1/cosh(…)", "csch": "1/sinh(…)", "acot": "pi/2 - atan(…)",
    "arccot": "pi/2 - atan(…)", "asec": "acos(1/(…))", "arcsec": "acos(1/(…))", "acsc": "asin(1/(…))",
    "arccsc": "asin(1/(…))", "asinh": "log(u + sqrt(u^2 + 1)), with u for what it is of",
    "arsinh": "log(u + sqrt(u^2 + 1)), with u for what it is of",
    "arcsinh": "log(u + sqrt(u^2 + 1)), with u for what it is of",
    "acosh": "log(u + sqrt(u^2 - 1)), with u for what it is of",
    "arcosh": "log(u + sqrt(u^2 - 1)), with u for what it is of",
    "arccosh": "log(u + sqrt(u^2 - 1)), with u for what it is of",
    "atanh": "log((1 + u)/(1 - u))/2, with u for what it is of",
    "artanh": "log((1 + u)/(1 - u))/2, with u for what it is of",
    "arctanh": "log((1 + u)/(1 - u))/2, with u for what it is of", "sinc": "sin(u)/u, or sin(pi*u)/(pi*u)",
    "ceil": "-floor(-(…))", "ceiling": "-floor(-(…))", "round": "floor(… + 0.5)", "rint": "floor(… + 0.5)",
    "nint": "floor(… + 0.5)", "trunc": "sign(u)*floor(abs(u))", "fix": "sign(u)*floor(abs(u))",
    "int": "sign(u)*floor(abs(u)), or floor(u)", "frac": "u - floor(u)", "fract": "u - floor(u)",
    "mod": "a - b*floor(a/b)", "fmod": "a - b*sign(a/b)*floor(abs(a/b))", "rem": "a - b*sign(a/b)*floor(abs(a/b))",
    "heaviside": "(1 + sign(…))/2", "step": "(1 + sign(…))/2", "theta": "(1 + sign(…))/2 for Heaviside's step",
    "clip": "max(least, min(most, …))", "clamp": "max(least, min(most, …))", "hardtanh": "max(-1, min(1, …))",
    "relu6": "max(0, min(6, …))", "softplus": "log(1 + exp(…))", "softsign": "u/(1 + abs(u))", "silu": "u*sigmoid(u)",
    "swish": "u*sigmoid(u)", "mish": "u*tanh(log(1 + exp(u)))", "elu": "max(u, 0) + min(exp(u) - 1, 0)",
    "leakyrelu": "max(u, 0.01*u)", "leaky_relu": "max(u, 0.01*u)", "tanhshrink": "u - tanh(u)",
    "logsigmoid": "-log(1 + exp(-(…)))", "logit": "log(u/(1 - u))", "sind": "sin(pi/180*(…))",
    "cosd": "cos(pi/180*(…))", "tand": "tan(pi/180*(…))", "sinpi": "sin(pi*(…))", "cospi": "cos(pi*(…))",
    "deg2rad": "pi/180*(…)", "radians": "pi/180*(…)", "rad2deg": "180/pi*(…)", "degrees": "180/pi*(…)",
    "versin": "1 - cos(…)", "tau": "2*pi", "τ": "2*pi", "mean": "(a + b)/2", "avg": "(a + b)/2", "average": "(a + b)/2",
    "add": "a + b", "sum": "a + b", "mul": "a*b", "prod": "a*b", "sub": "a - b", "neg": "-(…)", "sigma": "sigmoid(…)",
    "σ": "sigmoid(…)", "gauss": "exp(-(…)^2)", "gaussian": "exp(-(…)^2)", "φ": "(1 + sqrt(5))/2 for the golden ratio",
  ]

  /// What means the same, told in both languages: the words between formulas are few.
  static func told(_ same: String) -> Message {
    let words = [
      (", or ", "，或 "), (" where it is of base 2", "（以 2 为底时）"), (", with u for what it is of", "，其中 u 是它的自变量"),
      (" for Heaviside's step", "（Heaviside 阶跃函数）"), (" for the golden ratio", "（黄金分割比）"),
    ]
    let chinese = words.reduce(same) { $0.replacing($1.0, with: $1.1) }
    return Message("\(same)", zh: "\(chinese)")
  }

  /// Functions that other programs have and that no formula here says exactly.
  static let lacking: Set<String> = [
    "erf", "erfc", "erfinv", "gamma", "lgamma", "gammaln", "loggamma", "tgamma", "digamma", "psi", "beta", "zeta",
    "gelu", "selu", "celu", "prelu", "factorial", "fact", "binom", "comb", "nchoosek", "j0", "j1", "jn", "y0", "y1",
    "yn", "bessel", "besselj", "airy", "lambertw", "ei", "si", "ci", "li", "gd", "random", "rand", "randn", "noise",
    "if", "where", "piecewise", "sort", "softmax", "logsumexp", "argmax", "argmin", "median", "std", "var", "det", "tr",
    "trace", "dot", "cross", "diff", "grad", "lim", "integral", "conj", "real", "imag", "arg", "re", "im", "gcd", "lcm",
    "sawtooth", "triangle", "rect", "dirac", "delta", "nextafter", "copysign", "ldexp", "frexp", "modf", "logb", "fma",
    "nan", "inf", "infinity",
  ]
}
