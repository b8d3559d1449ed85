import Foundation
import Testing

@testable import LessonCommand

@Suite("What people type") struct InputTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test(
    "Chinese and English are known under their usual codes and names",
    arguments: [
      ("zh-CN", "zh"), ("zh_CN", "zh"), ("cn", "zh"), ("CN", "zh"), ("zh_CN.UTF-8", "zh"), ("zh-Hans", "zh"),
      ("zh-Hans-CN", "zh"), ("ZH", "zh"), ("chinese", "zh"), ("中文", "zh"), ("简体中文", "zh"), (" zh ", "zh"),
      ("cmn", "zh"), ("zh-SG", "zh"), ("en", "en"), ("en-GB", "en"), ("en_US.UTF-8", "en"), ("English", "en"),
      ("EN", "en"),
    ]) func languages(_ typed: String, _ code: String) throws
  { #expect(try LanguageCode.language(typed).rawValue == code) }

  @Test(
    "no other language is taken for one of them",
    arguments: ["fr", "de", "es", "jp", "ja", "tw", "zh-TW", "zh-Hant", "ch", "enn", "xx"]) func otherLanguages(
      _ typed: String
    ) throws
  {
    let result = try shell.lesson("saddle", "--lang", typed, "-nq")
    #expect(result.status == 64)
    #expect(result.errors.contains("unknown language '\(typed)'") && !result.errors.contains("did you mean"))
    #expect(result.errors.contains("zh"))
  }

  @Test(
    "what is pasted or has blanks makes the same figure as what is plain",
    arguments: [
      ("--start '-1.5, 2'", "--start=-1.5,2"), ("--start ' −1.5 ，2 '", "--start=-1.5,2"),
      ("--view '−2 : 2, −1 : 3'", "--view=-2:2,-1:3"), ("--view '−2：2，−1：3'", "--view=-2:2,-1:3"),
      ("--opt 'sgd : lr = 10⁻³, adam'", "--opt sgd:lr=0.001,adam"), ("--steps '２００ '", "--steps 200"),
      ("--size '800 × 600'", "--size 800x600"), ("--size 800X600", "--size 800x600"), ("--scale '2 '", "--scale 2"),
      ("--dpi １００", "--dpi 100"), ("--seed '７'", "--seed 7"), ("--set 'start=−1.5, 2'", "--start=-1.5,2"),
      ("--opt adam --lr 2×10⁻³", "--opt adam --lr 0.002"), ("--lang zh_CN", "--lang zh"),
    ]) func same(_ typed: String, _ plain: String) throws
  {
    let (first, second) = (
      try shell.bash("lesson rosenbrock -nq \(typed)"), try shell.bash("lesson rosenbrock -nq \(plain)")
    )
    #expect(first.status == 0 && first.text == second.text, "\(first.errors)")
  }

  @Test("a list cut by a blank is put together in the hint") func cut() throws {
    let result = try shell.bash("lesson rosenbrock -n --start -1.5, 2")
    #expect(result.status == 64 && result.errors.contains("leave out the blank: --start -1.5,2"), "\(result.errors)")
  }

  @Test("an empty value is no beginning of the next option") func empty() throws {
    let result = try shell.bash("lesson rosenbrock --opt '' -o x.png")
    #expect(result.status == 64 && result.errors.contains("--opt wants a value") && !result.errors.contains("=-o"))
    #expect(try shell.bash("lesson saddle --preset thumb -nq --title '' -o x.png").text == "x.png\n")
  }

  @Test(
    "an argument that is not UTF-8 is refused, and nothing is written",
    arguments: [
      "-o $'a\\xff.png'", "--output=$'\\xe4\\xb8.png'", "--title $'\\xc3('", "--json=$'\\xff'", "--data $'\\x80'",
      "$'\\xff'", "-o $'\\xed\\xa0\\x80.png'", "-o $'d\\xfc/'",
    ]) func bytes(_ options: String) throws
  {
    let result = try shell.bash("lesson memorisation --preset thumb \(options)")
    #expect(
      result.status == 64 && result.errors.contains("is not UTF-8: $'") && result.text.isEmpty, "\(result.errors)")
    #expect(shell.files().isEmpty)
  }

  @Test("names in UTF-8 stay as they are", arguments: ["é.png", "图.png", "a\u{301}.png", "😀.png"]) func utf8(
    _ name: String
  ) throws {
    let result = try shell.lesson("saddle", "--preset", "thumb", "-q", "-o", name)
    #expect(result.text == name + "\n")
    let found = try shell.bash("printf '%s\\n' *.png").output
    #expect(found == Data((name + "\n").utf8))
  }

  @Test("the bytes of an argument are shown as a shell takes them") func shown() {
    #expect(RawArguments.shown(Array("plain é".utf8)) == nil)
    #expect(RawArguments.shown([0x61, 0xFF, 0xC3, 0xA9, 0x27]) == "a\\xffé\\'")
  }

  @Test(
    "a name of another program leads to no other name",
    arguments: [
      ("rosenbrock --opt asgd", "asgd"), ("rosenbrock --opt adan", "adan"), ("rosenbrock --opt sgdw", "sgdw"),
      ("rosenbrock --opt adam:foreach=true", "foreach"), ("vanishing --act selu", "selu"),
      ("vanishing --act relu6", "relu6"), ("rosenbrock --schedule noam", "noam"), ("surface --fn levi", "levi"),
    ]) func strange(_ command: String, _ name: String) throws
  {
    let result = try shell.bash("lesson \(command) -n")
    #expect(result.status == 64 && result.errors.contains("'\(name)'"))
    #expect(!result.errors.contains("did you mean"), "\(result.errors)")
  }
}
