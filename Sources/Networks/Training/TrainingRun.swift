import Autodiff
import Datasets
import Optimizers
import Tensors

/// A training under way, with the optimizer's type open, so that its state lies in place.
struct TrainingRun<Rule: Optimizer> {
  let plan: Training
  let data: Dataset
  var network: Network
  var history = History()

  private var rule: Rule
  private var states: [Rule.State]
  private var gradients: [Tensor]
  private var pace: Pace?
  private let tape = Tape()
  private let batchSize: Int

  init(plan: Training, rule: Rule, network: Network, data: Dataset) {
    (self.plan, self.rule, self.network, self.data) = (plan, rule, network, data)
    states = network.parameters.map { rule.initialState(for: $0.value.shape) }
    gradients = network.parameters.map { .zeros($0.value.shape) }
    batchSize = max(1, min(plan.batchSize ?? data.count, data.count))
    let batches = (data.count + batchSize - 1) / batchSize
    pace = plan.schedule?.pace(from: rule.learningRate, over: plan.scheduledSteps ?? plan.epochs * batches)
  }

  /// Runs all epochs, or fewer where the training diverges or stops early.
  mutating func train(validation: Dataset?, using random: inout some RandomStream, watch: (Network) -> Void) {
    guard data.count > 0 else { return }
    defer { history.memory = tape.memory }
    var best: (loss: Double, network: Network)?
    for epoch in 0..<plan.epochs {
      guard runEpoch(using: &random) else { return }
      watch(network)
      guard let validation else { continue }
      let loss = plan.loss(of: network, on: validation)
      history.validationLosses.append(loss)
      if loss < best?.loss ?? .infinity {
        best = (loss, network)
        history.bestEpoch = epoch
      }
      let wait = epoch - (history.bestEpoch ?? -1)
      if let patience = plan.patience, wait >= patience {
        history.outcome = .stopped(epoch: epoch)
        break
      }
    }
    if plan.patience != nil, let best { network = best.network }
  }

  /// Sees every example once; false where the training diverged.
  private mutating func runEpoch(using random: inout some RandomStream) -> Bool {
    let order = plan.batchSize == nil ? nil : random.permutation(data.count)
    var (sum, start) = (0.0, 0)
    while start < data.count {
      let end = min(start + batchSize, data.count)
      guard let loss = step(order.map { Array($0[start..<end]) }, using: &random) else {
        history.outcome = .diverged(step: history.stepLosses.count)
        return false
      }
      sum += loss * Double(end - start)
      start = end
    }
    history.epochLosses.append(sum / Double(data.count))
    let isSound = network.parameters.allSatisfy { $0.value.norm().isFinite }
    if !isSound { history.outcome = .diverged(step: history.stepLosses.count) }
    return isSound
  }

  /// Takes one step on some examples, or all; gives their loss, or nil where it is not finite.
  private mutating func step(_ rows: [Int]?, using random: inout some RandomStream) -> Double? {
    tape.reset()
    let weights = network.place(on: tape)
    let input = rows.map { tape.constant(rows: $0, of: data.inputs) } ?? tape.constant(data.inputs)
    let output = network.forward(input, with: weights, mode: .training, using: &random)
    let loss = plan.loss.value(output, of: data, rows: rows)
    let value = loss.scalar
    guard value.isFinite else { return nil }

    tape.backward(from: loss)
    network.copyGradients(at: weights, into: &gradients)
    if plan.recordsGradientNorms { history.gradientNorms.append(Clipping.norm(of: gradients)) }
    if !plan.isProximal { addPenalty() }
    plan.clipping?.apply(to: &gradients)
    move(loss: value)
    history.stepLosses.append(value)
    return value
  }

  /// Moves every parameter by the rule, at the rate of this step.
  private mutating func move(loss: Double) {
    if let pace { rule.learningRate = pace.rate }
    history.rates.append(rule.learningRate)
    for index in network.parameters.indices {
      rule.update(&network.parameters[index].value, along: gradients[index], state: &states[index])
      if plan.isProximal && isWeight(index) {
        plan.penalty?.takeProximalStep(on: &network.parameters[index].value, rate: rule.learningRate)
      }
    }
    pace?.advance(after: loss)
  }

  private mutating func addPenalty() {
    guard let penalty = plan.penalty else { return }
    for index in gradients.indices where isWeight(index) {
      penalty.addGradient(of: network.parameters[index].value, to: &gradients[index])
    }
  }

  private func isWeight(_ index: Int) -> Bool { network.parameters[index].value.rank >= 2 }
}
