// swift-tools-version: 6.2
import PackageDescription

/// A package of one's own with a lesson of its own: `swift run lesson bisection`, beside everything that Plumbline draws.
let package = Package(
  name: "OwnLessons", dependencies: [.package(name: "Plumbline", path: "../..")],
  targets: [
    .executableTarget(
      name: "seminar",
      dependencies: [
        .product(name: "LessonCommand", package: "Plumbline"), .product(name: "LessonKit", package: "Plumbline"),
        .product(name: "Lessons", package: "Plumbline"),
      ])
  ])
