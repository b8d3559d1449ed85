import Raster

extension FigureRecord {
  /// The record as JSON: boxes as `[left, top, right, bottom]` in pixels, colours as `#RRGGBB`.
  public var json: JSON {
    [
      "width": .integer(width), "height": .integer(height), "dpi": .number(dpi), "preset": .string(preset),
      "theme": .string(theme), "background": .string(background.hex), "title": .string(title),
      "texts": .array(texts.map(\.json)), "axes": .array(axes.map(\.json)), "series": .array(series.map(\.json)),
      "markers": .array(markers.map(\.json)), "levels": levels?.json ?? .null,
    ]
  }
}

extension TextRecord {
  /// The text as JSON.
  var json: JSON {
    [
      "text": .string(text), "role": .string(role.rawValue), "box": .box(box), "px": .number(px), "bold": .bool(bold),
      "color": .string(color.hex), "background": .string(background.hex), "halo": .bool(halo),
    ]
  }
}

extension AxesRecord {
  /// The panel as JSON.
  var json: JSON {
    ["box": .box(box), "x": x.json, "y": y.json, "z": z?.json ?? .null, "equal_aspect": .bool(equalAspect)]
  }
}

extension AxesRecord.Axis {
  /// The axis as JSON.
  var json: JSON {
    [
      "name": .string(name), "min": .number(min), "max": .number(max), "scale": .string(height?.word ?? scale.rawValue),
      "ticks": .numbers(ticks), "labels": .array(labels.map { .string($0) }), "minor": .numbers(minor),
    ]
  }
}

extension SeriesRecord {
  /// The line as JSON.
  var json: JSON {
    [
      "name": .string(name), "color": .string(color.hex), "width": .number(width),
      "halo": halo.map { .string($0.hex) } ?? .null, "marker": marker.map { .string($0.rawValue) } ?? .null,
      "start": .point(start), "end": .point(end), "points": .integer(points),
      "diverged_at": hasLeftDomain ? .null : divergedAt.map { .integer($0) } ?? .null,
      "left_domain_at": hasLeftDomain ? divergedAt.map { .integer($0) } ?? .null : .null,
      "milestones": .array(milestones.map { .integer($0) }),
    ]
  }
}

extension MarkerRecord {
  /// The marker as JSON.
  var json: JSON {
    [
      "kind": .string(kind.rawValue), "label": label.map { .string($0) } ?? .null, "at": .point(at),
      "color": .string(color.hex),
    ]
  }
}

extension LevelsRecord {
  /// The levels as JSON.
  var json: JSON {
    ["scale": .string(scale.rawValue), "bands": .numbers(bands), "lines": .numbers(lines), "map": .string(map)]
  }
}

extension JSON {
  /// Edges in pixels, to a thousandth.
  fileprivate static func box(_ box: Rect) -> JSON {
    .numbers([box.minX, box.minY, box.maxX, box.maxY].map { ($0 * 1000).rounded() / 1000 })
  }

  fileprivate static func point(_ point: Point) -> JSON { .numbers([point.x, point.y]) }
}
