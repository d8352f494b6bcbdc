//! Tells English from other languages, kindly towards short texts.

use std::collections::BTreeMap;

/// What language a text seems to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// English, or too little to say otherwise.
    English,
    /// Another language, by its English name.
    Other(&'static str),
}

/// Function words of languages in Latin script; words that are English too are left out.
const FUNCTION_WORDS: &[(&str, &str)] = &[
    (
        "German",
        "der die das und ist nicht ein eine einen einem einer ich wir sie es mit für auf den dem des von zu im soll \
         sollen wird werden kann können möchte möchten dass wenn oder auch bei aus nach über unsere ihre damit durch \
         als wie nur noch haben hat sind zum zur bitte kunden kunde",
    ),
    (
        "French",
        "le la les et est un une des du de que qui dans pour sur avec pas nous vous ils elle je veux voudrais doit \
         doivent peut peuvent au aux ce cette ces son sa ses leur par plus ou mais être sont afin lorsque nos notre",
    ),
    (
        "Spanish",
        "el la los las y es un una de que en para por con no se su sus quiero queremos debe deben puede pueden al del \
         lo como más pero cuando si este esta estos ser son usuario usuarios cliente clientes nuestro",
    ),
    (
        "Italian",
        "il lo la gli le e è un una di che per con non si del della dei delle al alla nel nella vogliamo voglio deve \
         devono può possono sono come più ma quando questo questa nostro cliente utente",
    ),
    (
        "Portuguese",
        "o os as e é um uma de que para por com não se do da dos das no na nos nas quero queremos deve devem pode podem \
         ao mais mas quando este esta são usuário cliente nosso você",
    ),
    (
        "Dutch",
        "de het een en van ik wij ze dat die niet met voor op aan zijn moet moeten kan kunnen wil willen wordt worden \
         naar bij als maar ook door over onze klanten klant gebruikers",
    ),
    (
        "Polish",
        "i w na z do nie się jest że o jak po dla oraz od przez chcę chcemy musi może powinien jego jej być są tego",
    ),
    (
        "Swedish",
        "och att det som en ett är på för med inte av den vi jag ska kan vill när om från till våra kunder användare",
    ),
    (
        "Turkish",
        "ve bir bu için ile da de ne çok daha gibi olarak olan kadar sonra var müşteri kullanıcı istiyorum",
    ),
];

const ENGLISH: &str = "the a an and or of to in on for with is are be we i you they it that this when if then so by at \
    from as not can must should will want need our their all each after before user users customer customers add make \
    let have has do how what who us my your please new should would could into than but no only";

/// Says whether a text is in English. Short or unclear texts count as English.
///
/// Another script decides by its share of the letters; Latin script by function words (the method of Grefenstette
/// 1995, with our own lists). A text in another language must show at least three such words, and clearly more of
/// them than of English ones.
///
/// # Example
/// ```
/// use aura_core::text::{Language, detect_language};
/// assert_eq!(detect_language("guest checkout"), Language::English);
/// assert_eq!(detect_language("Wir möchten, dass Kunden ohne Konto zahlen können."), Language::Other("German"));
/// ```
pub fn detect_language(text: &str) -> Language {
    if let Some(script) = foreign_script(text) {
        return Language::Other(script);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut total = 0_usize;
    let sample =
        text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).take(2_000);
    for word in sample {
        let lower = word.to_lowercase();
        *counts.entry("").or_default() += 0;
        total += 1;
        if ENGLISH.split_whitespace().any(|known| known == lower) {
            *counts.entry("English").or_default() += 1;
        }
        for (language, words) in FUNCTION_WORDS {
            if words.split_whitespace().any(|known| known == lower) {
                *counts.entry(language).or_default() += 1;
            }
        }
    }
    let english = counts.get("English").copied().unwrap_or(0);
    let other = FUNCTION_WORDS
        .iter()
        .map(|(language, _)| (counts.get(language).copied().unwrap_or(0), *language))
        .fold((0, ""), |best, next| if next.0 > best.0 { next } else { best });
    let clearly = other.0 >= 3 && other.0 > english * 2 && other.0 * 6 >= total;
    if clearly { Language::Other(other.1) } else { Language::English }
}

fn foreign_script(text: &str) -> Option<&'static str> {
    let mut latin = 0_usize;
    let mut scripts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for character in text.chars().filter(|c| c.is_alphabetic()).take(20_000) {
        let script = match character {
            '\u{370}'..='\u{3ff}' => "Greek",
            '\u{400}'..='\u{52f}' => "Russian or another language in Cyrillic script",
            '\u{590}'..='\u{5ff}' => "Hebrew",
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => "Arabic",
            '\u{900}'..='\u{97f}' => "Hindi",
            '\u{e00}'..='\u{e7f}' => "Thai",
            '\u{3040}'..='\u{30ff}' => "Japanese",
            '\u{ac00}'..='\u{d7af}' => "Korean",
            '\u{3400}'..='\u{9fff}' => "Chinese",
            _ => {
                latin += 1;
                continue;
            }
        };
        *scripts.entry(script).or_default() += 1;
    }
    // Japanese mixes its own letters with Chinese ones.
    if let Some(kana) = scripts.get("Japanese").copied() {
        *scripts.entry("Japanese").or_default() +=
            scripts.get("Chinese").copied().unwrap_or(0).min(kana * 20);
        scripts.remove("Chinese");
    }
    let foreign: usize = scripts.values().sum();
    let most = scripts.into_iter().fold(("", 0), |best, next| if next.1 > best.1 { next } else { best });
    (foreign >= 2 && foreign > latin).then_some(most.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let check = |text: &str, expect: Language| assert_eq!(detect_language(text), expect, "{text}");
        for english in [
            "",
            "checkout",
            "Refund bot",
            "onboarding de luxe",
            "Die hard fans get a discount",
            "user sign up, email verify, done",
            "plz make app fast user no wait",
            "A/B test for la carte menu at El Paso",
            "OKR Q3: NPS +5, churn -2 %",
            "Kunden-Portal: customers upload documents and we check them",
        ] {
            check(english, Language::English);
        }
        check("Nous voulons que les clients puissent payer sans compte.", Language::Other("French"));
        check("Queremos que los clientes puedan pagar con su tarjeta.", Language::Other("Spanish"));
        check(
            "Клиент оформляет заказ и платит",
            Language::Other("Russian or another language in Cyrillic script"),
        );
        check("注文を確認して、お客様に通知する", Language::Other("Japanese"));
        check("客户提交订单", Language::Other("Chinese"));
        check("Ik wil dat klanten zonder account kunnen betalen.", Language::Other("Dutch"));
    }
}
