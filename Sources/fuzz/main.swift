import Groundwork

let usage = """
  fuzz [--seed N] [--cases N] [--jobs N] [--kind NAME]
  fuzz --seed N --case N
    Tries random formulas, options and command lines, and damaged PNG, IDX and CSV files. Nothing may crash, take more
    than 10 s, or end with an undocumented exit code; exit 1 if something does. With --case it repeats one case.
    --kind  only one of: \(FuzzKind.allCases.map(\.rawValue).joined(separator: ", "))
  """

/// Ends with a message and the exit code of wrong usage.
func fail(_ message: String) -> Never {
  _ = FuzzChild.write("fuzz: \(message)\n", to: 2)
  exit(64)
}

var numbers = ["seed": 1, "cases": 100_000, "jobs": sysconf(Int32(_SC_NPROCESSORS_ONLN))]
var kind: FuzzKind?
var arguments = CommandLine.arguments.dropFirst()
while let word = arguments.popFirst() {
  if word == "--help" || word == "-h" {
    print(usage)
    exit(0)
  }
  let (name, value) = (String(word.drop { $0 == "-" }), arguments.popFirst() ?? "")
  if name == "kind", let named = FuzzKind(rawValue: value) {
    kind = named
  } else if ["seed", "cases", "jobs", "case", "from", "to", "step"].contains(name), let number = Int(value), number >= 0
  {
    numbers[name] = number
  } else {
    fail("no such option, or no number: \(word) \(value)\n\(usage)")
  }
}

let run = FuzzRun(seed: UInt64(numbers["seed"]!), only: kind)
if let number = numbers["case"] {
  run.repeatCase(number)
} else if let from = numbers["from"], let to = numbers["to"], let step = numbers["step"] {
  run.work(stride(from: from, to: to, by: max(1, step)))
} else {
  exit(run.watch(cases: numbers["cases"]!, jobs: max(1, numbers["jobs"]!)) ? 0 : 1)
}
