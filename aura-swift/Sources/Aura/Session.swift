import AuraUniffi

/// What went wrong: `code` for programs, `message` and `hints` for people.
public struct AuraError: Error, CustomStringConvertible, Sendable {
    /// Stable code, for example `invalid_goal`.
    public let code: String
    /// One line: what happened.
    public let message: String
    /// What can be done about it.
    public let hints: [String]
    /// Whether the same call may work later without a change.
    public let retryable: Bool

    public init(code: String, message: String, hints: [String] = [], retryable: Bool = false) {
        self.code = code
        self.message = message
        self.hints = hints
        self.retryable = retryable
    }

    public var description: String { "\(message) [\(code)]" }
}

/// Hears of each event, in order.
public typealias ProgressHandler = @Sendable (Documents.ProgressEvent) -> Void

/// A language model of the host. Whatever it throws costs the call and nothing else.
public protocol Model: Sendable {
    /// Answers a request, on a thread of its own.
    func complete(_ request: Documents.ModelRequest) throws -> Documents.ModelResponse
}

/// A store of the host: requests and answers in JSON, in the forms of `aura-ffi/src/host/store.rs`.
public protocol Store: Sendable {
    /// Answers `commit`, `artifact`, `project`, `projects` or `history`, on a thread of its own.
    func ask(method: String, request: String) throws -> String
}

/// A session over one store. Every operation is a method; tasks may share it.
public final class Session: @unchecked Sendable {
    // The native part guards itself; nothing here changes after the start.
    private let native: AuraUniffi.AuraSession

    public init(options: Documents.SessionOptions? = nil, model: (any Model)? = nil, store: (any Store)? = nil) throws {
        let written = try options.map { try $0.json.written() } ?? "{}"
        let asked = model.map { model in
            Hosted { _, request in
                try model.complete(Documents.ModelRequest(json: Json(parsing: request))).json.written()
            }
        }
        let kept = store.map { store in Hosted { try store.ask(method: $0, request: $1) } }
        native = try failing { try AuraUniffi.AuraSession(options: written, model: asked, store: kept) }
    }

    /// Calls an operation with a request in JSON; the response is JSON, the same bytes as in every language.
    public func callJson(_ operation: String, _ request: String) async throws -> String {
        try await start(operation, request).value()
    }

    /// Begins an operation.
    public func start(_ operation: String, _ request: String) -> Call {
        Call(native.start(operation: operation, request: request))
    }

    func run<T: Document>(_ operation: String, _ request: Json, _ progress: ProgressHandler?) async throws -> T {
        let call = start(operation, try request.written())
        guard let progress else { return try T(json: Json(parsing: try await call.value())) }
        let listening = Task {
            for try await event in call.events { progress(event) }
        }
        let response = try await call.value()
        try await listening.value
        return try T(json: Json(parsing: response))
    }
}

/// An operation under way.
public final class Call: @unchecked Sendable {
    private let native: AuraUniffi.AuraCall

    init(_ native: AuraUniffi.AuraCall) {
        self.native = native
    }

    /// Waits for the response, once. Where the task is cancelled, so is the work.
    public func value() async throws -> String {
        try await withTaskCancellationHandler {
            do {
                return try await native.finish()
            } catch let error as AuraUniffi.AuraError {
                throw ours(error)
            }
        } onCancel: {
            native.cancel()
        }
    }

    /// The progress until the end; each event is given once.
    public var events: AsyncThrowingStream<Documents.ProgressEvent, Error> {
        AsyncThrowingStream { continuation in
            let listening = Task.detached { [native] in
                do {
                    while !Task.isCancelled {
                        let isDone = native.isDone()
                        if let event = native.nextEvent(mostMs: 50) {
                            continuation.yield(try Documents.ProgressEvent(json: Json(parsing: event)))
                        } else if isDone {
                            break
                        }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in listening.cancel() }
        }
    }

    /// Asks the work to stop; `value` then throws with the code `cancelled`.
    public func cancel() {
        native.cancel()
    }
}

public extension Document {
    /// The document as JSON.
    func toJson() throws -> String { try json.written() }

    /// A fragment of HTML, escaped, for light and dark pages.
    func toHtml() throws -> String { try show("html") }

    /// Markdown, escaped.
    func toMarkdown() throws -> String { try show("markdown") }

    /// A Vega-Lite specification of a run, a sensitivity or a verdict.
    func toVegaLite() throws -> String {
        let document = try toJson()
        return try failing { try AuraUniffi.chart(document: document) }
    }

    private func show(_ format: String) throws -> String {
        let (title, document) = (String(describing: Self.self), try toJson())
        return try failing { try AuraUniffi.render(format: format, title: title, document: document) }
    }
}

private final class Hosted: AuraUniffi.AuraHost, @unchecked Sendable {
    private let answer: @Sendable (String, String) throws -> String

    init(_ answer: @escaping @Sendable (String, String) throws -> String) {
        self.answer = answer
    }

    // Nothing but this error may cross into the native part.
    func ask(method: String, request: String) throws -> String {
        do {
            return try answer(method, request)
        } catch {
            let ours = error as? AuraError
            throw AuraUniffi.AuraError.Failed(
                code: ours?.code ?? "", text: ours?.message ?? String(describing: error), hints: [], retryable: false)
        }
    }
}

private func ours(_ error: AuraUniffi.AuraError) -> AuraError {
    switch error {
    case .Failed(let code, let text, let hints, let retryable):
        return AuraError(code: code, message: text, hints: hints, retryable: retryable)
    }
}

func failing<T>(_ work: () throws -> T) throws -> T {
    do {
        return try work()
    } catch let error as AuraUniffi.AuraError {
        throw ours(error)
    }
}
