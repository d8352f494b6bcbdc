import Foundation

/// A value of JSON. Integers stay integers, because ids and seeds need all their digits.
public enum Json: Codable, Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([Json])
    case members([String: Json])

    public init(from decoder: Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([Json].self) {
            self = .array(array)
        } else {
            self = .members(try value.decode([String: Json].self))
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .members(let value): try container.encode(value)
        }
    }

    /// Reads a text.
    public init(parsing text: String) throws {
        do {
            self = try JSONDecoder().decode(Json.self, from: Data(text.utf8))
        } catch {
            throw AuraError(code: "invalid_request", message: "this is not JSON: \(error)")
        }
    }

    /// The value as a text.
    public func written() throws -> String {
        do {
            return String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        } catch {
            throw AuraError(code: "invalid_request", message: "this cannot be written as JSON: \(error)")
        }
    }
}

/// A word that stands for one of several values.
public protocol Choice: RawRepresentable, Sendable where RawValue == String {}

/// A document as it came, with its members as properties.
public protocol Document: Equatable, Sendable {
    /// All members, those of later versions too.
    var json: Json { get }
    /// Reads a document that was written before.
    init(json: Json) throws
}

/// Whatever can stand in a request.
protocol Writable {
    var asJson: Json { get }
}

extension Json: Writable { var asJson: Json { self } }
extension String: Writable { var asJson: Json { .string(self) } }
extension Int: Writable { var asJson: Json { .integer(self) } }
extension Double: Writable { var asJson: Json { .number(self) } }
extension Bool: Writable { var asJson: Json { .boolean(self) } }

// What the generated documents read and write with.
extension Json {
    func member(_ name: String) -> Json {
        if case .members(let members) = self { return members[name] ?? .null }
        return .null
    }

    func object() throws -> Json {
        if case .members = self { return self }
        throw Json.missing()
    }

    func tagged(_ type: String) -> Json {
        guard case .members(var members) = self else { return self }
        members["type"] = .string(type)
        return .members(members)
    }

    func text() throws -> String {
        if case .string(let value) = self { return value }
        throw Json.missing()
    }

    func integer() throws -> Int {
        if case .integer(let value) = self { return value }
        throw Json.missing()
    }

    func number() throws -> Double {
        switch self {
        case .number(let value): return value
        case .integer(let value): return Double(value)
        default: throw Json.missing()
        }
    }

    func truth() throws -> Bool {
        if case .boolean(let value) = self { return value }
        throw Json.missing()
    }

    func list<T>(_ read: (Json) throws -> T) throws -> [T] {
        switch self {
        case .array(let values): return try values.map(read)
        case .null: return []
        default: throw Json.missing()
        }
    }

    func map<T>(_ read: (Json) throws -> T) throws -> [String: T] {
        switch self {
        case .members(let members): return try members.mapValues(read)
        case .null: return [:]
        default: throw Json.missing()
        }
    }

    func optional<T>(_ read: (Json) throws -> T) throws -> T? {
        if case .null = self { return nil }
        return try read(self)
    }

    func choice<T: Choice>(_ type: T.Type) throws -> T {
        guard let value = T(rawValue: try text()) else { throw Json.missing() }
        return value
    }

    /// Members that are absent are left out, so that their defaults hold.
    static func written(_ members: [(String, Any?)]) -> Json {
        var object: [String: Json] = [:]
        for (name, value) in members {
            if let value { object[name] = Json.of(value) }
        }
        return .members(object)
    }

    private static func of(_ value: Any) -> Json {
        if let value = value as? Writable { return value.asJson }
        if let value = value as? any Document { return value.json }
        if let value = value as? any Choice { return .string(value.rawValue) }
        if let value = value as? [Any] { return .array(value.map(Json.of)) }
        if let value = value as? [String: Any] { return .members(value.mapValues(Json.of)) }
        return .null
    }

    private static func missing() -> AuraError {
        AuraError(code: "invalid_request", message: "a member of the document is missing or has another form")
    }
}
