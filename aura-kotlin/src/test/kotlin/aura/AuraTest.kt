package aura

import aura.documents.Distribution
import aura.documents.Limits
import aura.documents.MeanAndDeviation
import aura.documents.Message
import aura.documents.ModelResponse
import aura.documents.ProgressEvent
import aura.documents.SessionOptions
import aura.documents.Speaker
import aura.documents.StopReason
import aura.documents.Usage
import java.io.File
import java.nio.file.Files
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.withTimeoutOrNull
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.assertThrows

private const val GOAL =
    "Guests check out without an account. They enter an address and pay by card. Raise checkout completion from 61 % to 68 % within 8 weeks."

/** The package as its users have it: what operations give, and that nothing that goes wrong ends the process or hangs. */
@Timeout(300)
class AuraTest {
    private suspend fun planned(session: Session): String {
        val project = session.interpret(GOAL).project
        session.plan(project)
        return project
    }

    private fun quiet(model: Model? = null, store: Store? = null, timeout: Long? = null) =
        Session(SessionOptions(clock = false, hostTimeoutMs = timeout), model, store)

    private suspend fun code(work: suspend () -> Any?): String = try {
        work()
        "nothing"
    } catch (error: AuraException) {
        assertTrue(error.message!!.isNotBlank())
        error.code
    }

    private suspend fun asked(session: Session) =
        session.complete("a", "b", listOf(Message(Speaker.USER, "c")), 9)

    @Test
    fun theVectorsAreAnswered() {
        val lines = runner.lines(File(System.getProperty("aura.root"), "conformance"))
        File(System.getProperty("aura.lines")).writeText(lines.joinToString("") { "$it\n" })
        assertEquals(emptyList<String>(), lines.filter { !it.startsWith("ok ") })
        assertTrue(lines.isNotEmpty())
    }

    @Test
    fun aRunIsTheSameForTheSameSeedAndShowsItself() = runBlocking {
        val session = quiet()
        val project = planned(session)
        val first = session.simulate(project, cases = 200, seed = 7)
        assertEquals(first, session.simulate(project, cases = 200, seed = 7))
        assertTrue(first != session.simulate(project, cases = 200, seed = 8))
        assertTrue(first.run.cases > 0 && first.explanation.summary.contains("simulated"))
        assertTrue(first.toHtml().contains("color-scheme:light dark") && first.toMarkdown().contains("**Simulated**"))
        assertTrue(first.toVegaLite().contains("vconcat"))
        assertFalse(session.interpret("Guests buy <script>alert(1)</script> tickets.").toHtml().contains("<script", true))
    }

    @Test
    fun documentsAreWrittenAsTheyAreRead() {
        val normal: Distribution = Distribution.Normal(MeanAndDeviation(mean = 3.5, standardDeviation = 1.0))
        assertEquals("{\"type\":\"normal\",\"mean\":3.5,\"standard_deviation\":1.0}", normal.toJson())
        val written = SessionOptions(clock = false, threads = 2, limits = Limits(parse("{\"document_bytes\":5}")))
        val read = SessionOptions(parse(written.toJson()))
        assertEquals(listOf<Any?>(false, 2L, 5L, null), listOf(read.clock, read.threads, read.limits?.documentBytes, read.path))
        assertEquals("invalid_request", assertThrows<AuraException> { parse("[") }.code)
        assertEquals("invalid_request", assertThrows<AuraException> { MeanAndDeviation(Double.NaN, 1.0) }.code)
    }

    @Test
    fun progressIsAFunctionAndAFlow() = runBlocking {
        val session = quiet()
        val project = planned(session)
        val heard = mutableListOf<ProgressEvent>()
        session.simulate(project, cases = 300) { heard += it }
        assertTrue(heard.isNotEmpty() && heard.last().done == heard.last().total, heard.toString())
        val call = session.start("simulate", "{\"project\":\"$project\",\"cases\":300}")
        assertEquals(heard, call.events().toList())
        assertTrue(call.await().startsWith("{"))
        assertEquals("invalid_request", code { call.await() })
        assertThrows<IndexOutOfBoundsException> { runBlocking { session.simulate(project) { throw IndexOutOfBoundsException("x") } } }
        Unit
    }

    @Test
    fun errorsHaveACodeAndHints() = runBlocking {
        val session = quiet()
        for ((expect, work) in listOf<Pair<String, suspend () -> Any?>>(
            "invalid_goal" to { session.interpret("") },
            "limit_input" to { session.interpret("x".repeat(2_000_000)) },
            "not_found" to { session.plan("project_nobody") },
            "unavailable_model" to { asked(session) },
            "invalid_request" to { session.callJson("interpret", "[".repeat(200_000)) },
            "invalid_request" to { session.callJson("interpret", "{\"text\": \"\\ud800\"}") },
            "invalid_request" to { session.callJson("fly", "{}") },
            "invalid_request" to { session.simulate("project_nobody", budget = Double.NaN) },
            "unavailable_store" to { Session(SessionOptions(path = "/no/such/folder/store")) },
            "invalid_request" to { Session(SessionOptions(parse("{\"colour\": 1}"))) },
        )) assertEquals(expect, code(work))
        val error = assertThrows<AuraException> { session.callJsonBlocking("fly", "{}") }
        assertTrue(error.hints.single().contains("interpret") && !error.retryable)
    }

    @Test
    fun aPanicIsAnErrorAndTheSessionGoesOn() = runBlocking {
        val session = quiet()
        assertEquals("internal", code { session.callJson("panic_for_tests", "{}") })
        assertEquals("internal", code { session.callJsonBlocking("panic_for_tests", "{}") })
        assertTrue(session.projects().projects.isEmpty())
    }

    @Test
    fun cancelledWorkStopsSoonAndTheSessionGoesOn() = runBlocking {
        val session = quiet()
        val project = planned(session)
        var seconds = System.nanoTime()
        assertEquals(null, withTimeoutOrNull(300) { session.simulate(project, cases = 5_000_000) })
        val call = session.start("simulate", "{\"project\":\"$project\",\"cases\":5000000}")
        launch { delay(200); call.cancel() }
        assertEquals("cancelled", code { call.await() })
        seconds = System.nanoTime() - seconds
        assertTrue(seconds < 60_000_000_000, "$seconds ns")
        val job = async { session.simulate(project, cases = 5_000_000) { } }
        delay(200)
        job.cancel()
        assertThrows<CancellationException> { runBlocking { withTimeout(60_000) { job.await() } } }
        assertTrue(session.simulate(project, cases = 100).run.cases > 0)
    }

    @Test
    fun aModelAnswersOrCostsACall() = runBlocking {
        val good = quiet({ request -> ModelResponse(request.messages[0].text, StopReason.COMPLETE, Usage(1, 1)) })
        assertEquals("c", asked(good).text)
        for ((expect, model) in listOf<Pair<String, Model>>(
            "unavailable_model" to Model { throw NoSuchElementException("no key") },
            "unavailable_model" to Model { throw StackOverflowError() },
            "unavailable_model" to Model { ModelResponse(parse("{\"colour\": 1}")) },
            "denied" to Model { throw AuraException("denied", "not here") },
            "unavailable_model" to Model { delay(100_000); throw IllegalStateException() },
        )) {
            val session = quiet(model, timeout = 400)
            assertEquals(expect, code { asked(session) })
            assertTrue(session.projects().projects.isEmpty())
        }
    }

    @Test
    fun aStoreThatThrowsOrHangsCostsACall() = runBlocking {
        for (store in listOf(
            Store { _, _ -> throw java.io.IOException("the disk is gone") },
            Store { _, _ -> Thread.sleep(100_000); "[]" },
            Store { _, _ -> "no json" },
        )) {
            val session = quiet(store = store, timeout = 400)
            assertEquals("unavailable_store", code { session.projects() })
            assertEquals("unavailable_store", code { session.interpret(GOAL) })
        }
        assertTrue(quiet(store = { _, _ -> "[]" }).projects().projects.isEmpty())
    }

    @Test
    fun aHundredCallsAtOnceAndThreadsShareASession() = runBlocking {
        val session = quiet()
        val project = planned(session)
        val answers = coroutineScope { (1..100).map { async { session.outline(project).text } }.awaitAll() }
        assertEquals(1, answers.toSet().size)
    }

    @Test
    fun aCoroutineWithoutADispatcherIsAnswered() = runBlocking(Dispatchers.Unconfined) {
        val session = quiet()
        assertTrue(session.simulate(planned(session), cases = 100).run.cases > 0)
    }

    @Test
    fun aKilledProcessLeavesAStoreThatOpens() = runBlocking {
        val path = Files.createTempDirectory("aura").resolve("store").toString()
        val java = File(System.getProperty("java.home"), "bin/java").path
        val process = ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "aura.KilledKt", path).start()
        val project = process.inputStream.bufferedReader().readLine()
        process.destroyForcibly().waitFor()
        val session = Session(SessionOptions(path = path))
        assertTrue(session.presentPlan(project).plan.nodes.isNotEmpty())
        assertEquals(listOf(2L, 1L), session.history(project).revisions.map { it.number })
    }
}
