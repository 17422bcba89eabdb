import Interchange
import Testing

@Suite("An HTML page")
struct HTMLTests {
  @Test("holds text from outside as text, wherever it stands")
  func escaped() {
    let name = "<script>alert('x')</script> & \"y\"\u{0}\u{202E}"
    let piece = HTML.element("td", [HTML.Attribute("title", name)], [.text(name)])
    let safe =
      "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;\u{FFFD}\u{FFFD}"
    #expect(piece.markup == "<td title=\"\(safe)\">\(safe)</td>")
  }

  @Test("nests elements, closes those that have an end, and fetches nothing")
  func page() {
    let page = HTML.page(
      title: "a<b", language: "en", style: "p { color: #000; }",
      body: [.element("p", class: "x", [.text("1"), .element("br", [], []), .text("2")])])
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"))
    #expect(page.contains("<title>a&lt;b</title>"))
    #expect(page.contains("<p class=\"x\">1<br>2</p>"))
    #expect(page.contains("content=\"default-src &#39;none&#39;; style-src"))
    #expect(page.hasSuffix("</body>\n</html>\n"))
  }
}
