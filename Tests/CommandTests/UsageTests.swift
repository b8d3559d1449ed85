import Foundation
import Testing

@Suite("Mistakes") struct UsageTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  /// Wrong command lines, with what is said of each, and a hint.
  static let lines = [
    ("rosenbrok", "unknown lesson 'rosenbrok'", "did you mean 'rosenbrock'?"),
    ("rosenbrock --opt adma", "unknown optimizer 'adma' for --opt", "did you mean 'adam'?"),
    ("rosenbrock --opt=adma", "unknown optimizer 'adma' for --opt", "lesson help optimizers"),
    ("rosenbrock --opt adam:betta1=0.5", "unknown setting 'betta1'", "did you mean 'beta1'?"),
    ("rosenbrock --opt adam:lr=fast", "'fast' is not a number", "lesson help optimizers"),
    ("rosenbrock --opt", "--opt wants a value", "NAME[,NAME…]"),
    ("rosenbrock --opt --steps 5", "--opt wants a value", "NAME[,NAME…]"),
    ("rosenbrock --stpes 5", "unknown option '--stpes'", "did you mean '--steps'?"),
    ("rosenbrock --preset slid", "unknown preset 'slid'", "did you mean 'slide'?"),
    ("rosenbrock --theme drak", "unknown theme 'drak'", "did you mean 'dark'?"),
    ("rosenbrock --lang fr", "unknown language 'fr'", "known: en, zh"),
    ("rosenbrock --map jet", "unknown colour map 'jet'", "viridis"),
    ("rosenbrock --snippet word", "unknown kind of snippet 'word'", "quarto"),
    ("rosenbrock --steps 0", "--steps 0 is out of range", "1 to 1,000,000"),
    ("rosenbrock --steps -5", "--steps -5 is out of range", "1 to 1,000,000"),
    ("rosenbrock --steps 1e9", "--steps 1e9 is out of range", "1 to 1,000,000"),
    ("rosenbrock --steps abc", "--steps wants a whole number", "1 to 1,000,000"),
    ("rosenbrock --lr nan", "--lr nan is out of range", "any finite number above 0"),
    ("rosenbrock --lr inf", "--lr inf is out of range", "any finite number above 0"),
    ("rosenbrock --epochs 5", "does not apply to the lesson 'rosenbrock'", "calls it --steps"),
    ("rosenbrock --lr 0", "--lr 0 is out of range", "above 0"),
    ("rosenbrock --start 1", "--start wants two numbers", "-1.5,2"),
    ("rosenbrock --size 1x1", "--size 1x1 is out of range", "64 to 16384 pixels"),
    ("rosenbrock --size 99999x99999", "--size 99999x99999 is out", "64 to 16384 pixels"),
    ("rosenbrock --size big", "--size wants WIDTHxHEIGHT", "1600x900"),
    ("rosenbrock --scale 9", "--scale 9 is out of range", "0.25 to 8"),
    ("rosenbrock --dpi 29", "--dpi 29 is out of range", "30 to 2400"),
    ("rosenbrock --dpi 2000", "26667x15000 pixels is out of range", "--scale multiply"),
    ("rosenbrock --view 1:0,0:1", "--view: x runs backwards, from 1 to 0", "goes first: 0:1"),
    ("rosenbrock --view 0:0,0:1", "--view: x has no width", "as in: --view=-2:2,-1:3"),
    ("rosenbrock --view 0:1,3:3", "--view: y has no width, from 3 to 3", "--view=-2:2,-1:3"),
    ("rosenbrock --view 0:1", "--view wants X0:X1,Y0:Y1", "--view=-2:2,-1:3"),
    ("rosenbrock --view 0:1,c:d", "--view: y wants two numbers A:B", "--view=-2:2,-1:3"),
    ("rosenbrock --view 0:nan,0:1", "--view: x from 0 to nan is out of range", "-1e9 to 1e9"),
    ("rosenbrock --view 0:5e-324,0:1", "--view: x is too narrow", "1e-09 wide"),
    ("rosenbrock --view 0:1,1:1.0000000000000002", "is too narrow", "1e-06 wide"),
    ("rosenbrock --view=-1e308:1e308,0:1", "--view: x from -1e308 to 1e308 is out of range", "-1e9 to 1e9"),
    ("rosenbrock --schedule cosin", "unknown schedule 'cosin'", "mean 'cosine'?"),
    ("all --view 0:1,0:1", "unknown option '--view' for 'lesson all'", ""),
    ("rosenbrock --title '$x'", "--title: ", "\\$"),
    ("rosenbrock --transparent", "--transparent wants --theme", "--theme dark"),
    ("rosenbrock --set steps", "--set wants key=value", ""),
    ("rosenbrock --set stesp=5", "unknown parameter 'stesp'", "did you mean 'steps'?"),
    ("rosenbrock --seeds 3", "does not apply to the lesson 'rosenbrock'", "lesson show"),
    ("rosenbrock --force=yes", "--force takes no value", ""),
    ("rosenbrock -o fig.pdf", "a figure is a PNG", "-o fig.png"),
    ("rosenbrock --json --snippet md", "both want standard output", "--sidecar"),
    ("rosenbrock -o - --sidecar", "--sidecar stands beside a file", "--json=FILE"),
    ("rosenbrock -o a.png --json=a.png", "cannot be the same file", ""),
    ("rosenbrock -- --steps", "takes no '--steps'", ""), ("rosenbrock more", "takes no 'more'", ""),
    ("--steps 5", "no lesson is named", "lesson list"), ("-x", "unknown option '-x'", "lesson --help"),
    ("list --preset notes", "unknown option '--preset' for 'lesson list'", ""),
    ("list --jsn", "unknown option '--jsn' for 'lesson list'", "did you mean '--json'?"),
    ("gallery --prset notes", "unknown option '--prset'", "try: lesson help gallery"),
    ("check --josn", "unknown option '--josn'", "did you mean '--json'?"),
    ("fill --chekc a.md", "unknown option '--chekc'", "did you mean '--check'?"),
    ("deck saddle --frame", "unknown option '--frame'", "did you mean '--frames'?"),
    ("vanishing —depth 5", "'—depth' begins with a typographic dash", "type it anew: --depth"),
    ("vanishing –depth=5", "begins with a typographic dash", "type it anew: --depth=5"),
    ("vanishing -–depth 5", "begins with a typographic dash", "type it anew: --depth"),
    ("vanishing −o a.png", "begins with a typographic dash", "type it anew: -o"),
    ("list —json", "begins with a typographic dash", "type it anew: --json"),
    ("show", "wants the name of one lesson, or one picture", "lesson list"),
    ("show rosenbrok", "unknown lesson 'rosenbrok'", "did you mean"),
    ("check rosenbrok", "unknown lesson or claim 'rosenbrok'", "mean 'rosenbrock'?"),
    ("check rosenbrock Q7", "unknown lesson or claim 'Q7'", "codes of its claims"),
    ("rosenbrock --figure los", "unknown figure 'los' for --figure", "did you mean 'loss'?"),
    ("rosenbrock --figure nonsense", "unknown figure 'nonsense'", "lesson show rosenbrock"),
    ("rosenbrock --figure", "--figure wants a value", "NAME|all"),
    ("rosenbrock --theme", "--theme wants a value", "known: light, dark"),
    ("rosenbrock --preset", "--preset wants a value", "known: slide, "),
    ("rosenbrock --opt adam --figure race", "no figure 'race' with these options", "valley"),
    ("rosenbrock --figure loss --view 0:1,0:1", "--view changes nothing", "--figure valley"),
    ("rosenbrock --figure loss --map viridis", "--map changes nothing", "leave out --map"),
    ("rosenbrock --figure all -o a.png", "figures go into a folder", "-o a/"),
    ("rosenbrock --figure all -o -", "figures go into a folder", "-o output/"),
    ("rosenbrock --claims=yes", "--claims takes no value", ""),
    ("all --figure loss", "every lesson's own figure, or --figure all", "NAME --figure loss"),
    ("all --jobs 0", "--jobs wants a whole number from 1 to 64", ""), ("all -o -", "wants a folder", ""),
    ("completions ksh", "unknown shell 'ksh'", "bash, zsh, fish"),
    ("help preset", "unknown topic 'preset'", "did you mean 'presets'?"),
  ]

  @Test("a wrong command line ends with 64, says what and how to mend it, and writes nothing", arguments: lines)
  func mistakes(_ command: String, _ message: String, _ hint: String) throws {
    let result = try shell.bash("lesson \(command)")
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("error: "))
    #expect(result.errors.contains(message))
    #expect(hint.isEmpty || result.errors.contains(hint))
    #expect(result.text.isEmpty)
    #expect(shell.files().isEmpty)
  }

  @Test("the message of a mistyped optimizer reads as documented") func documented() throws {
    #expect(
      try shell.lesson("rosenbrock", "--opt", "adma").errors == """
        error: unknown optimizer 'adma' for --opt
          did you mean 'adam'?   known: sgd, momentum, nesterov, adagrad, …
          try: lesson help optimizers

        """)
  }

  @Test(
    "options and values come in every usual spelling",
    arguments: [
      "rosenbrock --steps 7 --start -1,2", "rosenbrock --steps=7 --start=-1,2", "--steps 7 rosenbrock --start -1,2",
      "rosenbrock --set steps=7 --set start=-1,2", "--steps 7 --start -1,2 -- rosenbrock",
      "rosenbrock --steps 3 --steps 7 --start -1,2",
    ]) func spellings(_ command: String) throws
  {
    let result = try shell.bash("lesson -nq --preset thumb \(command)")
    #expect(result.text == "output/rosenbrock-steps7-start-1_2-thumb.png\n")
  }

  @Test("short options stand together, and take their value with or without a space") func short() throws {
    for spelling in ["-nqo a.png", "-nqoa.png", "-n -q -o=a.png", "-nq --output=a.png"] {
      let result = try shell.bash("lesson rosenbrock --preset thumb \(spelling)")
      #expect(result.text == "a.png\n" && result.errors == "")
    }
  }
}
