import Lessons

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

Stream.openMissing()
Interrupts.watch()
exit(Command(catalog: catalog).run(Array(CommandLine.arguments.dropFirst())).rawValue)
