package aura

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double
import kotlinx.serialization.json.long

/** A document as it came, with its members as properties. Equal documents have equal members. */
public abstract class Document internal constructor(
    /** All members, those of later versions too. */
    public val json: JsonObject,
) {
    /** The document as JSON. */
    public fun toJson(): String = json.toString()

    /** A fragment of HTML, escaped, for light and dark pages. */
    public fun toHtml(): String = show("html")

    /** Markdown, escaped. */
    public fun toMarkdown(): String = show("markdown")

    /** A Vega-Lite specification of a run, a sensitivity or a verdict. */
    public fun toVegaLite(): String = failing { aura.native.chart(toJson()) }

    override fun toString(): String = show("line")

    override fun equals(other: Any?): Boolean = other is Document && other.javaClass == javaClass && other.json == json

    override fun hashCode(): Int = json.hashCode()

    private fun show(format: String): String =
        failing { aura.native.render(format, javaClass.simpleName, toJson()) }
}

/** A word that stands for one of several values. */
public interface Choice {
    /** The word as it is sent. */
    public val word: String
}

/** Reads a document that was written before. */
public fun parse(json: String): JsonObject = try {
    Json.parseToJsonElement(json) as JsonObject
} catch (error: Exception) {
    throw AuraException("invalid_request", "this is no document in JSON: ${error.message}", cause = error)
}

// What the generated documents read and write with.

internal fun text(value: JsonElement?): String = primitive(value).content

internal fun integer(value: JsonElement?): Long = primitive(value).long

internal fun number(value: JsonElement?): Double = primitive(value).double

internal fun truth(value: JsonElement?): Boolean = primitive(value).boolean

internal fun members(value: JsonElement?): JsonObject = value as? JsonObject ?: missing()

internal fun anything(value: JsonElement?): JsonElement = value ?: JsonNull

internal fun <T> optional(value: JsonElement?, read: (JsonElement?) -> T): T? =
    if (value == null || value is JsonNull) null else read(value)

internal fun <T> list(value: JsonElement?, read: (JsonElement?) -> T): List<T> =
    (value as? JsonArray).orEmpty().map(read)

internal fun <T> map(value: JsonElement?, read: (JsonElement?) -> T): Map<String, T> =
    (value as? JsonObject).orEmpty().mapValues { read(it.value) }

internal fun <T : Choice> choice(values: List<T>, value: JsonElement?): T =
    values.find { it.word == text(value) } ?: missing()

/** Members that are absent are left out, so that their defaults hold. */
internal fun written(vararg members: Pair<String, Any?>): JsonObject =
    JsonObject(members.filter { it.second != null }.associate { it.first to element(it.second) })

private fun element(value: Any?): JsonElement = when (value) {
    null -> JsonNull
    is JsonElement -> value
    is Document -> value.json
    is Choice -> JsonPrimitive(value.word)
    is String -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is Double -> if (value.isFinite()) JsonPrimitive(value) else throw AuraException("invalid_request", "$value is no number in JSON")
    is Number -> JsonPrimitive(value)
    is Map<*, *> -> JsonObject(value.entries.associate { it.key.toString() to element(it.value) })
    is Iterable<*> -> JsonArray(value.map(::element))
    else -> throw AuraException("invalid_request", "${value.javaClass.simpleName} cannot be written as JSON")
}

private fun primitive(value: JsonElement?): JsonPrimitive = value as? JsonPrimitive ?: missing()

private fun missing(): Nothing = throw AuraException("invalid_request", "a member of the document is missing or has another form")
