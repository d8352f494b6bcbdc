//! How long reading, typing and pressing take, with the source of each figure.

use crate::des::Span;
use crate::domain::scenario::Device;

const MINUTE_MS: f64 = 60_000.0;
/// Words that an adult reads silently in a minute (Brysbaert 2019, How many words do we read per minute?).
const WORDS_READ: f64 = 238.0;
/// Words of five characters that people type in a minute on a computer, 52 on average (Dhakal et al. 2018, Observations on
/// typing from 136 million keystrokes).
const WORDS_TYPED_COMPUTER: f64 = 52.0;
/// The same on a telephone, 36 on average (Palin et al. 2019, How do people type on mobile devices?).
const WORDS_TYPED_PHONE: f64 = 36.0;
/// A word of typing speeds, in characters with the space.
const WORD_CHARACTERS: f64 = 5.0;
/// How much people differ in typing: standard deviation by mean of both studies (20.2 of 51.6, 13.2 of 36.2).
const TYPING_SPREAD: f64 = 0.38;
/// How much people differ in reading: most adults read 175 to 300 words a minute (Brysbaert 2019), which is four standard
/// deviations of 32 words around 238.
const READING_SPREAD: f64 = 0.13;
/// Makes up its mind, points, presses: the keystroke-level model's operators M, P and K (Card, Moran and Newell 1980, The
/// keystroke-level model for user performance time with interactive systems).
const THINK_MS: f64 = 1_350.0;
const POINT_MS: f64 = 1_100.0;
const PRESS_MS: f64 = 200.0;

/// The speeds of one person. Everything is in milliseconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speeds {
    word_read: f64,
    character_typed: f64,
    pace: f64,
}

impl Speeds {
    /// A person with this pace on this device, who needs `reading` and `typing` times as long as the average.
    pub(super) fn new(device: Device, pace: f64, reading: f64, typing: f64) -> Self {
        let words = match device {
            Device::Computer => WORDS_TYPED_COMPUTER,
            Device::Phone => WORDS_TYPED_PHONE,
        };
        Speeds {
            word_read: MINUTE_MS / WORDS_READ * pace * reading,
            character_typed: MINUTE_MS / (words * WORD_CHARACTERS) * pace * typing,
            pace,
        }
    }

    /// Reads so many words.
    pub(super) fn read(&self, words: u64) -> f64 {
        words as f64 * self.word_read
    }

    /// Goes to a field and types so many characters.
    pub(super) fn typing(&self, characters: u64) -> f64 {
        self.choose() + characters as f64 * self.character_typed
    }

    /// Makes up its mind, points at something and presses it.
    pub(super) fn choose(&self) -> f64 {
        (THINK_MS + POINT_MS + PRESS_MS) * self.pace
    }

    /// Looks at a page and sees that it is not the one that is wanted.
    pub(super) fn glance(&self) -> f64 {
        THINK_MS * self.pace
    }

    /// How much people differ in reading and in typing: coefficients of variation.
    pub(super) fn spreads() -> (f64, f64) {
        (READING_SPREAD, TYPING_SPREAD)
    }
}

/// A span of virtual time.
pub(super) fn milliseconds(span: Span) -> f64 {
    span.micros() as f64 / 1_000.0
}

/// Time since the session began, for example `0:42` or `1:02:07`.
pub(super) fn clock(now_ms: f64) -> String {
    let seconds = (now_ms / 1_000.0).floor() as u64;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours == 0 { format!("{minutes}:{seconds:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by hand from the published speeds.
    #[test]
    fn times_are_those_of_the_publications() {
        let check = |is: f64, expect: f64| assert!((is - expect).abs() < 1e-9, "{is} {expect}");
        let computer = Speeds::new(Device::Computer, 1.0, 1.0, 1.0);
        let phone = Speeds::new(Device::Phone, 1.0, 1.0, 1.0);
        check(computer.read(238), 60_000.0);
        check(computer.typing(260) - computer.choose(), 60_000.0);
        check(phone.typing(180) - phone.choose(), 60_000.0);
        check(phone.choose(), 2_650.0);
        let slow = Speeds::new(Device::Phone, 2.0, 1.5, 0.5);
        check(slow.read(238), 180_000.0);
        check(slow.typing(180), 60_000.0 + 5_300.0);
    }
}
