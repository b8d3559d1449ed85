import LessonCommand
import Lessons

LessonCommand.main(catalog)
