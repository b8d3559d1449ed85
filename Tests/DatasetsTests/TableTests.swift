import ChineseTesting
import Datasets
import Tensors
import Testing

@Suite("A table") struct TableTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(
    "a file is read with or without a header, in any of its dresses",
    arguments: [
      "x,y\n1,2\n3,4\n", "x,y\r\n1,2\r\n3,4\r\n", "\u{FEFF}x,y\n1,2\n3,4", " x , y \n 1 , 2\n3,4\n\n \n",
      "\"x\",\"y\"\n\"1\",2\n3,\" 4\"\n",
    ]) func good(text: String) throws
  {
    let table = try Table(path: try scratch.write(text, to: "a.csv"))
    #expect(table.columns == ["x", "y"])
    #expect(table.cells == Tensor([1, 2, 3, 4], shape: [2, 2]))
  }

  @Test("without a header columns are counted, and a single cell is a table") func bare() throws {
    let table = try Table(path: try scratch.write("1,-2e-3\n", to: "a.csv"))
    #expect(table.columns == ["1", "2"])
    #expect(table.cells == Tensor([1, -0.002], shape: [1, 2]))
    #expect(try Table(path: try scratch.write("7", to: "b.csv")).cells.shape == [1, 1])
  }

  @Test("a packed file is read like any other, whatever its name") func packed() throws {
    let table = try Table(path: try scratch.pack(Array("1,2\n3,4\n".utf8), to: "a.csv"))
    #expect(table.cells == Tensor([1, 2, 3, 4], shape: [2, 2]))
  }

  @Test("names may hold commas and quotes") func names() throws {
    let table = try Table(path: try scratch.write("\"a, b\",\"say \"\"c\"\"\"\n1,2\n", to: "a.csv"))
    #expect(table.columns == ["a, b", "say \"c\""])
  }

  @Test(
    "a bad file is refused with its line and what is wrong",
    arguments: [
      ("", ": an empty file, without a line"), ("\n\n", ": an empty file, without a line"),
      ("x,y\n", ", line 1: a header without a line after it"), ("x,y\n1,2\n3,\n", ", line 3: column 2 ('y') is empty"),
      ("1,2\n,4\n", ", line 2: column 1 is empty"),
      ("x,y\n1,2\n3,?\n", ", line 3: column 2 ('y'): '?' is not a finite number"),
      ("1,2\n3,nan\n", ", line 2: column 2: 'nan' is not a finite number"), ("1,2\n3\n", ", line 2: 1 cell; 2 are due"),
      ("1,2\n3,4,5\n", ", line 2: 3 cells; 2 are due"), ("1,2\n\n3,4\n", ", line 2: 1 cell; 2 are due"),
      ("x,1\n1,2\n", ", line 1: column 1: 'x' is not a finite number"),
      ("1,\"2\n", ", line 1: a quote that does not end"),
    ]) func bad(text: String, message: String) throws
  {
    let path = try scratch.write(text, to: "bad.csv")
    let error = #expect(throws: DataError.self) { try Table(path: path) }
    #expect(error?.description == path + message && error?.isInChinese == true)
    #expect(error?.isMissing == false)
  }

  @Test(
    "cells that something else than a comma parts are told by what parts them",
    arguments: [
      ("x;y\n1,5;2,5\n", 2, "semicolons"), ("1,5;2,5\n", 1, "semicolons"), ("x;y\n1;2\n", 2, "semicolons"),
      ("x\ty\n1\t2\n", 2, "tabs"), ("1.5\t2.5\n3\t4\n", 2, "tabs"), ("x y\n1 2\n", 2, "blanks"),
      ("x,y\n1,2\n3;4\n", 3, "semicolons"),
    ]) func separators(text: String, line: Int, name: String) throws
  {
    let path = try scratch.write(text, to: "bad.csv")
    let error = #expect(throws: DataError.self) { try Table(path: path) }
    #expect(
      error?.description
        == "\(path), line \(line): cells are parted by \(name); commas are due between cells, and points in numbers (1.5)"
    )
  }

  @Test("words in a cell are no separators") func words() throws {
    let path = try scratch.write("x,y\n1,two or three\n", to: "bad.csv")
    let error = #expect(throws: DataError.self) { try Table(path: path) }
    #expect(error?.reason.english == "column 2 ('y'): 'two or three' is not a finite number")
  }

  @Test("a row knows its line", arguments: [("1,2\n3,4\n", 1), ("x,y\n1,2\n3,4\n", 2)]) func lines(
    text: String, first: Int
  ) throws {
    let table = try Table(path: try scratch.write(text, to: "a.csv"))
    #expect(table.line(ofRow: 0) == first && table.line(ofRow: 1) == first + 1)
  }

  @Test("a missing file, a directory, and bytes that are no text are told apart") func unreadable() throws {
    let missing = #expect(throws: DataError.self) { try Table(path: "\(scratch.path)/none.csv") }
    #expect(missing?.isMissing == true)
    #expect(missing?.description == "\(scratch.path)/none.csv: no such file")
    let directory = #expect(throws: DataError.self) { try Table(path: scratch.path) }
    #expect(directory?.reason.english == "a folder, not a file with data")
    #expect(directory?.isMissing == false)
    let path = try scratch.write([0x31, 0xFF, 0xFE], to: "bytes.csv")
    let bytes = #expect(throws: DataError.self) { try Table(path: path) }
    #expect(bytes?.reason.english == "no text: its bytes are not UTF-8")
  }

  @Test("one column is foretold from the others") func predicting() throws {
    let table = try Table(path: try scratch.write("a,b,c\n1,2,3\n4,5,6\n", to: "a.csv"))
    let last = try table.dataset()
    #expect(last.inputs == Tensor([1, 2, 4, 5], shape: [2, 2]))
    #expect(last.numbers == Tensor([3, 6], shape: [2, 1]))
    let middle = try table.dataset(predicting: "b")
    #expect(middle.inputs == Tensor([1, 3, 4, 6], shape: [2, 2]))
  }

  @Test("a column that is not there, and a table of one, are refused") func refused() throws {
    let path = try scratch.write("a,b\n1,0.5\n2,1\n", to: "a.csv")
    let table = try Table(path: path)
    let unknown = #expect(throws: DataError.self) { try table.dataset(predicting: "z") }
    #expect(unknown?.description == "\(path): no column 'z'; there are: a, b")
    let single = try Table(path: try scratch.write("1\n2\n", to: "b.csv"))
    #expect(throws: DataError.self) { try single.dataset() }
  }
}
