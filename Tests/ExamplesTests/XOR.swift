import Networks

/// The four answers of a small network that has learnt exclusive or.
func learnXOR() -> [Double] {
  let data = Dataset(
    inputs: Tensor([0, 0, 0, 1, 1, 0, 1, 1], shape: [4, 2]), numbers: Tensor([0, 1, 1, 0], shape: [4, 1]))
  var random = SeededGenerator(seed: 1)
  var network = Network([Linear(2, 8), Tanh(), Linear(8, 1)], using: &random)
  _ = Training(loss: .meanSquare, epochs: 500).run(&network, on: data, by: Adam(learningRate: 0.05), using: &random)
  return network(data.inputs).elements
}
