extension Kernel {
  /// A program and the loops over it, some dozens of points at a time.
  init(_ program: ExpressionProgram) {
    isSum = false
    value = { x, y in program.at(x, y, .values) { $0.result(0)![0] } }
    slope = { x, y in
      program.at(x, y, .slopes) { pass in
        Slope(value: pass.result(0)![0], dx: pass.result(1)?[0] ?? 0, dy: pass.result(2)?[0] ?? 0)
      }
    }
    hessian = { x, y in
      program.at(x, y, .bends) { pass in
        Hessian(xx: pass.result(3)?[0] ?? 0, xy: pass.result(4)?[0] ?? 0, yy: pass.result(5)?[0] ?? 0)
      }
    }
    rowValues = { xs, y, values, count in
      program.sweep(count, .values) { pass, start, count in
        pass.plane(0).update(from: xs + start, count: count)
        pass.plane(1).update(repeating: y, count: count)
      } take: { index, start, plane, count in
        plane.copy(into: values + start, count)
      }
    }
    rowSlopes = { xs, y, values, dx, dy, count in
      program.sweep(count, .slopes) { pass, start, count in
        pass.plane(0).update(from: xs + start, count: count)
        pass.plane(1).update(repeating: y, count: count)
      } take: { index, start, plane, count in
        plane.copy(into: (index == 0 ? values : index == 1 ? dx : dy) + start, count)
      }
    }
    slopes = { xs, ys, values, dx, dy, count in
      program.sweep(count, .slopes) { pass, start, count in
        pass.plane(0).update(from: xs + start, count: count)
        pass.plane(1).update(from: ys + start, count: count)
      } take: { index, start, plane, count in
        plane.copy(into: (index == 0 ? values : index == 1 ? dx : dy) + start, count)
      }
    }
  }
}

extension UnsafeMutablePointer<Double>? {
  /// Copies a plane, or zeros where there is none.
  fileprivate func copy(into target: UnsafeMutablePointer<Double>, _ count: Int) {
    if let self { target.update(from: self, count: count) } else { target.update(repeating: 0, count: count) }
  }
}

extension ExpressionProgram {
  /// Computes at one point.
  fileprivate func at<Result>(
    _ x: Double, _ y: Double, _ order: ExpressionPass.Order, _ read: (ExpressionPass) -> Result
  ) -> Result {
    let capacity = ExpressionPass.capacity(self, order, room: 1)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { memory in
      memory.initialize(repeating: 0)
      let pass = ExpressionPass(self, order, room: 1, memory: memory.baseAddress!)
      pass.plane(0)[0] = x
      pass.plane(1)[0] = y
      pass.run(1)
      return read(pass)
    }
  }

  /// Computes at many points, a block at a time: `fill` sets the coordinates, `take` gets each plane.
  fileprivate func sweep(
    _ count: Int, _ order: ExpressionPass.Order, fill: (_ pass: ExpressionPass, _ start: Int, _ count: Int) -> Void,
    take: (_ index: Int, _ start: Int, _ plane: ExpressionPass.Plane?, _ count: Int) -> Void
  ) {
    let room = min(count, ExpressionPass.width)
    let capacity = ExpressionPass.capacity(self, order, room: room)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { memory in
      memory.initialize(repeating: 0)
      guard let base = memory.baseAddress else { return }
      let pass = ExpressionPass(self, order, room: room, memory: base)
      for start in stride(from: 0, to: count, by: ExpressionPass.width) {
        let block = min(ExpressionPass.width, count - start)
        fill(pass, start, block)
        pass.run(block)
        for index in 0..<order.planes { take(index, start, pass.result(index), block) }
      }
    }
  }
}
