import LessonKit
import Testing

@testable import Lessons

@Suite("Five schedules") struct SchedulesTests {
  @Test("the changes of a rate that only falls add up to first minus last", arguments: [10, 37, 100]) func telescoping(
    steps: Int
  ) {
    let courses = Schedules.courses(rate: 0.1, steps: steps)
    for course in courses.dropLast() {
      for rates in [course.rates, course.rates.trailingMeans(of: 9)] {
        #expect(zip(rates, rates.dropFirst()).allSatisfy { $0 >= $1 - 1e-15 })
        let fall = rates[0] - rates[rates.count - 1]
        #expect(abs(rates.totalVariation - fall) < 1e-14)
        #expect(rates.largestChange <= fall + 1e-15 && rates.largestChange >= fall / Double(steps))
      }
    }
    #expect(abs(courses[4].rates.totalVariation - 0.2) < 1e-14)
  }

  @Test("measures of a few numbers") func measures() {
    let numbers: [Double] = [1, 3, 2, 2, -2]
    #expect(numbers.totalVariation == 7 && numbers.largestChange == 4)
    #expect(numbers.squaredVariation == 21)
    #expect([5].totalVariation == 0 && [5].largestChange == 0)
    #expect([4, 2, 0, 6].trailingMeans(of: 2) == [4, 3, 1, 3])
    #expect([4, 2, 0, 6].trailingMeans(of: 100) == [4, 3, 2, 3])
    #expect([Double]().trailingMeans(of: 3).isEmpty)
  }

  @Test("the plateau falls eleven losses after the last that was lower, and no lower than a hundredth") func plateau() {
    let rates = Schedules.courses(rate: 0.1, steps: 100)[3].rates
    let falls = zip(rates, rates.dropFirst()).enumerated().filter { $0.element.0 != $0.element.1 }
    #expect(falls.map { $0.offset + 1 } == [42, 53])
    #expect(abs((rates.last ?? 0) - 0.001) < 1e-15)
  }

  @Test("large jumps are upright in the picture, small changes are not") func stairs() {
    let courses = Schedules.courses(rate: 0.1, steps: 100)
    #expect(courses[0].stairs.count == 103 && courses[2].stairs.count == 101)
  }

  @Test("every schedule ends as many times lower as the headline says, at least") func loss() throws {
    let title = try Specimen.shown(Schedules.self, "loss").figure.title.english
    let times = try #require(Numbers.all(in: title).first?.value)
    let runs = Schedules().losses(Run())
    let ends = (0..<6).map { index in runs.spread { $0[index].last ?? .nan }.median }
    #expect(times >= 2 && ends.dropLast().allSatisfy { ends[5] / $0 >= times })
  }

  @Test(
    "any length and rate can be drawn", arguments: ["shapes", "loss", "change"],
    [[("steps", "10")], [("lr", "1e-5"), ("steps", "2000")]]) func options(name: String, options: [(String, String)])
    throws
  {
    let recipe = try Recipe(Schedules.self, given: options.map { .init($0, $1) })
    let figure = try recipe.draw(recipe.figure(named: name))
    #expect(!figure.title.english.isEmpty)
  }

  @Test("what makes no sense is refused") func refusals() {
    for (key, value) in [("lr", "-1"), ("steps", "9"), ("lr", "nan")] {
      #expect(throws: UsageError.self) { try Recipe(Schedules.self, given: [.init(key, value)]) }
    }
  }
}
