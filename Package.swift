// swift-tools-version: 6.2
import PackageDescription

// The architecture diagram: one target per room, data flows from top to bottom.
// docs/ARCHITECTURE.md explains the rooms; .ci/run checks who imports what.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
let strict = house + [.strictMemorySafety()]

let package = Package(
  name: "marsad",
  products: [
    .library(name: "Marsad", targets: ["Marsad"]),
    .executable(name: "marsad", targets: ["marsad"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Support
    .target(name: "Model", swiftSettings: house),
    .target(name: "Files", dependencies: ["Model", "CZlib"], swiftSettings: strict),
    .target(name: "Geometry", dependencies: ["Model", "CGEOS"], swiftSettings: strict),
    .target(name: "Geodesy", dependencies: ["Model", "CPROJ"], swiftSettings: strict),
    .target(name: "Folding", dependencies: ["Model"], swiftSettings: house),
    .target(
      name: "Gazetteer", dependencies: ["Model", "Folding", "Files", "Geometry"],
      swiftSettings: house),

    // Stages, in the order in which a report travels
    .target(name: "ReadDocuments", dependencies: ["Model", "Files"], swiftSettings: house),
    .target(
      name: "NormalizeText", dependencies: ["Model", "Files", "Folding", "Gazetteer"],
      swiftSettings: house),
    .target(name: "RecognizePlaces", dependencies: ["Model", "Gazetteer"], swiftSettings: house),
    .target(
      name: "ResolvePlaces", dependencies: ["Model", "Gazetteer", "Geometry", "Geodesy"],
      swiftSettings: house),
    .target(
      name: "ExtractEvents", dependencies: ["Model", "Gazetteer", "Geodesy"], swiftSettings: house),
    .target(
      name: "LinkReports", dependencies: ["Model", "Geometry", "Geodesy"], swiftSettings: house),
    .target(
      name: "TagTerritories", dependencies: ["Model", "Gazetteer", "Geometry", "Geodesy"],
      swiftSettings: house),
    .target(
      name: "StoreEvents",
      dependencies: [
        "Model", "Geometry", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "EmitLayers", dependencies: ["Model", "Files", "Geometry", "Geodesy"],
      exclude: ["Page"], swiftSettings: house, plugins: ["EmbedPage"]),
    .plugin(name: "EmbedPage", capability: .buildTool()),

    // Questions to what came out
    .target(
      name: "QueryEvents", dependencies: ["Model", "Files", "Geometry", "Geodesy", "StoreEvents"],
      swiftSettings: house),

    // Beside the way of a report: what users bring into the gazetteer
    .target(
      name: "ImportPlaces",
      dependencies: [
        "Model", "Files", "Folding", "NormalizeText", "Gazetteer", "Geometry", "Geodesy",
        "EmitLayers",
      ],
      swiftSettings: house),

    // Beside the way of a report: what human coders made of the same events
    .target(
      name: "ImportEvents",
      dependencies: ["Model", "Files", "ReadDocuments", "EmitLayers"], swiftSettings: house),
    .target(
      name: "CompareEvents",
      dependencies: ["Model", "Files", "Geometry", "Geodesy", "EmitLayers"],
      swiftSettings: house),

    // Beside the way of a report: how good what came out is
    .target(
      name: "EvaluatePredictions", dependencies: ["Model", "Files", "Geodesy"],
      swiftSettings: house),

    // Beside it too: what changed between two runs
    .target(
      name: "CompareRuns", dependencies: ["Model", "Files", "Geodesy"], swiftSettings: house),

    // Between linking and tagging: what a coder says of an event
    .target(
      name: "ReviewEvents", dependencies: ["Model", "Files", "Gazetteer", "EmitLayers"],
      swiftSettings: house),

    // The whole
    .target(
      name: "Pipeline",
      dependencies: [
        "Model", "Files", "Gazetteer", "Geometry", "Geodesy", "ReadDocuments",
        "NormalizeText", "RecognizePlaces", "ResolvePlaces", "ExtractEvents", "LinkReports",
        "TagTerritories", "EmitLayers", "StoreEvents", "ImportEvents", "ReviewEvents",
      ],
      swiftSettings: house),
    .target(
      name: "Marsad",
      dependencies: ["Model", "Gazetteer", "Pipeline", "EmitLayers", "QueryEvents"],
      swiftSettings: house),
    .executableTarget(
      name: "marsad",
      dependencies: [
        "Marsad", "Model", "Files", "Gazetteer", "ReadDocuments", "Pipeline", "EmitLayers",
        "ImportPlaces", "ImportEvents", "CompareEvents", "StoreEvents", "EvaluatePredictions",
        "CompareRuns", "ReviewEvents", "QueryEvents", "Geometry", "Geodesy",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),

    // Measures linking alone (Benchmarks/links.sh)
    .executableTarget(
      name: "BenchmarkLinks", dependencies: ["LinkReports", "Model"], path: "Benchmarks/Links",
      swiftSettings: house),

    // Measures the reading of GeoJSON layers alone (Benchmarks/features.sh)
    .executableTarget(
      name: "BenchmarkFeatures", dependencies: ["QueryEvents", "Geometry", "Model"],
      path: "Benchmarks/Features", swiftSettings: house),
    // Measures reading and writing of GeoPackages alone (Benchmarks/store.sh)
    .executableTarget(
      name: "BenchmarkStore", dependencies: ["StoreEvents", "Geometry", "Model"],
      path: "Benchmarks/Store", swiftSettings: house),

    // Tests, one target a room
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "FilesTests", dependencies: ["Files", "Model", "TestSupport"], swiftSettings: house),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry", "Model"], swiftSettings: house),
    .testTarget(name: "GeodesyTests", dependencies: ["Geodesy", "Model"], swiftSettings: house),
    .testTarget(
      name: "FoldingTests", dependencies: ["Folding", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "GazetteerTests",
      dependencies: [
        "Gazetteer", "Folding", "Files", "Geometry", "Model", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ReadDocumentsTests", dependencies: ["ReadDocuments", "Files", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "NormalizeTextTests",
      dependencies: ["NormalizeText", "Gazetteer", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "RecognizePlacesTests",
      dependencies: ["RecognizePlaces", "NormalizeText", "Gazetteer", "Model"],
      swiftSettings: house),
    .testTarget(
      name: "ResolvePlacesTests",
      dependencies: [
        "ResolvePlaces", "RecognizePlaces", "NormalizeText", "Gazetteer", "Geometry", "Geodesy",
        "Model",
      ], swiftSettings: house),
    .testTarget(
      name: "ExtractEventsTests",
      dependencies: [
        "ExtractEvents", "RecognizePlaces", "ResolvePlaces", "NormalizeText", "Gazetteer", "Model",
      ], swiftSettings: house),
    .testTarget(
      name: "LinkReportsTests", dependencies: ["LinkReports", "Model"], swiftSettings: house),
    .testTarget(
      name: "TagTerritoriesTests",
      dependencies: ["TagTerritories", "Gazetteer", "Geodesy", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "StoreEventsTests",
      dependencies: [
        "StoreEvents", "Geometry", "Model", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "EmitLayersTests",
      dependencies: [
        "EmitLayers", "Files", "Geodesy", "Geometry", "Model", "ReadDocuments", "TestSupport",
      ],
      swiftSettings: house),
    .systemLibrary(
      name: "CSQLite", path: "Tests/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    .testTarget(
      name: "QueryEventsTests",
      dependencies: [
        "QueryEvents", "StoreEvents", "Files", "Geometry", "Geodesy", "Model", "CSQLite",
        "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "EmitLayers", "StoreEvents", "Gazetteer", "Geometry", "ReadDocuments", "Files",
        "Model", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ImportPlacesTests",
      dependencies: ["ImportPlaces", "Gazetteer", "Files", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "EvaluatePredictionsTests",
      dependencies: ["EvaluatePredictions", "Files", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "CompareRunsTests", dependencies: ["CompareRuns", "Files", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ReviewEventsTests",
      dependencies: ["ReviewEvents", "Model"],
      swiftSettings: house),
    .testTarget(
      name: "ImportEventsTests",
      dependencies: ["ImportEvents", "EmitLayers", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "CompareEventsTests",
      dependencies: ["CompareEvents", "EmitLayers", "Files", "Model", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ReferenceTests",
      dependencies: [
        "Gazetteer", "Geometry", "Geodesy", "QueryEvents", "Files", "Model", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "CommandTests",
      dependencies: ["Files", "Model", "StoreEvents", "TestSupport", "marsad"],
      swiftSettings: house),
  ]
)
