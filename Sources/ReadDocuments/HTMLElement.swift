/// The elements that matter for finding the text of a page.
///
/// All others are `other`: they are passed through as if their tags were not there.
enum HTMLElement: String {
  /// The node above all others, a run of text, and every element that is not listed.
  case page = "#page"
  case text = "#text"
  case other = "#other"

  case a, abbr, b, big, cite, em, font, i, label, mark, q, s, small, span, strike, strong, sub, sup
  case time, tt, u

  case address, article, aside, blockquote, body, center, dd, details, dialog, div, dl, dt, fieldset
  case figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, html, li, main, nav
  case ol, p, pre, section, summary, table, tbody, td, tfoot, th, thead, tr, ul

  case audio, button, canvas, embed, head, iframe, input, math, menu, noembed, noframes, noscript
  case object, option, script, select, style, svg, template, textarea, title, video, xmp

  case area, base, br, col, img, link, meta, param, source, track, wbr

  init(name: String) { self = HTMLElement(rawValue: name) ?? .other }

  /// Whether it stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dialog, .div, .dl,
      .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
      .hr, .html, .li, .main, .nav, .ol, .p, .page, .pre, .section, .summary, .table, .tbody, .td,
      .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// Whether it has no end tag, or its tags do not matter.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .other, .param, .source,
      .track, .wbr:
      true
    default: false
    }
  }

  /// Whether its content is text up to its end tag, whatever it looks like.
  var isRaw: Bool {
    switch self {
    case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
    default: false
    }
  }

  /// Whether its content is never part of an article.
  var isClutter: Bool {
    switch self {
    case .aside, .audio, .button, .canvas, .dialog, .embed, .figure, .footer, .form, .head, .iframe,
      .input, .math, .menu, .nav, .noembed, .noframes, .noscript, .object, .script, .select, .style,
      .svg, .template, .textarea, .title, .video:
      true
    default: false
    }
  }

  /// Whether its start tag ends an open element of another kind, whose end tag may be left out.
  func ends(_ other: HTMLElement) -> Bool {
    switch self {
    case .li: other == .li
    case .dt, .dd: other == .dt || other == .dd
    case .td, .th: other == .td || other == .th
    case .tr: other == .tr || other == .td || other == .th
    case .option: other == .option
    default: false
    }
  }

  /// Whether `ends` stops looking at an open element of another kind.
  func staysWithin(_ other: HTMLElement) -> Bool {
    switch self {
    case .li: other == .ul || other == .ol
    case .dt, .dd: other == .dl
    case .td, .th: other == .tr || other == .table
    case .tr: other == .table
    case .option: other == .select
    default: true
    }
  }
}
