import ChineseTesting
import Datasets
import Tensors
import Testing

@Suite("A table with labels") struct LabelledTableTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ text: String) throws -> LabelledTable {
    try LabelledTable(path: scratch.write(text, to: "a.csv"))
  }

  @Test(
    "the label stands in the column called so, whatever its place and letters, else in the last",
    arguments: [
      ("a,b,kind\n1,2,7\n3,4,5\n", "kind"), ("label,a,b\n7,1,2\n5,3,4\n", "label"),
      ("a,Class,b\n1,7,2\n3,5,4\n", "Class"), ("a,y,b\n1,7,2\n3,5,4\n", "y"), ("1,2,7\n3,4,5\n", "3"),
      ("\"a\",\"LABEL\",b\r\n1,\"7\",2\r\n3,5,4\r\n", "LABEL"), ("\u{FEFF}label,0,1\n7,1,2\n5.0,3,4\n", "label"),
      ("0,1,label\n1,2,7.0\n3,4,5e0\n\n", "label"), ("a,b,label\r1,2,7\r3,4,5\r", "label"),
    ]) func place(text: String, column: String) throws
  {
    let table = try read(text)
    #expect(table.labelColumn == column && table.labels == ["5", "7"])
    #expect(table.data.inputs == Tensor([1, 2, 3, 4], shape: [2, 2]))
    #expect(table.data.targets == .classes([1, 0], of: 2))
  }

  @Test("of several names that a column of labels may have, label goes before class, and class before y") func several()
    throws
  {
    #expect(try read("y,class,label\n1,2,3\n4,5,6\n").labels == ["3", "6"])
    #expect(try read("y,class,a\n1,2,3\n4,5,6\n").labels == ["2", "5"])
  }

  @Test("labels may be words, with commas and quotes, or y and n without a header") func words() throws {
    let table = try read("a,kind\n1,\"red, \"\"dark\"\"\"\n2,blue\n3,type 1\n")
    #expect(table.labels == ["blue", "red, \"dark\"", "type 1"] && table.data.classes == [1, 0, 2])
    let bare = try read("1,y\n2,n\n3,y\n")
    #expect(bare.labels == ["n", "y"] && bare.data.classes == [1, 0, 1] && bare.labelColumn == "2")
    #expect(try read("9,10\n1,9\n2,100\n").labels == ["9", "10", "100"], "numbers ascend")
  }

  @Test("a packed file is read like any other") func packed() throws {
    let path = try scratch.pack(Array("1,2\n3,4\n".utf8), to: "a.csv")
    #expect(try LabelledTable(path: path).labels == ["2", "4"])
  }

  @Test(
    "a bad file is refused with its line and what is wrong",
    arguments: [
      ("", ": an empty file, without a line"), ("a,label\n", ", line 1: a header without a line after it"),
      ("a,label\n1,2\n3\n", ", line 3: 1 cell; 2 are due"), ("1,2\n3,4,5\n", ", line 2: 3 cells; 2 are due"),
      ("a,label\n1,2\n?,3\n", ", line 3: column 1 ('a'): '?' is not a finite number"),
      ("a,b,label\n1,nan,3\n", ", line 2: column 2 ('b'): 'nan' is not a finite number"),
      ("1,2\n,4\n", ", line 2: column 1 is empty"),
      ("a,label\n1,\n", ", line 2: column 2 ('label'): the label is empty"),
      ("1,2\n3,NaN\n", ", line 2: column 2: the label is 'NaN'"),
      ("1,2\n3,inf\n", ", line 2: column 2: the label is 'inf'"), ("1,\"2\n", ", line 1: a quote that does not end"),
      ("label\n1\n2\n", ": a single column; a label and at least one number a row are due"),
      (
        "a;label\n1;2\n",
        ", line 2: cells are parted by semicolons; commas are due between cells, and points in numbers (1.5)"
      ),
      (
        "1,2\n3,2\n",
        ": every label in column 2 is '2'; at least two different ones are due; if the labels stand elsewhere, call their column 'label' in the header"
      ),
    ]) func bad(text: String, message: String) throws
  {
    let path = try scratch.write(text, to: "bad.csv")
    let error = #expect(throws: DataError.self) { try LabelledTable(path: path) }
    #expect(error?.description == path + message && error?.isInChinese == true)
    #expect(error?.isMissing == false && error?.isTooLarge == false)
  }

  @Test("as many labels as are told apart are read, one more is no label") func many() throws {
    func lines(_ count: Int) -> String { (0..<count).map { "\($0),\($0)" }.joined(separator: "\n") }
    #expect(try read(lines(LabelledTable.mostLabels)).labels.count == LabelledTable.mostLabels)
    let error = #expect(throws: DataError.self) { try read(lines(LabelledTable.mostLabels + 1)) }
    #expect(error?.reason.english.hasPrefix("101 different labels in column 2; at most 100 are told apart") == true)
    #expect(error?.isInChinese == true)
  }

  @Test("more rows or cells than may be are refused before they are read", arguments: [(2, 100), (100, 6)]) func large(
    rows: Int, cells: Int
  ) throws {
    let path = try scratch.write("a,b,label\n1,2,3\n4,5,6\n7,what,8\n", to: "a.csv")
    let error = #expect(throws: DataError.self) { try LabelledTable(path: path, mostRows: rows, mostCells: cells) }
    #expect(error?.isTooLarge == true && error?.isInChinese == true)
    #expect(error?.reason.english == "3 rows of 3 cells; at most \(rows) rows and \(cells) cells are read")
    #expect(throws: DataError.self) { try LabelledTable(path: path, mostRows: 3, mostCells: 9) }
  }

  @Test("a missing file is told from a bad one") func missing() {
    let error = #expect(throws: DataError.self) { try LabelledTable(path: "\(scratch.path)/none.csv") }
    #expect(error?.isMissing == true)
  }
}
