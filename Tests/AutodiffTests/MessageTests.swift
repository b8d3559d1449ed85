import Autodiff
import Tensors
import Testing

/// A mistake stops the program with a message that names the shapes.
@Suite("A tape's messages") struct MessageTests {
  @Test("summands that do not fit are both named") func sums() async {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.constant(.zeros([3, 4])) + tape.constant(.zeros([5]))
    }
    #expect(message(exit).contains("add: shapes 3×4 and 5 do not fit"))
  }

  @Test("factors of a product that do not fit are both named") func products() async {
    let plain = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.constant(.zeros([3, 4])).matmul(tape.constant(.zeros([5, 2])))
    }
    #expect(message(plain).contains("matmul: 3×4 times 5×2"))
    let transposed = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let (a, b) = (tape.constant(.zeros([3, 4])), tape.constant(.zeros([4, 2])))
      _ = a.matmul(b, transposingSecond: true)
    }
    #expect(message(transposed).contains("matmul: 3×4 times 4×2 transposed"))
  }

  @Test("a linear map that does not fit names rows, weight and bias") func affine() async {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let (weight, bias) = (tape.constant(.zeros([2, 5])), tape.constant(.zeros([2])))
      _ = tape.constant(.zeros([3, 4])).affine(weight: weight, bias: bias)
    }
    #expect(message(exit).contains("rows 3×4 with a weight 2×5 and a bias 2"))
  }

  @Test("images and windows that do not fit are both named") func images() async {
    let channels = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.constant(.zeros([1, 2, 5, 5])).convolved(with: tape.constant(.zeros([3, 4, 3, 3])))
    }
    #expect(message(channels).contains("images 1×2×5×5 with weights 3×4×3×3"))
    let window = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tape().constant(.zeros([1, 1, 2, 2])).maxPooled(window: 3)
    }
    #expect(message(window).contains("window of 3×3 on images of 2×2"))
  }

  @Test("a class that there is not is named with the scores' shape") func classes() async {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tape().constant(.zeros([2, 3])).crossEntropy(classes: [0, 3])
    }
    #expect(message(exit).contains("crossEntropy: position 3 is not within shape 2×3"))
  }

  @Test("a gradient that is not there stops the program") func missingGradient() async {
    let unused = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let (x, unused) = (tape.variable(Tensor([1])), tape.variable(.zeros([2, 2])))
      tape.backward(from: x.sum())
      _ = tape.gradient(of: unused)
    }
    #expect(message(unused).contains("the variable of shape 2×2 had no part in the result"))
    let constant = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      tape.backward(from: tape.constant(1) * 2)
    }
    #expect(message(constant).contains("wants a gradient"))
  }

  @Test("a seed is asked for where the result has several elements, and must have its shape") func seeds() async {
    let missing = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      tape.backward(from: tape.variable(Tensor([1, 2])))
    }
    #expect(message(missing).contains("shape 2 has several elements and needs a seed"))
    let wrong = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      tape.backward(from: tape.variable(Tensor([1, 2])), seed: Tensor([1, 2, 3]))
    }
    #expect(message(wrong).contains("a seed of shape 3 for a variable of shape 2"))
  }

  @Test("a variable of an earlier recording or another tape is refused") func strayVariables() async {
    let stale = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let x = tape.variable(Tensor(1))
      tape.reset()
      _ = tape.variable(Tensor(1)) + x
    }
    #expect(message(stale).contains("left behind"))
    let foreign = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tape().variable(Tensor(1))
      _ = Tape().variable(Tensor(1)) + x
    }
    #expect(message(foreign).contains("another tape"))
  }

  @Test("second derivatives are refused on a tape of first order") func order() async {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let x = tape.variable(Tensor(1))
      let y = x * x
      tape.backward(from: y)
      _ = tape.hessianProduct(of: y, by: [x], along: [Tensor(1)])
    }
    #expect(message(exit).contains("made for first derivatives"))
  }

  private func message(_ exit: ExitTest.Result?) -> String {
    String(decoding: exit?.standardErrorContent ?? [], as: UTF8.self)
  }
}
