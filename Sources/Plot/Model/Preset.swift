/// A size of picture for a purpose: pixels, resolution, and the type sizes that read well there.
public struct Preset: Sendable, Hashable {
  /// The name on the command line.
  public let name: String
  /// Width in pixels.
  public var width: Int
  /// Height in pixels.
  public var height: Int
  /// Pixels per inch of the placed picture.
  public var dpi: Double
  /// Type sizes in points.
  public var type: TypeSizes

  /// A size of one's own: pixels, pixels per inch, and type sizes in points.
  public init(name: String, width: Int, height: Int, dpi: Double, type: TypeSizes) {
    require(width > 0 && height > 0 && dpi > 0, "a page of \(width)×\(height) pixels at \(dpi) an inch")
    (self.name, self.width, self.height, self.dpi, self.type) = (name, width, height, dpi, type)
  }
}

/// Type sizes of a preset, in points.
public struct TypeSizes: Sendable, Hashable {
  /// The title.
  public var title: Double
  /// The subtitle.
  public var subtitle: Double
  /// Axis names and panel headings.
  public var axis: Double
  /// Tick labels.
  public var tick: Double
  /// Labels in the plot.
  public var label: Double

  /// Sizes in points.
  public init(title: Double, subtitle: Double, axis: Double, tick: Double, label: Double) {
    (self.title, self.subtitle, self.axis) = (title, subtitle, axis)
    (self.tick, self.label) = (tick, label)
  }

  /// The sizes, made smaller where a page of one's own size would not hold 24 ems in its width and 18 in its height.
  func fitted(to page: Preset) -> TypeSizes {
    let em = tick * page.dpi / 72
    let fit = min(1, Double(page.width) / (24 * em), Double(page.height) / (18 * em))
    return TypeSizes(
      title: title * fit, subtitle: subtitle * fit, axis: axis * fit, tick: tick * fit, label: label * fit)
  }
}

extension Preset {
  /// A slide of 13.33 × 7.5 inches.
  public static let slide = Preset(
    name: "slide", width: 1920, height: 1080, dpi: 144,
    type: TypeSizes(title: 27.5, subtitle: 17, axis: 17, tick: 15.5, label: 17.5))
  /// A slide of 10 × 7.5 inches.
  public static let slide43 = Preset(
    name: "slide43", width: 1600, height: 1200, dpi: 160,
    type: TypeSizes(title: 27.5, subtitle: 16.5, axis: 18.5, tick: 17, label: 18.5))
  /// One column of a slide.
  public static let half = Preset(
    name: "half", width: 1080, height: 900, dpi: 160,
    type: TypeSizes(title: 20, subtitle: 15, axis: 15.5, tick: 15, label: 15.5))
  /// A page of notes, full width.
  public static let notes = Preset(
    name: "notes", width: 1300, height: 975, dpi: 200,
    type: TypeSizes(title: 11, subtitle: 8.5, axis: 9, tick: 8, label: 8.5))
  /// A page of notes, full width, half the height.
  public static let notesWide = Preset(
    name: "notes-wide", width: 1300, height: 650, dpi: 200,
    type: TypeSizes(title: 11, subtitle: 8.5, axis: 9, tick: 8, label: 8.5))
  /// One column of a journal, 89 mm.
  public static let print = Preset(
    name: "print", width: 1051, height: 788, dpi: 300,
    type: TypeSizes(title: 8.5, subtitle: 7, axis: 7.5, tick: 7, label: 7))
  /// A preview.
  public static let thumb = Preset(
    name: "thumb", width: 640, height: 360, dpi: 96,
    type: TypeSizes(title: 15, subtitle: 10.5, axis: 10.5, tick: 9.5, label: 10.5))

  /// All of them, the default first.
  public static let all: [Preset] = [.slide, .slide43, .half, .notes, .notesWide, .print, .thumb]
}
