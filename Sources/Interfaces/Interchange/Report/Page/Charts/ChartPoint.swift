/// A place in a drawing, in whole units from the upper left corner.
struct ChartPoint: Hashable, Sendable {
  var x: Int
  var y: Int

  /// The points that stand side by side, without the gaps between them.
  static func runs(_ points: [ChartPoint?]) -> [[ChartPoint]] {
    points.split(separator: nil).map { $0.compactMap { $0 } }
  }

  /// As an attribute of a polyline.
  static func text(_ points: [ChartPoint]) -> String {
    points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
  }

  /// A dot here, which names what it stands for when it is pointed at.
  func dot(radius: Int, class name: String = "", title: String = "") -> HTML {
    .shape(
      "circle",
      ["class": name, "cx": "\(x)", "cy": "\(y)", "r": "\(radius)"],
      title.isEmpty ? [] : [.element("title", title)])
  }
}

extension HTML {
  /// An element of a drawing with those of its attributes that say something.
  static func shape(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: [HTML] = []
  ) -> HTML {
    .element(
      name, attributes.filter { !$0.value.isEmpty }.map { Attribute($0.key, $0.value) }, content)
  }
}
