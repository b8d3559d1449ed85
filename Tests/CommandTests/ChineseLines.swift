import Foundation

/// Wrong command lines whose messages come from every part of the program, besides those of `UsageTests`, and what they read.
enum ChineseLines {
  /// Mistakes with options of the experiment and of the picture, and with files.
  static let lessons = [
    "rosenbrock --opt adam,adam", "rosenbrock --opt sgd:nesterov=true", "rosenbrock --opt ''",
    "rosenbrock --opt adam,,sgd", "rosenbrock --opt adam:lr", "rosenbrock --opt adam:lr=0.1:lr=0.2",
    "rosenbrock --opt adam:beta1=2", "rosenbrock --opt adam:amsgrad=x", "rosenbrock --opt adam, sgd",
    "rosenbrock --lr 0.1 --opt adam:lr=0.2", "rosenbrock --schedule step:size=0", "rosenbrock --schedule step:gamma",
    "rosenbrock --schedule step:bogus=1", "rosenbrock --schedule step:size=x", "surface --fn 'x +'",
    "surface --fn '(x'", "surface --fn 'sin'", "surface --fn 'x y)'", "surface --fn '1/0'", "surface --fn 'log(-1)'",
    "surface --fn 'arctg(x)'", "surface --fn 'gamma(x)'", "surface --fn 'sinx'", "surface --fn '2pix'",
    "surface --fn 'x; y'", "surface --fn 'x = 2'", "surface --fn '1.2.3'", "surface --fn 'max(x)'",
    "surface --fn 'x,y'", "surface --fn rosenbrok", "surface --opt sgd,adam --start 1,2 --start 2,1",
    "surface --start 1,2,3", "surface --fn '1/x' --start 0,1", "vanishing --act relux", "vanishing --act relu,relu",
    "vanishing --init bogus", "vanishing --init normal", "vanishing --depth 1000 --width 4096",
    "overfitting --points 4", "cross-validation --folds 60 --points 30", "memorisation --samples 99999",
    "learning-rate --rates 1,2,3,4,5", "learning-rate --rates 1,1", "p-norm --p 1,1", "dropout --p 0.123",
    "backprop --act tanh,relu", "gradient-clipping --gradient 0,0", "bn-conditioning --start 0,0",
    "rosenbrock --csv --figure all", "rosenbrock --from notes", "rosenbrock --snippet md --from nothing",
    "list --lang tw", "rosenbrock --lang zh-TW", "rosenbrock -o bad.csv/a.png", "rosenbrock -o theirs.png",
    "rosenbrock -o link.png", "rosenbrock --json=bad.csv", "rosenbrock -o /proc/a.png", "rosenbrock --csv=bad.csv",
    "rosenbrock --csv=a/", "rosenbrock --csv --json", "rosenbrock -o a.png --csv=a.png", "rosenbrock --title '$\\frac'",
    "rosenbrock --title '$\\bogus$'", "rosenbrock --title 🪐", "rosenbrock --set seed=x", "rosenbrock --quiet=no",
    "dead-relu --epochs 1000 --seeds 50", "early-stopping --samples 1400",
    "early-stopping --figure optimism --held 1400",
  ]

  /// Mistakes with points and tables of the reader's own: the line, the column and the remedy are told.
  static let tables = [
    "overfitting --data nothing.csv", "overfitting --data bad.csv", "overfitting --data wide.csv",
    "overfitting --data semi.csv", "overfitting --data same.csv", "overfitting --data few.csv",
    "overfitting --data few.csv --points 9", "overfitting --data .", "overfitting --data ''",
    "overfitting --data cut.gz", "overfitting --data latin.md", "overfitting --data far.csv",
    "overfitting --data close.csv", "cross-validation --data few.csv --folds 9", "capacity --data few.csv",
    "capacity --data table.csv --noise 1", "memorisation --data nothing", "memorisation --data bad.csv",
    "memorisation --data ''", "memorisation --data empty", "memorisation --data train-labels-idx1-ubyte",
    "early-stopping --data header.csv", "early-stopping --data short.csv", "robustness --data semi.csv",
    "robustness --data few.csv", "robustness --data same.csv", "robustness --data labels.csv",
    "robustness --data unlabelled.csv", "robustness --data one.csv", "robustness --data quote.csv",
    "robustness --data alike.csv", "robustness --data none.csv", "dropout --figure training --data cells.csv",
    "dropout --figure training --data table.csv --samples 900", "memorisation --data table.csv --samples 900",
    "early-stopping --data table.csv --samples 100", "early-stopping --data table.csv --figure optimism --held 90",
  ]

  /// Mistakes with verbs and with what a figure is written as.
  static let verbs = [
    "show nothing.png", "show bad.csv.png", "show .", "redraw", "redraw nothing.png", "redraw .", "redraw theirs.png",
    "vanishing --preset thumb -qo p.png >/dev/null; lesson redraw p.png --rates 1",
    "vanishing --preset thumb -qo p.png >/dev/null; lesson redraw p.png --figure none",
    "vanishing --preset thumb -qo p.png >/dev/null; lesson redraw p.png --frames",
    "vanishing --preset thumb -qo p.png >/dev/null; lesson redraw p.png --snippet word",
    "vanishing --preset thumb -qo p.png >/dev/null; lesson redraw p.png --steps 5", "fill", "fill nothing.md",
    "fill - a.md", "fill --check --suggest notes.md", "fill notes.md", "fill --check notes.md",
    "fill --figures bad.csv notes.md", "fill latin.md", "fill frames.md", "fill open.md", "fill --snippet tex notes.md",
    "fill .", "fill --suggest .", "deck", "deck bogus", "deck rosenbrock -o -", "deck rosenbrock --stpes 5",
    "deck rosenbrock lamb --steps 5", "deck lamb --depth 5", "deck lamb -o talk.pptx", "all -o a.png",
    "gallery -o a.html", "fill edited.md", "list —json", "vanishing –depth=5", "deck lamb -o edited",
    "gallery --prset thumb", "deck lamb -o bad.csv", "gallery more", "gallery -o -", "gallery -o bad.csv",
    "gallery --preset big", "gallery --theme blue", "check --jobs 0", "check rosenbrock --jobs x", "completions",
    "completions bash zsh", "help a b", "help lok", "lok", "look", "look chek a.json", "look check",
    "look check a.json b.json", "look check none.json", "look check list.json", "look check latin.md",
    "look check key.json", "look check ink.json", "look check . ", "look check a.json --theme blue",
    "vanishing --look none.json", "vanishing --look", "vanishing --look .", "vanishing --look ''",
    "vanishing --frames -o -", "vanishing --frames --apng", "vanishing --frames=0", "vanishing --frames=9",
    "vanishing --frames=two", "vanishing --frames=4", "vanishing --apng=5", "vanishing --frames -o p/theirs.png",
    "vanishing --frames --snippet alt -o -", "vanishing --upto 3", "rosenbrock --upto -1", "rosenbrock --upto 1.5",
    "rosenbrock --upto", "rosenbrock --upto 99999", "rosenbrock --figure loss --upto 3", "surface --steps 0 --upto 3",
    "all --frames", "all --apng", "all --upto 3", "all more",
  ]

  /// Looks that are wrong, as they stand behind `--look`.
  static let looks =
    [
      ##"{"page": "#FFF",}"##, ##"{"page": "#FFFFFF",}"##, ##"{"pgae": "#FFFFFF"}"##, ##"{"colour": 1}"##,
      ##"{"ink": "black"}"##, ##"{"ink": 7}"##, ##"{"ink": true}"##, ##"{"ink": null}"##, ##"{"ink": [1]}"##,
      ##"{"ink": {}}"##, ##"{"series": []}"##, ##"{"series": [7]}"##, ##"{"map": ["#000000"]}"##,
      ##"{"map": "viridis"}"##, ##"{"font": "No Such Family"}"##, ##"{"font": 3}"##, ##"{"font": ""}"##,
      ##"{"page" 1}"##, ##"{"page": }"##, ##"{page: 1}"##, ##"{"page": tru}"##, ##"{"page": 01}"##,
      ##"{"page": 1e999}"##, ##"{"page": "a"##, ##"{"page": "\q"}"##, ##"{"page": "\u12"}"##, ##"{"page": "\ud800"}"##,
      ##"{"page": 1} 2"##, ##"{"a": 1, "a": 2}"##, ##"{"map": [1,]}"##, ##"{"map": [1 2]}"##, ##"{"map": [1"##,
      ##"{"map": 1 "ink": 2}"##, "{", "{\n\"ink\": 1\n", "{\"ink\": \"a\n\"}",
      "{\"a\": " + String(repeating: "[", count: 99),
    ].map { "vanishing --look '\($0)'" } + ["vanishing --look \"{'ink': 1}\""]

  static let all = lessons + tables + verbs + looks

  /// Writes what the lines name.
  static func prepare(_ shell: Shell) throws {
    let rows = (1...40).map { "\($0),\($0 * 7 % 11),\($0 % 2)" }
    for (name, text) in [
      ("bad.csv", "x,y\n1,2\n3,?\n"), ("wide.csv", "1,2,3\n"), ("semi.csv", "1;2\n3;4\n"), ("same.csv", "1,2\n1,3\n"),
      ("few.csv", "1,2\n2,3\n3,5\n"), ("far.csv", "x,y\n1,2\n2,1e200\n"), ("close.csv", "1,2\n1.0000000000001,3\n"),
      ("empty", ""), ("header.csv", "a,b,label\n"), ("short.csv", "a,b,label\n1,2\n"), ("none.csv", ""),
      ("labels.csv", (1...200).map { "\($0),\($0)\n" }.joined()), ("unlabelled.csv", "a,label\n1,\n"),
      ("one.csv", "1\n2\n"), ("quote.csv", "1,\"2\n"), ("cells.csv", "a,b,label\n1,red,2\n"),
      ("alike.csv", (1...40).map { "1,1,\($0 % 2)\n" }.joined()), ("table.csv", rows.map { $0 + "\n" }.joined()),
      ("train-labels-idx1-ubyte", ""), ("bad.csv.png", "no picture"), ("theirs.png", "no picture"), ("list.json", "[]"),
      ("key.json", "{\n\"inc\": 1\n}"), ("ink.json", "{\n\"ink\": 1\n}"), ("a.json", "{}"),
      ("notes.md", "<!-- lesson vanishing --bogus 1 -->\n<!-- /lesson -->\n<!-- /lesson -->\n<!-- lesson list -->\n"),
      ("frames.md", "<!-- lesson vanishing --frames -->\n<!-- lesson vanishing --figure all -->\n"),
      (
        "edited.md",
        "<!-- lesson vanishing -->\n\n![a](b.png)\n\nMine.\n\n<!-- /lesson 00000000 -->\n<!-- lesson bogus -->\n"
      ), ("open.md", "<!-- lesson vanishing --depth 'a -->\n"),
    ] { try shell.write(text, to: name) }
    try Data([0x41, 0xFF, 0x0A]).write(to: shell.folder.appendingPathComponent("latin.md"))
    _ = try shell.bash(
      "ln -s nowhere link.png; mkdir p edited; echo mine > p/theirs-01.png; printf -- '---\n# drawn by Plumbline: lesson deck lamb\n' > edited/slides.md; seq 1000 | gzip | head -c 500 > cut.gz"
    )
  }

  /// Lines that work, of whose notes each is told.
  static let notes = [
    "vanishing --preset thumb --frames -v", "vanishing --preset thumb --frames --json=a.json -n", "vanishing -nv",
    "vanishing --preset thumb --frames -o a.png; lesson vanishing --preset thumb --frames --depth 3 -o a.png",
    "rosenbrock --preset thumb --apng", "rosenbrock --preset thumb --upto 40", "rosenbrock --preset thumb --claims -n",
    "rosenbrock --preset thumb --sidecar --csv=a.csv --snippet alt >a.txt", "early-stopping --preset thumb -v",
    "lamb --preset thumb -o a.png; lesson lamb --preset thumb -o a.png; lesson lamb --dpi 40 -o a.png --preset half",
    "vanishing --preset thumb -qo a.png; lesson redraw a.png; lesson redraw a.png --theme dark",
    "vanishing --preset thumb -qo a.png; lesson show a.png", "fill good.md; lesson fill good.md",
    "fill --check good.md", "fill --check edited.md", "fill --suggest good.md other.md", "fill - < good.md",
    "deck lamb --preset thumb -o talk", "look check good.json", "look check lost.json",
    "look check lost.json --theme dark", "check rosenbrock.slope", "rosenbrock --preset thumb --look lost.json",
    "show vanishing", "list",
  ]

  /// Writes what the lines that work name.
  static func prepareNotes(_ shell: Shell) throws {
    for (name, text) in [
      ("good.md", "Vanishing gradients.\n\n<!-- lesson vanishing -->\n\nWeight decay.\n"), ("other.md", "Nothing.\n"),
      ("edited.md", "<!-- lesson vanishing -->\n\n![a](b.png)\n\nMine.\n\n<!-- /lesson 00000000 -->\n"),
      ("good.json", "{}"),
      (
        "lost.json",
        """
        {
          "ink": "#DDDDDD",
          "page": "#FFFFFF",
          "series": ["#C00000", "#6B6B00", "#F0F0F0"],
          "map": ["#000000", "#FFFFFF", "#808080"]
        }
        """
      ),
    ] { try shell.write(text, to: name) }
  }
}
