//! Text kernel: tokens with byte spans, sentences, tags, numbers, money, durations, readability.
//!
//! It knows nothing of Aura's nouns. In comes text that nobody trusts; out come spans into that text and
//! what they say. Never here: intents, plans, wording of results.
