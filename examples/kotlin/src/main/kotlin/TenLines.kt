// The ten lines of the README: a goal, its plan, a change in plain English, a run, and what it says.
import aura.Session

suspend fun main() {
    val session = Session() // no model, a store in memory; plug in your own
    val goal = "Guests check out without an account. Raise completion from 61 % to 68 % within 8 weeks."
    val project = session.interpret(goal).project
    session.plan(project)
    println(session.outline(project).text)
    session.edit(project, "add a fraud check before the payment")
    val simulated = session.simulate(project, seed = 1) { println("${it.done} of ${it.total}") }
    println(simulated.explanation.summary)
}
