/// An XML document as a parser that is not ours reads it: python3's expat.
package struct ParsedXML {
  /// Elements in document order.
  package struct Element {
    package var name: String
    package var attributes: [String: String]
    package var text: String

    package subscript(name: String) -> String? { attributes[name] }
    package func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? .nan }
  }

  private static let python = Program(path: "/usr/bin/python3")
  package static let canParse = python.run(["-c", "import xml.etree.ElementTree"]).status == 0

  package let elements: [Element]

  /// Writes each element as lines: name, attributes, text; nil when the parser refuses the document.
  private static let script = #"""
    import sys, xml.etree.ElementTree as tree
    def flat(text):
        return (text or '').replace('\\', '\\\\').replace('\n', '\\n').replace('\x1f', '?')
    for element in tree.fromstring(sys.stdin.buffer.read()).iter():
        parts = [element.tag.split('}')[-1], flat(element.text)]
        for key, value in element.attrib.items():
            parts += [key.split('}')[-1], flat(value)]
        sys.stdout.buffer.write(('\x1f'.join(parts) + '\n').encode('utf-8'))
    """#

  package init?(_ bytes: [UInt8]) {
    let result = Self.python.run(["-c", Self.script], input: bytes)
    guard result.status == 0 else { return nil }
    elements = result.output.split(separator: "\n").map { line in
      let parts = line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
      var attributes: [String: String] = [:]
      for index in stride(from: 2, to: parts.count - 1, by: 2) {
        attributes[parts[index]] = parts[index + 1]
      }
      return Element(name: parts[0], attributes: attributes, text: parts[1])
    }
  }

  package func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  package var texts: [String] { all("text").filter { $0["aria-hidden"] == nil }.map(\.text) }
}
