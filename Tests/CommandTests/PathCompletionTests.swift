import Foundation
import Testing

@Suite("Completion of paths in bash") struct PathCompletionTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  /// What bash offers for a line whose words stand apart as bash has them.
  private func offers(_ words: [String]) throws -> [String] {
    let line = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    let result = try shell.bash(
      """
      mkdir -p 'my figures' 'mnist data' plain; touch 'my file.png' "a'b.png"
      source <(lesson completions bash)
      COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); COMPREPLY=()
      _lesson; printf '%s\\n' "${COMPREPLY[@]}"
      """)
    return result.text.split(separator: "\n").map(String.init)
  }

  @Test(
    "a path with blanks is offered whole, whatever is typed of it",
    arguments: [
      (["lesson", "saddle", "-o", "my"], ["my\\ figures", "my\\ file.png"]),
      (["lesson", "saddle", "-o", "my\\ fil"], ["my\\ file.png"]),
      (["lesson", "saddle", "-o", "\"my fil"], ["my\\ file.png"]),
      (["lesson", "saddle", "-o", "'my fig"], ["my\\ figures"]),
      (["lesson", "saddle", "--output", "my\\ fig"], ["my\\ figures"]),
      (["lesson", "saddle", "--output", "=", "my\\ fil"], ["my\\ file.png"]),
      (["lesson", "saddle", "--json", "=", "my\\ fil"], ["my\\ file.png"]),
      (["lesson", "saddle", "-o", "a"], ["a\\'b.png"]), (["lesson", "memorisation", "--data", "mn"], ["mnist\\ data"]),
      (["lesson", "overfitting", "--data", "my\\ f"], ["my\\ figures", "my\\ file.png"]),
      (["lesson", "memorisation", "--data", "=", "mn"], ["mnist\\ data"]),
      (["lesson", "saddle", "--from", "pl"], ["plain"]),
      (["lesson", "redraw", "my\\ f"], ["my\\ figures", "my\\ file.png"]),
      (["lesson", "memorisation", "--data", "nothing"], []),
    ]) func paths(_ words: [String], _ expected: [String]) throws
  { #expect(try offers(words).sorted() == expected) }

  @Test("in a terminal bash types the rest, with backslashes and a slash behind a folder") func terminal() throws {
    // A pseudo-terminal, without which readline completes nothing.
    try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "script(1) is part of every Debian")
    let result = try shell.bash(
      """
      mkdir -p 'mnist data'; lesson completions bash > comp
      printf 'source ./comp\\nlesson() { printf "[%%s]" "$@" > said; }\\nlesson memorisation --data mn\\t\\nexit\\n' > keys
      (sleep 0.5; while IFS= read -r key; do printf '%s\\n' "$key"; sleep 0.4; done < keys) | \
        TERM=dumb script -qec 'bash --norc --noprofile -i' /dev/null > /dev/null 2>&1
      cat said
      """)
    #expect(result.text == "[memorisation][--data][mnist data/]", "\(result.text) \(result.errors)")
  }
}
