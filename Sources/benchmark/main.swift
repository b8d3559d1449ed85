#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `benchmark [--json] [NAME…]`: times the named workloads, or those whose names begin so; all if none is named.
let workloads = RasterWorkloads.all

var names = CommandLine.arguments.dropFirst()
let wantsJSON = names.contains("--json")
names.removeAll { $0 == "--json" }

let unknown = names.filter { name in !workloads.contains { $0.name.hasPrefix(name) } }
guard unknown.isEmpty else {
  print("benchmark: no workload is called \(unknown.joined(separator: ", ")); there are:")
  for workload in workloads { print("  \(workload.name)") }
  exit(2)
}

let chosen = workloads.filter { workload in
  names.isEmpty || names.contains { workload.name.hasPrefix($0) }
}
if wantsJSON {
  let objects = chosen.map { "  " + $0.measure().json }
  print("[\n" + objects.joined(separator: ",\n") + "\n]")
} else {
  let nameWidth = chosen.map(\.name.count).max() ?? 0
  for workload in chosen { print(workload.measure().row(nameWidth: nameWidth)) }
}
