/// Names that mean something in other programs and nothing here: no slip of a name that is known, however near.
enum NamesElsewhere {
  /// Whether a name stands for something else than all that this program has of a kind.
  static func isSomethingElse(_ name: String, kind: String) -> Bool {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return names[kind]?.contains(plain) ?? false
  }

  /// By the kind that messages speak of; letters and digits alone.
  static let names: [String: Set<String>] = [
    "optimizer": optimizers, "activation": activations, "value": activations, "schedule": schedules,
    "function": functions, "colour map": colorMaps, "initialisation": initialisations, "setting": settings,
    "language": [],
    "preset": ["a4", "a3", "a5", "letter", "poster", "story", "square", "banner", "slide169", "slides43"],
  ]

  private static let optimizers: Set<String> = [
    "asgd", "lbfgs", "bfgs", "newton", "cg", "sparseadam", "adafactor", "muon", "sgdw", "sgdr", "sgdp", "adan",
    "adabelief", "adabound", "amsbound", "adamp", "adams", "adamod", "adahessian", "adashift", "adasmooth", "adai",
    "adapnm", "nadamw", "radamw", "lars", "yogi", "sophia", "shampoo", "soap", "ranger", "madgrad", "novograd",
    "qhadam", "qhm", "ftrl", "lookahead", "sam", "asam", "prodigy", "dadaptation", "dadaptadam", "tiger", "came",
    "signsgd", "signum", "nesterovadam", "adamc", "adamg", "adanorm", "swats", "padam", "eve", "aggmo", "rprops",
    "irprop", "sgdnesterov", "psgd", "ssgd", "svrg", "saga", "sag", "adagradda", "proximaladagrad", "ranger21", "lamb2",
    "lambc",
  ]

  private static let activations: Set<String> = [
    "softmax", "logsoftmax", "softplus", "softsign", "softmin", "softshrink", "hardshrink", "tanhshrink", "hardtanh",
    "hardsigmoid", "hardswish", "hardsilu", "logsigmoid", "mish", "selu", "celu", "prelu", "rrelu", "crelu", "relu6",
    "relun", "glu", "geglu", "swiglu", "reglu", "maxout", "threshold", "step", "heaviside", "sign", "identity",
    "linear", "sine", "sin", "cos", "gaussian", "exp", "square", "squaredrelu", "arctan", "atan", "isru", "isrlu",
    "bentidentity", "snake", "siren", "serf", "telu", "elish", "quickgelu", "geluaccurate", "srelu", "drelu",
    "thresholdedrelu",
  ]

  private static let schedules: Set<String> = [
    "lambda", "lambdalr", "multiplicative", "multiplicativelr", "sequential", "chained", "inversesqrt", "invsqrt",
    "inversetime", "noam", "swa", "swalr", "wsd", "rex", "tristage", "sine", "sawtooth", "triangle", "piecewise",
  ]

  private static let functions: Set<String> = [
    "levi", "levin13", "schaffer", "schaffern2", "schaffern4", "schwefel", "bukin", "bukinn6", "griewank",
    "michalewicz", "eggholder", "dropwave", "crossintray", "holdertable", "shubert", "trid", "zakharov", "dixonprice",
    "powell", "perm", "bohachevsky", "branin", "sixhump", "sixhumpcamel", "shekel", "hartmann", "langermann",
    "mccormick", "colville", "alpine", "salomon", "whitley", "deceptive", "rana", "keane", "adjiman", "brent", "cube",
    "leon", "cola", "ripple", "trefethen", "zettl", "ursem", "vincent", "weierstrass", "katsuura",
    "rotatedhyperellipsoid", "sumsquares", "sumofpowers", "gramaclee", "forrester", "bird", "giunta", "pathological",
    "parsopoulos", "quartic", "xinsheyang", "damavandi",
  ]

  private static let colorMaps: Set<String> = [
    "jet", "hot", "cool", "gray", "grey", "plasma", "inferno", "turbo", "rainbow", "hsv", "parula", "mako", "rocket",
    "flare", "crest", "spring", "summer", "autumn", "winter", "bone", "copper", "pink", "terrain", "ocean", "twilight",
    "coolwarm", "seismic", "spectral", "rdbu", "piyg", "prgn", "bwr", "cubehelix", "gnuplot", "batlow", "vik", "roma",
    "thermal", "haline", "ice", "deep", "dense", "algae", "matter", "speed", "tempo", "phase", "balance", "delta",
    "curl", "blues", "greens", "reds", "greys", "purples", "oranges", "ylgnbu", "ylorrd",
  ]

  private static let initialisations: Set<String> = [
    "uniform", "zeros", "zero", "ones", "constant", "eye", "dirac", "sparse", "truncnormal", "truncatednormal", "lsuv",
    "fixup", "mup", "delta", "identity", "random", "xavieruniform", "xaviernormal", "kaiminguniform", "kaimingnormal",
    "heuniform", "henormal", "glorotuniform", "glorotnormal", "lecununiform", "lecunnormal",
  ]

  /// How PyTorch computes, which changes no step.
  private static let settings: Set<String> = ["foreach", "fused", "capturable", "differentiable", "params"]
}
