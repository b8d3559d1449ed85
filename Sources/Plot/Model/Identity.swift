import Raster

/// What a line or a point stands for: the same name, colour, marker and dash in every figure.
///
/// An identity belongs to the thing, an optimizer or the test error, never to its place in a list.
public struct Identity: Sendable, Hashable {
  /// Where the colour comes from.
  public enum Tone: Sendable, Hashable {
    /// The theme's colour with this number, from 0 to 5.
    case series(Int)
    /// The colour of text: for what is true, or known.
    case ink
    /// Grey: for what the headline does not name.
    case muted
  }

  /// How a line is broken.
  public enum Dash: String, Sendable, CaseIterable { case solid, dashed, dotted, dashDotted }

  /// The name in every language.
  public var name: Phrase
  /// Where the colour comes from.
  public var tone: Tone
  /// The shape of its points.
  public var marker: MarkerShape
  /// How its line is broken.
  public var dash: Dash

  /// An identity.
  public init(_ name: Phrase, _ tone: Tone, marker: MarkerShape = .circle, dash: Dash = .solid) {
    (self.name, self.tone, self.marker, self.dash) = (name, tone, marker, dash)
  }

  /// The same thing where a figure speaks of others.
  public var greyed: Identity {
    var grey = self
    grey.tone = .muted
    return grey
  }

  /// The same thing under another name.
  public func named(_ name: Phrase) -> Identity {
    var other = self
    other.name = name
    return other
  }
}

extension Identity: ExpressibleByIntegerLiteral {
  /// Nothing in particular, with the colour and the marker of a number.
  public init(integerLiteral number: Int) { self.init("", .series(number), marker: .of(number)) }
}

extension Identity.Dash {
  /// Lengths of strokes and gaps for a line of this width; empty for a solid one.
  func lengths(_ width: Double) -> [Double] {
    switch self {
    case .solid: []
    case .dashed: [3.2 * width, 2.2 * width]
    case .dotted: [0.1 * width, 2 * width]
    case .dashDotted: [3.2 * width, 1.8 * width, 0.1 * width, 1.8 * width]
    }
  }
}
