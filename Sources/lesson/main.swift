import CSystem
import Lessons

system_keep_memory()
system_watch_faults(ExitCode.internalError.rawValue, ExitCode.noResources.rawValue)
Stream.openMissing()
Interrupts.watch()
exit((RawArguments.refusal ?? Command(catalog: catalog).run(Array(CommandLine.arguments.dropFirst()))).rawValue)
