/// One news report as it was read.
public struct Document: Sendable, Hashable {
  /// The given id, or a hash of title and text.
  public var id: String
  public var title: String?
  public var text: String
  /// The day of publication (Asia/Baghdad), or nil: the present time never stands in for it.
  public var published: CivilDate?
  public var source: String?
  public var url: String?
  /// The language that the input states (`ar`, `ckb`, `en`), or nil.
  public var language: String?
  /// Whether the text was extracted (HTML) and so is echoed in the output.
  public var hasExtractedText: Bool
  public var diagnostics: [Diagnostic]

  public init(
    id: String, title: String? = nil, text: String, published: CivilDate? = nil,
    source: String? = nil, url: String? = nil, language: String? = nil,
    hasExtractedText: Bool = false, diagnostics: [Diagnostic] = []
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.published = published
    self.source = source
    self.url = url
    self.language = language
    self.hasExtractedText = hasExtractedText
    self.diagnostics = diagnostics
  }
}

extension Document {
  /// A hash of everything that the stages read of it: two runs that have the same one read the same.
  ///
  /// Linear in the text.
  public var contentHash: String {
    var hash = ContentHash()
    for text in [
      id, title ?? "", text, published?.description ?? "", source ?? "", url ?? "",
      language ?? "",
    ] {
      hash.update(text)
    }
    return hash.hexadecimal
  }
}
