// swift-tools-version: 5.9
import PackageDescription

// The native part is one framework for all of Apple's platforms. A release puts it beside this file, or names its
// address and checksum here; `.github/workflows/release.yml` builds it.
let package = Package(
    name: "Aura",
    platforms: [.macOS(.v12), .iOS(.v15)],
    products: [
        .library(name: "Aura", targets: ["Aura"])
    ],
    targets: [
        .binaryTarget(name: "AuraNative", path: "AuraNative.xcframework"),
        .target(name: "AuraUniffi", dependencies: ["AuraNative"]),
        .target(name: "Aura", dependencies: ["AuraUniffi"]),
    ]
)
