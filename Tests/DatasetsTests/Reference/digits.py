"""Packs digits.csv.gz into the table that the package carries.

Usage: python3 digits.py > ../../../Sources/Datasets/DigitsTable.swift
"""
import gzip, pathlib

HEAD = '''/// Handwritten digits, one a line: eight rows of five characters, then the label.
///
/// A row's eight pixels, 0–16 each, are the digits of a number in base 17, the leftmost first. That
/// number is written in base 85, its digits the characters from `$` to `x`.
///
/// Source: E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine
/// Learning Repository, 1998, doi:10.24432/C50P49, licence CC BY 4.0
/// (https://creativecommons.org/licenses/by/4.0/); the test part, repacked, values unchanged.
enum DigitsTable {
  static let lines: StaticString = #"""'''


def packed(pixels):
    number = 0
    for pixel in pixels:
        number = number * 17 + pixel
    text = ""
    for _ in range(5):
        number, digit = divmod(number, 85)
        text = chr(ord("$") + digit) + text
    assert number == 0
    return text


print(HEAD)
for line in gzip.open(pathlib.Path(__file__).parent / "digits.csv.gz", "rt"):
    *pixels, label = map(int, line.split(","))
    print("    " + "".join(packed(pixels[k:k + 8]) for k in range(0, 64, 8)) + str(label))
print('    """#\n}')
