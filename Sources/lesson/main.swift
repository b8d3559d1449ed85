import Lessons

Stream.openMissing()
Interrupts.watch()
exit(Command(catalog: catalog).run(Array(CommandLine.arguments.dropFirst())).rawValue)
