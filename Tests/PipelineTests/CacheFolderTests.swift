import Testing

@testable import Pipeline

@Suite struct `Folder of the cache` {
  @Test(arguments: [
    (["MARSAD_CACHE": "here", "XDG_CACHE_HOME": "/x", "HOME": "/h"], "here"),
    (["MARSAD_CACHE": "off", "XDG_CACHE_HOME": "/x", "HOME": "/h"], nil),
    (["XDG_CACHE_HOME": "/x", "HOME": "/h"], "/x/marsad"),
    // A path that is not absolute is passed over, as its specification says.
    (["XDG_CACHE_HOME": "x", "HOME": "/h"], "/h/.cache/marsad"),
    (["HOME": "/h"], "/h/.cache/marsad"),
    ([:], nil),
  ])
  func `is where the environment says`(_ environment: [String: String], _ folder: String?) {
    #expect(KnowledgeLocation.cacheFolder { environment[$0] } == folder)
  }
}
