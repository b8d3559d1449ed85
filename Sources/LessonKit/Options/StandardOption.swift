/// What the options that mean the same in every lesson say in help.
public enum StandardOption {
  /// The keys, in the order of help.
  public static let keys = ["opt", "lr", "schedule", "steps", "start", "seed", "seeds", "data", "set"]

  /// What an option does; nil for one that a lesson explains itself.
  public static func help(_ key: String) -> Phrase? {
    switch key {
    case "opt": Phrase("the optimizers to compare", zh: "要比较的优化器")
    case "lr": Phrase("the rate of every optimizer that names none", zh: "未写明学习率的优化器所用的学习率")
    case "schedule": Phrase("how the rate changes with the step", zh: "学习率随步数的变化")
    case "steps": Phrase("how many updates", zh: "更新次数")
    case "start": Phrase("where every run starts", zh: "每次运行的起点")
    case "seed": Phrase("the seed of every random draw", zh: "随机数种子")
    case "seeds": Phrase("how many seeds", zh: "种子个数")
    case "data":
      Phrase(
        "directory with MNIST's four files, instead of the digits carried along", zh: "存放 MNIST 四个文件的目录；不给则用自带的手写数字")
    default: nil
    }
  }
}
