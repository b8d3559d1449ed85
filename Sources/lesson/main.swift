import Lessons

Stream.openMissing()
Interrupts.watch()
exit((RawArguments.refusal ?? Command(catalog: catalog).run(Array(CommandLine.arguments.dropFirst()))).rawValue)
