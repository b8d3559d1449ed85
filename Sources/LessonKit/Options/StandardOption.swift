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
        "a directory with MNIST's four files, or a table: a row for each example, its numbers and its label, which stands in the column called label, class or y in the header, else in the last; without it the digits carried along",
        zh: "存放 MNIST 四个文件的目录，或一个表格：每行一个样本，含若干数值与一个标签，标签在表头名为 label、class 或 y 的列，否则在最后一列；不给则用自带的手写数字")
    default: nil
    }
  }
}
