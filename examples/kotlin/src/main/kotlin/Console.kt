// A console app: a goal from the command line, progress as it comes, edits in plain English from standard input.
import aura.Session
import aura.documents.ProgressEvent
import aura.documents.SessionOptions

fun bar(event: ProgressEvent): String {
    val share = event.total?.takeIf { it > 0 }?.let { event.done.toDouble() / it } ?: 0.0
    return "[" + "#".repeat((share * 20).toInt()).padEnd(20) + "] ${event.stage} ${event.message}"
}

suspend fun main(arguments: Array<String>) {
    val goal = arguments.firstOrNull() ?: "Guests check out without an account and pay by card."
    Session(SessionOptions(path = arguments.getOrNull(1))).use { session ->
        val (project, intent) = session.interpret(goal).let { it.project to it.intent }
        intent.questions.forEach { println("? ${it.text}") }
        session.plan(project)
        println(session.outline(project).text)
        for (sentence in generateSequence(::readlnOrNull).filter(String::isNotBlank)) {
            val edited = session.edit(project, sentence)
            // What is not understood, or could mean several things, changes nothing and says so.
            println(if (edited.kept) "done: $sentence" else "nothing was changed: ${edited.reading.javaClass.simpleName}")
        }
        val simulated = session.simulate(project, cases = 2000, seed = 1) { println(bar(it)) }
        println(simulated.explanation.summary)
        simulated.run.outcomes.forEach { println("${it.outcome.word}: ${it.cases}") }
    }
}
