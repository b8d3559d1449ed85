import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("Five schedules")
struct SchedulesTests {
  private static let variants = [
    [], [("steps", "10"), ("window", "10")], [("steps", "10000"), ("lr", "0.5")],
    [("window", "1"), ("lr", "100")], [("steps", "60"), ("lr", "0.003")],
  ].map { Variant(lesson: Schedules.self, options: $0) }

  @Test(
    "the changes of a rate that only falls add up to first minus last", arguments: [10, 37, 100])
  func telescoping(steps: Int) {
    let study = ScheduleStudy(rate: 0.1, steps: steps)
    for course in study.courses.dropLast() {
      for rates in [course.rates, course.smoothed] {
        #expect(zip(rates, rates.dropFirst()).allSatisfy { $0 >= $1 - 1e-15 }, "\(course.name)")
        let fall = rates[0] - rates[rates.count - 1]
        #expect(abs(rates.totalVariation - fall) < 1e-14, "\(course.name)")
        #expect(rates.largestChange <= fall + 1e-15 && rates.largestChange >= fall / Double(steps))
      }
    }
    let last = study.courses[4].rates
    #expect(abs(last.totalVariation - 0.2) < 1e-14)
  }

  @Test("measures of a few numbers")
  func measures() {
    let numbers: [Double] = [1, 3, 2, 2, -2]
    #expect(numbers.totalVariation == 7)
    #expect(numbers.largestChange == 4)
    #expect(numbers.squaredVariation == 21)
    #expect(numbers.runningVariation == [0, 2, 3, 3, 7])
    #expect([5].totalVariation == 0 && [5].largestChange == 0 && [5].runningVariation == [0])
  }

  @Test("a moving average takes in what there is")
  func means() {
    let numbers: [Double] = [4, 2, 0, 6]
    #expect(numbers.trailingMeans(of: 1) == numbers)
    #expect(numbers.trailingMeans(of: 2) == [4, 3, 1, 3])
    #expect(numbers.trailingMeans(of: 100) == [4, 3, 2, 3])
    #expect([Double]().trailingMeans(of: 3).isEmpty)
  }

  @Test(
    "the plateau falls eleven losses after the last that was lower, and no lower than a hundredth")
  func plateau() {
    let rates = ScheduleStudy(rate: 0.1, steps: 100).courses[3].rates
    let falls = zip(rates, rates.dropFirst()).enumerated().filter { $0.element.0 != $0.element.1 }
    #expect(falls.map { $0.offset + 1 } == [42, 53])
    #expect(abs((rates.last ?? 0) - 0.001) < 1e-15)
  }

  @Test("every claim is as recorded, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(Schedules.self).run(budget).claims
    #expect(Set(claims.map(\.code)) == ["SC1", "SC3", "SC4", "E5"])
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))") }
  }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    try Pictures.hold(variant.recipe.run(.figure), to: .allWhereThereIsRoom)
  }

  @Test("both measures stand over each schedule as they were measured", arguments: variants)
  func numbers(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    #expect(outcome.series.count == 5)
    for (panel, table) in zip(outcome.figure.panels, outcome.series) {
      let rates = table.rows.map { $0[1] }
      let words = try #require(panel.subheading).english
      #expect(words.contains(Digits.text(rates.totalVariation, digits: 2)), "\(words)")
      #expect(words.contains(Digits.text(rates.largestChange, digits: 2)), "\(words)")
    }
  }

  @Test("what makes no sense is refused")
  func refusals() {
    for (key, value) in [("lr", "-1"), ("steps", "9"), ("window", "0"), ("lr", "nan")] {
      #expect(throws: UsageError.self) { try Recipe(Schedules.self, given: [.init(key, value)]) }
    }
  }
}
