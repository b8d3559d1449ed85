import Foundation

/// What PyTorch printed for the notes' own scripts.
struct NotesScripts: Decodable {
  struct Network: Decodable {
    let firstInputs: [Double]
    let losses: [Double]

    private enum CodingKeys: String, CodingKey {
      case firstInputs = "first_x"
      case losses = "loss_per_epoch"
    }
  }

  struct Race: Decodable {
    let firstInputs: [Double]
    let losses: [String: [Double]]

    private enum CodingKeys: String, CodingKey {
      case firstInputs = "first_x"
      case losses = "loss_per_epoch"
    }
  }

  let network: Network
  let race: Race

  private enum CodingKeys: String, CodingKey {
    case network = "003 SimpleNN"
    case race = "003 optimizers"
  }

  static let shared: NotesScripts = {
    let url = Bundle.module.url(forResource: "Reference/notes", withExtension: "json")!
    return try! JSONDecoder().decode(NotesScripts.self, from: Data(contentsOf: url))
  }()
}
