package aura

import aura.documents.SessionOptions
import kotlinx.coroutines.runBlocking

/** Writes a plan to a store, says so, and works until it is killed. */
fun main(arguments: Array<String>) = runBlocking {
    val session = Session(SessionOptions(path = arguments[0]))
    val project = session.interpret("Guests check out without an account and pay by card.").project
    session.plan(project)
    println(project)
    session.simulate(project, cases = 5_000_000)
    kotlin.Unit
}
