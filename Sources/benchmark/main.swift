let usage = """
  benchmark [--json] [--peer GROUP=COMMAND]… [NAME…]
    Times the named workloads, or those whose names begin so; all if none is named.
    --peer  a command to measure in turn: whole for the group 'figure', by the times that it prints ("12.3 ms", "0.4 s")
            for the others, in their order
  """

let workloads = RasterWorkloads.all + FigureWorkloads.all + TrainingWorkloads.all
var (names, peers, wantsJSON) = ([String](), [String: Program](), false)
var arguments = CommandLine.arguments.dropFirst()
while let word = arguments.popFirst() {
  switch word {
  case "--json": wantsJSON = true
  case "--peer":
    let parts = (arguments.popFirst() ?? "").split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { fail("--peer takes GROUP=COMMAND\n" + usage) }
    peers[String(parts[0])] = Program(command: String(parts[1]))
  case "--help", "-h":
    print(usage)
    exit(0)
  default: names.append(word)
  }
}

let unknown = names.filter { name in !workloads.contains { $0.name.hasPrefix(name) } }
guard unknown.isEmpty else {
  let known = workloads.map(\.name).joined(separator: ", ")
  fail("no workload is called \(unknown.joined(separator: ", ")); there are \(known)\n" + usage)
}

let chosen = workloads.filter { workload in names.isEmpty || names.contains { workload.name.hasPrefix($0) } }
let nameWidth = chosen.map(\.name.count).max() ?? 0
var objects: [String] = []
for workload in chosen {
  let group = String(workload.name.prefix { $0 != "-" })
  let place = workloads.filter { $0.name.hasPrefix(group + "-") }.firstIndex { $0.name == workload.name }
  do {
    let result = try workload.measure(against: peers[group], place: place ?? 0)
    if wantsJSON { objects.append("  " + result.json) } else { print(result.row(nameWidth: nameWidth)) }
  } catch { fail("\(workload.name): \(error)") }
}
if wantsJSON { print("[\n" + objects.joined(separator: ",\n") + "\n]") }

/// Ends with a message and the exit code of wrong usage.
func fail(_ message: String) -> Never {
  let line = Array("benchmark: \(message)\n".utf8)
  _ = write(2, line, line.count)
  exit(2)
}
