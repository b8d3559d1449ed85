// swift-tools-version: 6.2
import PackageDescription

/// Every target: errors for warnings, explicit existentials, imports that are seen. An editor's index
/// of the toolchain's own modules would take a third of the first build.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error), .unsafeFlags(["-index-ignore-system-modules"], .when(configuration: .debug)),
]

/// `swift run` builds debug, and that is the users' command: modules that compute, lay out or paint are optimised there
/// too, a whole one at a time. Those above them are not: it would hardly be felt in a drawing, and takes half a minute more.
let fast: [SwiftSetting] =
  strict + [
    .unsafeFlags(
      ["-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug))
  ]

func library(_ name: String, needs dependencies: [Target.Dependency], builtAs settings: [SwiftSetting] = fast) -> Target
{
  .target(
    name: name, dependencies: dependencies + (name == "Groundwork" ? [] : ["Groundwork"]), swiftSettings: settings,
    linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

func tests(_ name: String, needs dependencies: [Target.Dependency] = [], data: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "ChineseTesting"] + dependencies,
    resources: data ? [.copy("Reference")] : [], swiftSettings: strict)
}

func system(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
  name: "Plumbline",
  products: [
    .executable(name: "lesson", targets: ["lesson"]), .library(name: "Groundwork", targets: ["Groundwork"]),
    .library(name: "PNGCodec", targets: ["PNGCodec"]), .library(name: "Raster", targets: ["Raster"]),
    .library(name: "Typography", targets: ["Typography"]), .library(name: "Fields", targets: ["Fields"]),
    .library(name: "Plot", targets: ["Plot"]), .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Optimizers", targets: ["Optimizers"]), .library(name: "Landscapes", targets: ["Landscapes"]),
    .library(name: "Datasets", targets: ["Datasets"]), .library(name: "Autodiff", targets: ["Autodiff"]),
    .library(name: "Networks", targets: ["Networks"]), .library(name: "Fitting", targets: ["Fitting"]),
    .library(name: "LessonKit", targets: ["LessonKit"]), .library(name: "Lessons", targets: ["Lessons"]),
    .library(name: "LessonCommand", targets: ["LessonCommand"]),
  ],
  targets: [
    // C libraries.
    system("CPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
    system("CFreeType", pkgConfig: "freetype2", apt: "libfreetype-dev", brew: "freetype"),
    system("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev", brew: "harfbuzz"),
    system("CFriBidi", pkgConfig: "fribidi", apt: "libfribidi-dev", brew: "fribidi"),
    system("CFontconfig", pkgConfig: "fontconfig", apt: "libfontconfig-dev", brew: "fontconfig"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
    system("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev", brew: "libdeflate"),
    .target(name: "CPNGBridge", dependencies: ["CPNG"]),

    // The ground floor: texts in two languages, numbers as readers want them, JSON, the platform.
    library("Groundwork", needs: []),

    // Pictures: from pixels up to figures.
    library("Raster", needs: []), library("PNGCodec", needs: ["CDeflate", "CPNGBridge", "Raster"]),
    library("Typography", needs: ["CFreeType", "CHarfBuzz", "CFriBidi", "CFontconfig", "Raster"]),
    library("Fields", needs: ["Raster"]), library("Plot", needs: ["Fields", "PNGCodec", "Raster", "Typography"]),

    // Numbers: from arrays up to walks over a landscape.
    .target(name: "COpenBLAS", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    library("Tensors", needs: ["COpenBLAS"]), .systemLibrary(name: "CSquareRoot"),
    library("Optimizers", needs: ["CSquareRoot", "Tensors"]), library("Landscapes", needs: ["Tensors", "Optimizers"]),
    library("Datasets", needs: ["CZlib", "Tensors"]), library("Autodiff", needs: ["Tensors"]),
    library("Networks", needs: ["Autodiff", "Datasets", "Optimizers", "Tensors"]),
    library("Fitting", needs: ["Datasets", "Tensors"]),

    // Lessons, and the command that runs them.
    library(
      "LessonKit",
      needs: [
        "Raster", "Typography", "Plot", "Tensors", "Optimizers", "Landscapes", "Datasets", "Autodiff", "Networks",
        "Fitting",
      ], builtAs: strict),
    .target(
      name: "Lessons", dependencies: ["LessonKit"], path: "Lessons", exclude: ["README.md"], swiftSettings: strict),
    .target(name: "CSystem"),
    .target(
      name: "LessonCommand", dependencies: ["CDeflate", "CSystem", "Groundwork", "LessonKit", "PNGCodec"],
      swiftSettings: strict),
    .executableTarget(name: "lesson", dependencies: ["LessonCommand", "Lessons"], swiftSettings: strict),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "lesson", "CZlib", "Datasets", "Groundwork", "Landscapes", "LessonKit", "Lessons", "Plot", "PNGCodec", "Raster",
        "Typography",
      ], swiftSettings: strict),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Groundwork", "Lessons", "LessonKit", "PNGCodec", "Raster", "Autodiff", "Datasets", "Networks", "Optimizers",
        "Tensors",
      ], swiftSettings: fast),

    .target(name: "ChineseTesting", dependencies: ["Groundwork"], path: "Tests/ChineseTesting", swiftSettings: strict),
    tests("Raster", needs: ["PNGCodec"], data: true), tests("PNGCodec", needs: ["CDeflate", "CZlib", "Raster"]),
    tests("Typography", needs: ["Raster"]),
    tests("Plot", needs: ["Fields", "Raster", "Typography", "PNGCodec"], data: true), tests("Tensors", data: true),
    tests("Optimizers", needs: ["Tensors"], data: true),
    tests("Landscapes", needs: ["Optimizers", "Tensors"], data: true),
    tests("Datasets", needs: ["CZlib", "Tensors"], data: true), tests("Autodiff", needs: ["Tensors"]),
    tests("Networks", needs: ["Autodiff", "Datasets", "Optimizers", "Tensors"], data: true),
    tests("LessonKit", needs: ["Plot"]), tests("Lessons", needs: ["LessonKit", "PNGCodec"], data: true),
    .testTarget(
      name: "ExamplesTests", dependencies: ["Landscapes", "Networks", "Plot", "PNGCodec"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["lesson", "LessonCommand", "Lessons", "PNGCodec"], swiftSettings: strict),
  ])
