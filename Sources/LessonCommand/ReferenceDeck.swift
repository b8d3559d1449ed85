import LessonKit

/// The page on which pandoc puts pictures in a deck for PowerPoint: as large as they are, and filled from edge to edge.
///
/// The title of a slide stands above the page, where screen readers and the outline find it and nobody else sees it.
/// It holds what differs from pandoc's own reference deck, which has everything else.
struct ReferenceDeck {
  /// The file: an archive of three parts.
  let bytes: [UInt8]

  init(_ picture: Picture) {
    // English Metric Units: 914,400 an inch.
    let sides = [picture.pixels.width, picture.pixels.height].map {
      Int((Double($0) / picture.dpi * 914_400).rounded())
    }
    let size = "cx=\"\(sides[0])\" cy=\"\(sides[1])\""
    bytes = StoredArchive.bytes(
      [
        ("ppt/presentation.xml", Self.presentation(size)), ("ppt/_rels/presentation.xml.rels", Self.relations),
        ("ppt/slideLayouts/slideLayout2.xml", Self.layout(size)),
      ], comment: Self.mark)
  }

  /// What stands at the end of the file, and says that it is ours.
  static let mark = "drawn by Plumbline"

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let spaces = """
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="\(office)" \
    xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
    """

  private static func presentation(_ size: String) -> String {
    """
    \(head)<p:presentation \(spaces)><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>\
    <p:notesMasterIdLst><p:notesMasterId r:id="rId6"/></p:notesMasterIdLst><p:sldIdLst/><p:sldSz \(size)/>\
    <p:notesSz cx="6858000" cy="9144000"/></p:presentation>
    """
  }

  private static var relations: String {
    let parts = [
      (1, "slideMaster", "slideMasters/slideMaster1.xml"), (6, "notesMaster", "notesMasters/notesMaster1.xml"),
      (7, "presProps", "presProps.xml"), (8, "viewProps", "viewProps.xml"), (9, "theme", "theme/theme1.xml"),
      (10, "tableStyles", "tableStyles.xml"),
    ]
    let lines = parts.map { "<Relationship Id=\"rId\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return head + "<Relationships xmlns=\"\(space)\">\(lines.joined())</Relationships>"
  }

  private static func layout(_ size: String) -> String {
    """
    \(head)<p:sldLayout \(spaces) type="obj" preserve="1"><p:cSld name="Title and Content"><p:spTree>\
    <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>\
    \(shape(2, "Title 1", "type=\"title\"", box("y=\"-914400\"", "cx=\"6858000\" cy=\"685800\"")))\
    \(shape(3, "Content Placeholder 2", "idx=\"1\"", box("y=\"0\"", size)))\
    </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>
    """
  }

  private static func box(_ height: String, _ size: String) -> String {
    "<a:xfrm><a:off x=\"0\" \(height)/><a:ext \(size)/></a:xfrm>"
  }

  private static func shape(_ id: Int, _ name: String, _ place: String, _ box: String) -> String {
    """
    <p:sp><p:nvSpPr><p:cNvPr id="\(id)" name="\(name)"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>\
    <p:nvPr><p:ph \(place)/></p:nvPr></p:nvSpPr><p:spPr>\(box)</p:spPr>\
    <p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>
    """
  }
}

/// A ZIP archive of texts that are stored as they are. Source: PKWARE, *APPNOTE.TXT*, 4.3.
enum StoredArchive {
  /// The archive; the same texts give the same bytes.
  static func bytes(_ files: [(name: String, text: String)], comment: String) -> [UInt8] {
    var (archive, directory) = ([UInt8](), [UInt8]())
    for file in files {
      let (name, data) = (Array(file.name.utf8), Array(file.text.utf8))
      // Version 2.0, no flags, stored, 1 January 1980.
      let shared =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(33, 2) + number(Int(CheckSum.of(data)), 4)
        + number(data.count, 4) + number(data.count, 4) + number(name.count, 2) + number(0, 2)
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + shared + [UInt8](repeating: 0, count: 10)
      directory += number(archive.count, 4) + name
      archive += [0x50, 0x4B, 3, 4] + shared + name + data
    }
    let end =
      [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2) + number(directory.count, 4)
      + number(archive.count, 4) + number(comment.utf8.count, 2)
    return archive + directory + end + Array(comment.utf8)
  }

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
