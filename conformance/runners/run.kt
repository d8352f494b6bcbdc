package runner

import aura.AuraException
import aura.Session
import aura.documents.SessionOptions
import aura.parse
import java.io.File
import java.security.MessageDigest
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Runs the vectors through the Kotlin package. In: the folder of vectors. Out: one line for each vector. */
fun lines(folder: File): List<String> = runBlocking {
    val lines = mutableListOf<String>()
    for (file in folder.listFiles { file -> file.extension == "json" }!!.sortedBy { it.name }) {
        val suite = parse(file.readText())
        val vectors = suite["vectors"] as? JsonArray ?: continue
        val session = Session(SessionOptions(suite["options"]?.jsonObject ?: JsonObject(emptyMap())))
        val saved = mutableMapOf<String, JsonElement>()
        for ((index, vector) in vectors.map { it.jsonObject }.withIndex()) {
            val operation = vector.getValue("operation").jsonPrimitive.content
            var request = vector["request_text"]?.jsonPrimitive?.content ?: (vector["request"] ?: "{}").toString()
            for ((name, value) in saved) request = request.replace("\"$$name\"", value.toString())
            val (response, outcome) = try {
                session.callJson(operation, request).let { it to sha256(it) }
            } catch (error: AuraException) {
                null to error.code
            }
            val expected = vector["error"]?.jsonPrimitive?.content
            var problem = ""
            if ((response == null) != (expected != null) || (expected ?: outcome) != outcome) {
                problem = " instead of ${expected ?: "a response"}"
            } else if (response != null) {
                val answer = parse(response)
                vector["save"]?.jsonObject?.forEach { (name, member) -> saved[name] = answer.getValue(member.jsonPrimitive.content) }
                val isSame = same(vector["response"] ?: answer, answer)
                if (!isSame || vector["sha256"]?.jsonPrimitive?.content.let { it != null && it != outcome }) problem = " instead of what was recorded"
            }
            lines += "${if (problem.isEmpty()) "ok" else "FAIL"} ${file.name} ${index + 1} $operation $outcome$problem"
        }
    }
    lines
}

private fun same(a: JsonElement, b: JsonElement): Boolean = when {
    a is JsonObject && b is JsonObject -> a.keys == b.keys && a.all { same(it.value, b.getValue(it.key)) }
    a is JsonArray && b is JsonArray -> a.size == b.size && a.indices.all { same(a[it], b[it]) }
    a is JsonPrimitive && b is JsonPrimitive && !a.isString && !b.isString -> a == b || a.content.toDoubleOrNull()?.equals(b.content.toDoubleOrNull()) == true
    else -> a == b
}

private fun sha256(text: String): String =
    MessageDigest.getInstance("SHA-256").digest(text.toByteArray()).joinToString("") { "%02x".format(it) }
