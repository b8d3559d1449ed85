import CSystem
import LessonKit

/// The command `lesson`, for a program that brings its lessons along.
///
/// ```swift
/// import LessonCommand
/// import Lessons
///
/// LessonCommand.main(catalog.adding([Mine.self]))
/// ```
public enum LessonCommand {
  /// Reads the command line, does what it asks for, and ends the program with the exit code of that.
  ///
  /// To be called once, before the program starts a thread or opens a file: interruptions and closed streams are seen to first.
  public static func main(_ catalog: Catalog) -> Never {
    system_watch_faults(ExitCode.internalError.rawValue, ExitCode.noResources.rawValue)
    Stream.openMissing()
    Interrupts.watch()
    exit((RawArguments.refusal ?? Command(catalog: catalog).run(Array(CommandLine.arguments.dropFirst()))).rawValue)
  }
}
