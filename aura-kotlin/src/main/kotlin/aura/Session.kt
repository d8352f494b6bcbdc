package aura

import aura.documents.ModelRequest
import aura.documents.ModelResponse
import aura.documents.ProgressEvent
import aura.documents.SessionOptions
import aura.native.AuraCall
import aura.native.AuraHost
import aura.native.AuraSession
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonObject

/** What went wrong: [code] for programs, the message and [hints] for people. */
public class AuraException(
    /** Stable code, for example `invalid_goal`. */
    public val code: String,
    message: String,
    /** What can be done about it. */
    public val hints: List<String> = emptyList(),
    /** Whether the same call may work later without a change. */
    public val retryable: Boolean = false,
    cause: Throwable? = null,
) : Exception(message, cause)

/** A language model of the host. Whatever it throws costs the call and nothing else. */
public fun interface Model {
    /** Answers a request. */
    public suspend fun complete(request: ModelRequest): ModelResponse
}

/** A store of the host: requests and answers in JSON, in the forms of `aura-ffi/src/host/store.rs`. */
public fun interface Store {
    /** Answers `commit`, `artifact`, `project`, `projects` or `history`. */
    public suspend fun ask(method: String, request: String): String
}

/** A session over one store. Every operation is a method; threads may share it. */
public class Session(
    options: SessionOptions = SessionOptions(),
    model: Model? = null,
    store: Store? = null,
) : Operations(), AutoCloseable {
    private val native = failing {
        val asked = model?.let { model -> Hosted { _, request -> model.complete(ModelRequest(parse(request))).toJson() } }
        AuraSession(options.toJson(), asked, store?.let { store -> Hosted(store::ask) })
    }

    /** Calls an operation with a request in JSON; the response is JSON, the same bytes as in every language. */
    public suspend fun callJson(operation: String, request: String): String = start(operation, request).await()

    /** The same for threads that may wait. */
    public fun callJsonBlocking(operation: String, request: String): String = failing { native.call(operation, request) }

    /** Begins an operation. */
    public fun start(operation: String, request: String): Call = Call(native.start(operation, request))

    override suspend fun run(operation: String, request: JsonObject, progress: ((ProgressEvent) -> Unit)?): JsonObject {
        val call = start(operation, request.toString())
        if (progress == null) return parse(call.await())
        return coroutineScope {
            launch { call.events().collect { progress(it) } }
            parse(call.await())
        }
    }

    /** Lets go of the store. Calls under way go on to their end. */
    override fun close(): Unit = native.close()
}

/** An operation under way. */
public class Call internal constructor(private val native: AuraCall) {
    /** Waits for the response, once. Where the coroutine is cancelled, so is the work. */
    public suspend fun await(): String = try {
        // Without a dispatcher the rest would run inside the callback that wakes it, which waits for it.
        withContext(Dispatchers.Default) { native.finish() }
    } catch (error: CancellationException) {
        native.cancel()
        throw error
    } catch (error: aura.native.AuraException) {
        throw ours(error)
    }

    /** The progress until the end; each event is given once. */
    public fun events(): Flow<ProgressEvent> = flow {
        while (true) {
            val isDone = native.isDone()
            val event = native.nextEvent(LOOK_MS)
            if (event != null) emit(ProgressEvent(parse(event))) else if (isDone) break
        }
    }.flowOn(Dispatchers.IO)

    /** Asks the work to stop; [await] then throws with the code `cancelled`. */
    public fun cancel(): Unit = native.cancel()
}

/** How long a wait for an event lasts before the coroutine looks whether it was cancelled. */
private const val LOOK_MS: ULong = 50u

private class Hosted(private val answer: suspend (String, String) -> String) : AuraHost {
    // Nothing but this exception may cross into the native part, errors of the virtual machine neither.
    override fun ask(method: String, request: String): String = try {
        runBlocking { answer(method, request) }
    } catch (error: Throwable) {
        val ours = error as? AuraException
        throw aura.native.AuraException.Failed(ours?.code ?: "", ours?.message ?: error.toString(), emptyList(), false)
    }
}

private fun ours(error: aura.native.AuraException): AuraException = when (error) {
    is aura.native.AuraException.Failed -> AuraException(error.code, error.text, error.hints, error.retryable, error)
}

internal fun <T> failing(work: () -> T): T = try {
    work()
} catch (error: aura.native.AuraException) {
    throw ours(error)
}
