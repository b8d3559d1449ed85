import LessonCommand
import LessonKit
import Lessons

LessonCommand.main(catalog.adding([Bisection.self], statements: Bisection.statements))
