import Raster

/// When a mark comes into a picture that is built up frame by frame.
public enum Entry: Sendable, Hashable {
  /// From the beginning, with the axes: the question is asked about it.
  case setting
  /// In its turn, with everything in the panel that stands for the same thing; nil for a thing of its own.
  case thing(Identity?)
  /// With the thing drawn before it; from the beginning where none is.
  case remark

  /// With what it stands for; a remark where that is nothing in particular.
  init(of identity: Identity?) {
    guard let identity else {
      self = .remark
      return
    }
    if case .series = identity.tone {
      self = .thing(identity)
    } else {
      self = identity.name == "" ? .remark : .thing(identity)
    }
  }
}

extension Mark {
  /// In its turn, as a thing of its own.
  public var entry: Entry { .thing(nil) }
}

extension Arrow {
  /// With what it stands for.
  public var entry: Entry { Entry(of: identity) }
}
extension Band {
  /// With what it stands for.
  public var entry: Entry { Entry(of: identity) }
}
extension Callout {
  /// With what it speaks of.
  public var entry: Entry { Entry(of: identity) }
}
extension CenteredLabel {
  /// With what it speaks of.
  public var entry: Entry { Entry(of: identity) }
}
extension CurveName {
  /// With the curve that it names.
  public var entry: Entry { isShared ? .remark : Entry(of: identity) }
}
extension Dots {
  /// With what they stand for; data that stand for nothing in particular are there from the beginning.
  public var entry: Entry { identity == nil ? .setting : Entry(of: identity) }
}
extension Fan {
  /// With what it stands for.
  public var entry: Entry { line.entry }
}
extension LabelledDot {
  /// With what it stands for.
  public var entry: Entry { Entry(of: identity) }
}
extension Line {
  /// With what it stands for.
  public var entry: Entry { Entry(of: identity) }
}
extension Region {
  /// With what it stands for.
  public var entry: Entry { Entry(of: identity) }
}
extension Ridges {
  /// With what they stand for.
  public var entry: Entry { Entry(of: identity) }
}
extension Shade {
  /// With what it stands for.
  public var entry: Entry { Entry(of: identity) }
}
extension Trail {
  /// With what it stands for.
  public var entry: Entry { Entry(of: identity) }
}

extension Gap {
  /// With the last of what it lies between.
  public var entry: Entry { .remark }
}
extension Reference {
  /// With what it is a reference for.
  public var entry: Entry { .remark }
}
extension ContourLine {
  /// In its turn where it is the one that matters, else with what it is a line of.
  public var entry: Entry { isHeavy ? .thing(nil) : .remark }
}

extension OriginAxes {
  /// From the beginning.
  public var entry: Entry { .setting }
}
extension Ring {
  /// From the beginning: a start.
  public var entry: Entry { .setting }
}
extension Star {
  /// From the beginning: what is looked for; with its trail where it tells what came of that.
  public var entry: Entry { detail == nil ? .setting : .remark }
}
extension Surface {
  /// From the beginning: what walks lie on.
  public var entry: Entry { .setting }
}
