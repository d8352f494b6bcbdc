//! Success criteria: metric, direction, amount, window, baseline.

use crate::domain::id::CriterionId;
use crate::domain::intent::{ChangeAmount, SuccessCriterion};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Quantity as Amount, Unit};
use crate::text::{
    Block, BlockKind, Comparator, Quantity, QuantityKind, Sentence, Tag, noun_phrases, quantities,
    verb_groups, verb_lemma,
};

use super::figure::{double_or_half, is_base, is_baseline, is_points, started_from, stated_baseline, window};
use super::reading::{lower_first, plain};
use super::section::{Section, Unit as Line};
use super::statement::{amount, quote};
use super::words::{CHANGES, COSTS};

/// The criterion that a sentence states, if it states one.
pub(super) fn read(text: &str, line: &Line<'_>) -> Option<SuccessCriterion> {
    let elsewhere =
        [Section::Experiment, Section::Aside, Section::Background, Section::NonGoals, Section::People];
    if elsewhere.contains(&line.section) {
        return None;
    }
    let sentence = line.sentence;
    let all: Vec<Quantity> =
        quantities(sentence).into_iter().filter(|quantity| quantity.tokens.0 >= line.first).collect();
    let change = change_verb(sentence, line.first);
    let aims = line.section == Section::Success || is_aim(sentence, line);
    let labelled = matches!(
        line.label.as_str(),
        "guardrail" | "primary metric" | "metric" | "success metric" | "target"
    );
    let stays = (line.first..sentence.tokens.len()).find(|at| {
        matches!(sentence.word(*at), "stay" | "stays" | "remain" | "remains")
            || sentence.stands_at(*at, &["not", "below"])
            || sentence.stands_at(*at, &["not", "above"])
    });
    let measured: Vec<&Quantity> =
        all.iter().filter(|one| one.kind != QuantityKind::Date && !is_base(sentence, one)).collect();
    let wanted: Vec<&Quantity> =
        measured.iter().copied().filter(|quantity| !is_baseline(sentence, quantity)).collect();
    let main = main_quantity(sentence, &wanted);
    let has_baseline = wanted.len() < measured.len();
    if !(aims
        || labelled
        || change.is_some() && main.is_some_and(|quantity| quantity.comparator != Comparator::Exactly))
    {
        return None;
    }
    let is_windowed =
        line.section == Section::Success && wanted.iter().any(|one| is_rate_window(sentence, one));
    // `raise a dispute`, `lower the barrier`: without an amount only a metric can be moved.
    if main.is_none()
        && stays.is_none()
        && !has_baseline
        && !is_windowed
        && !names_metric(sentence, change.map_or(line.first, |found| found.0))
    {
        return None;
    }
    if main.is_none() && change.is_none() && !has_baseline && !is_windowed {
        return None;
    }
    let stays = stays.filter(|at| main.is_none_or(|quantity| *at < quantity.tokens.0));
    let negated = change.is_some_and(|(at, _)| {
        (at.saturating_sub(3)..at).any(|before| matches!(sentence.word(before), "not" | "n't" | "never"))
    });
    let shared = main
        .filter(|quantity| {
            quantity.kind == QuantityKind::Percent
                && change.is_none()
                && stays.is_none()
                && sentence.word(quantity.tokens.1 + 1) == "of"
        })
        .and_then(|quantity| shared_name(text, sentence, quantity));
    let hurried = main
        .filter(|_| change.is_none() && stays.is_none() && !is_kept(sentence, line.first))
        .and_then(|quantity| time_until(text, sentence, quantity));
    let fast = hurried.is_some() && shared.is_none();
    let is_share = shared.is_some();
    let capped =
        main.is_some_and(|quantity| matches!(quantity.comparator, Comparator::LessThan | Comparator::AtMost));
    let metric = match shared.or(hurried) {
        Some(name) => name,
        None => {
            metric_name(text, line, change.map(|found| found.0), main.or(measured.first().copied()), stays)
                .or_else(|| main.and_then(|quantity| name_after(text, sentence, quantity)))?
        }
    };
    let guarded = negated
        || stays.is_some()
        || line.label.contains("guardrail")
        || sentence.word(line.first) == "guardrail"
        || is_kept(sentence, line.first) && change.is_none();
    let direction = if fast {
        Direction::Decrease
    } else if is_share && !is_cost(&metric) && !capped {
        Direction::Increase
    } else {
        direction(sentence, line, change, main, guarded, &metric)
    };
    let mut criterion = SuccessCriterion {
        id: CriterionId::named(&metric),
        metric,
        direction,
        baseline: None,
        target: None,
        change: None,
        window_ms: None,
        role: if guarded { MetricRole::Guardrail } else { MetricRole::Primary },
        origin: Origin::stated(vec![quote(text, line.span())], rule(line, change.is_some()), 0.85),
    };
    criterion.baseline = stated_baseline(sentence, &measured, main);
    if let Some(quantity) = main {
        fill(&mut criterion, sentence, quantity);
    }
    criterion.baseline = criterion.baseline.take().or_else(|| started_from(sentence, &measured, main));
    criterion.window_ms = window(sentence, &measured, main);
    if criterion.target.is_none() && criterion.change.is_none() {
        double_or_half(sentence, change.map(|found| found.0), &mut criterion);
    }
    Some(criterion)
}

/// The criteria of a table whose header names metrics.
pub(super) fn read_table(text: &str, rows: &[&Block]) -> Vec<SuccessCriterion> {
    let cells = |block: &Block| match &block.kind {
        BlockKind::TableRow { cells } => cells.clone(),
        _ => Vec::new(),
    };
    let Some(header) = rows.first().map(|block| cells(block)) else { return Vec::new() };
    let names: Vec<String> = header.iter().map(|cell| cell.of(text).to_lowercase()).collect();
    let column = |words: &[&str]| names.iter().position(|name| words.iter().any(|word| name.contains(word)));
    let Some(metric) = column(&["metric", "kpi", "measure", "indicator"]) else { return Vec::new() };
    let (now, target, when) = (
        column(&["now", "today", "current", "baseline", "as is"]),
        column(&["target", "goal", "aim", "to be"]),
        column(&["when", "window", "within", "by", "period"]),
    );
    let mut found: Vec<SuccessCriterion> = Vec::new();
    for row in rows.iter().skip(1) {
        let row_cells = cells(row);
        let Some(name) =
            row_cells.get(metric).map(|cell| plain(cell.of(text))).filter(|name| !name.is_empty())
        else {
            continue;
        };
        let first = |index: Option<usize>| {
            index.and_then(|index| row_cells.get(index)).and_then(|cell| {
                row.sentences.iter().filter(|one| cell.contains(one.span)).find_map(|one| {
                    quantities(one).into_iter().next().map(|quantity| (quantity, one.clone()))
                })
            })
        };
        let (baseline, goal) = (first(now), first(target));
        let guarded = goal.as_ref().is_some_and(|(quantity, sentence)| {
            quantity.comparator != Comparator::Exactly && quantity.comparator != Comparator::To
                || (0..sentence.tokens.len())
                    .any(|at| matches!(sentence.word(at), "not" | "max" | "min" | "≤" | "≥"))
        });
        let value = |found: &Option<(Quantity, Sentence)>| {
            found.as_ref().and_then(|(quantity, _)| amount(quantity, quantity.value))
        };
        let (low, high) = (value(&baseline), value(&goal));
        let direction = match (&low, &high) {
            (Some(low), Some(high)) if !guarded && high.amount > low.amount => Direction::Increase,
            (Some(low), Some(high)) if !guarded && high.amount < low.amount => Direction::Decrease,
            _ if is_cost(&name) => Direction::Decrease,
            _ => Direction::Increase,
        };
        found.push(SuccessCriterion {
            id: CriterionId::named(&name),
            metric: lower_first(&name),
            direction,
            baseline: low,
            target: high,
            change: None,
            window_ms: first(when).and_then(|(quantity, _)| {
                matches!(quantity.kind, QuantityKind::Duration { .. }).then_some(quantity.value as u64)
            }),
            role: if guarded { MetricRole::Guardrail } else { MetricRole::Primary },
            origin: Origin::stated(vec![quote(text, row.span)], "table.metric", 0.95),
        });
    }
    found
}

fn rule(line: &Line<'_>, changes: bool) -> &'static str {
    match (line.section == Section::Success, changes) {
        (true, _) => "criterion.section",
        (false, true) => "criterion.change",
        (false, false) => "criterion.aim",
    }
}

/// `The system shall keep the waiting time under 20 minutes`: a metric that is held.
fn is_kept(sentence: &Sentence, from: usize) -> bool {
    let keep = (from..sentence.tokens.len().min(from + 6))
        .find(|at| matches!(sentence.word(*at), "keep" | "keeps" | "hold"));
    keep.is_some_and(|at| {
        names_metric(sentence, at)
            && quantities(sentence).iter().any(|quantity| {
                quantity.tokens.0 > at
                    && matches!(
                        quantity.comparator,
                        Comparator::LessThan
                            | Comparator::AtMost
                            | Comparator::AtLeast
                            | Comparator::MoreThan
                    )
            })
    })
}

/// Whether a sentence names something that is counted or measured.
fn names_metric(sentence: &Sentence, from: usize) -> bool {
    const METRICS: &[&str] = &[
        "rate",
        "share",
        "conversion",
        "completion",
        "retention",
        "revenue",
        "satisfaction",
        "sale",
        "margin",
        "score",
        "volume",
        "number",
        "amount",
        "adoption",
        "activation",
        "engagement",
        "profit",
        "turnover",
        "nps",
        "csat",
        "speed",
        "sign-up",
        "usage",
        "accuracy",
        "occupancy",
        "utilisation",
        "utilization",
    ];
    let end = (from..sentence.tokens.len().min(from + 9)).find(|at| sentence.word(*at) == ":");
    (from..end.unwrap_or(sentence.tokens.len().min(from + 9))).any(|at| {
        let word = crate::text::noun_singular(sentence.word(at));
        METRICS.contains(&word.as_str()) || sentence.tag(at).is_noun() && COSTS.contains(&sentence.word(at))
    })
}

fn is_aim(sentence: &Sentence, line: &Line<'_>) -> bool {
    let at = line.first;
    line.section == Section::Goal
        || matches!(line.label.as_str(), "goal" | "target" | "success" | "aim" | "objective")
        || sentence.stands_at(at, &["we", "want"])
        || sentence.stands_at(at, &["our", "goal"])
        || sentence.stands_at(at, &["the", "goal"])
        || sentence.stands_at(at, &["our", "target"])
        || sentence.stands_at(at, &["the", "aim"])
        || line.label.starts_with("kr")
        || matches!(sentence.word(at), "success" | "goal" | "aim" | "target" | "kpi")
            && matches!(sentence.word(at + 1), "=" | ":" | "is" | "means")
        || sentence.stands_at(at, &["i", "hope"])
        || sentence.stands_at(at, &["let", "'s", "aim"])
        || (at..sentence.tokens.len()).any(|at| {
            sentence.stands_at(at, &["we", "want"])
                || sentence.stands_at(at, &["would", "be", "happy"])
                || sentence.stands_at(at, &["'d", "be", "happy"])
                || sentence.stands_at(at, &["would", "be", "great"])
        }) && quantities(sentence).iter().any(|quantity| {
            quantity.kind != QuantityKind::Date
                && matches!(
                    quantity.comparator,
                    Comparator::LessThan
                        | Comparator::AtMost
                        | Comparator::AtLeast
                        | Comparator::MoreThan
                        | Comparator::To
                        | Comparator::By
                        | Comparator::FromTo
                )
        })
        || is_kept(sentence, at)
}

fn change_verb(sentence: &Sentence, from: usize) -> Option<(usize, bool)> {
    (from..sentence.tokens.len()).find_map(|at| {
        let tag = sentence.tag(at);
        let moved = matches!(sentence.word(at), "up" | "down")
            && !sentence.stands_at(at, &["up", "to"])
            && (at.saturating_sub(6)..at).any(|verb| {
                matches!(verb_lemma(sentence.word(verb)).as_str(), "go" | "bring" | "come" | "get")
            })
            || matches!(sentence.word(at), "up" | "down")
                && (matches!(sentence.word(at + 1), "from" | "by")
                    || sentence.stands_at(at, &["down", "to"]))
                && (at + 2..at + 4).any(|next| sentence.tag(next) == Tag::Number);
        if moved {
            return Some((at, sentence.word(at) == "up"));
        }
        // `completion rises from 54 %`: before an amount it is a verb, whatever the tagger says.
        let amount_follows =
            matches!(sentence.word(at + 1), "from" | "by" | "to") && sentence.tag(at + 2) == Tag::Number;
        let lemma = if tag.is_verb() || amount_follows && tag == Tag::NounPlural {
            verb_lemma(sentence.word(at))
        } else {
            return None;
        };
        let known = CHANGES.iter().find(|(verb, _)| *verb == lemma)?;
        (tag != Tag::VerbParticiple || amount_follows || sentence.tag(at.wrapping_sub(1)) == Tag::Auxiliary)
            .then_some((at, known.1))
    })
}

fn main_quantity<'found>(sentence: &Sentence, measured: &[&'found Quantity]) -> Option<&'found Quantity> {
    let is_window = |quantity: &Quantity| {
        let before = quantity.tokens.0.checked_sub(1).map_or("", |at| sentence.word(at));
        is_rate_window(sentence, quantity)
            || matches!(quantity.kind, QuantityKind::Duration { .. })
                && matches!(before, "within" | "in" | "after" | "over" | "for" | "last")
                && measured.len() > 1
    };
    // `95 % of payouts within 2 days`: the share is the target, the time belongs to what is counted.
    let share = measured.first().copied().filter(|quantity| {
        quantity.kind == QuantityKind::Percent
            && quantity.comparator != Comparator::FromTo
            && sentence.word(quantity.tokens.1 + 1) == "of"
            && !measured.iter().any(|other| other.comparator == Comparator::FromTo)
    });
    if share.is_some() {
        return share;
    }
    let best = |wanted: &dyn Fn(&Quantity) -> bool| {
        measured.iter().find(|quantity| !is_window(quantity) && wanted(quantity)).copied()
    };
    best(&|quantity| matches!(quantity.comparator, Comparator::FromTo))
        .or_else(|| best(&|quantity| matches!(quantity.comparator, Comparator::By | Comparator::To)))
        .or_else(|| best(&|quantity| quantity.comparator != Comparator::Exactly))
        .or_else(|| best(&|_| true))
}

/// `orders per visitor in 28 days`, `share of visits that end with a booking within a week`: how long is counted.
fn is_rate_window(sentence: &Sentence, quantity: &Quantity) -> bool {
    let before = quantity.tokens.0.checked_sub(1).map_or("", |at| sentence.word(at));
    matches!(quantity.kind, QuantityKind::Duration { .. })
        && matches!(before, "within" | "in" | "over")
        && (0..quantity.tokens.0).any(|at| matches!(sentence.word(at), "per" | "share" | "number"))
}

fn metric_name(
    text: &str,
    line: &Line<'_>,
    change: Option<usize>,
    main: Option<&Quantity>,
    stays: Option<usize>,
) -> Option<String> {
    let sentence = line.sentence;
    let end = sentence.tokens.len();
    let quantity = main.map_or(end, |quantity| {
        (0..quantity.tokens.0)
            .rev()
            .take_while(|at| sentence.span_of(*at, *at).start >= quantity.span.start)
            .last()
            .unwrap_or(quantity.tokens.0)
    });
    // `portal tested, corrections down from 7 %`: the metric stands in the last part.
    let part = |at: usize| {
        let comma = (line.first..at).rev().find(|before| matches!(sentence.word(*before), "," | ";"));
        comma
            .filter(|comma| (line.first..*comma).any(|before| sentence.tag(before).is_verb()))
            .map_or(line.first, |comma| comma + 1)
    };
    let (mut first, mut last) = match (change, stays) {
        (Some(at), _) if at + 1 < end && starts_phrase(sentence, at + 1) => {
            (at + 1, if quantity > at + 1 { quantity } else { end })
        }
        (Some(at), _) => (part(at), at),
        (None, Some(at)) => (part(at), at),
        (None, None) if quantity > line.first => (line.first, quantity),
        // `45% of trial teams connect a source`: the words after the share.
        (None, None) => (main.map_or(line.first, |quantity| quantity.tokens.1 + 1), end),
    };
    if is_kept(sentence, line.first)
        && let Some(keep) =
            (line.first..last).find(|at| matches!(sentence.word(*at), "keep" | "keeps" | "hold"))
    {
        first = keep + 1;
    }
    while first < last
        && (matches!(
            sentence.tag(first),
            Tag::Determiner
                | Tag::Pronoun
                | Tag::Punctuation
                | Tag::Preposition
                | Tag::Modal
                | Tag::To
                | Tag::Interjection
        ) || matches!(
            sentence.word(first),
            "want"
                | "goal"
                | "target"
                | "success"
                | "guardrail"
                | "="
                | "aim"
                | "hope"
                | "is"
                | "bring"
                | "keep"
                | "less"
                | "more"
                | "fewer"
                | "have"
                | "get"
        ))
    {
        first += 1;
    }
    let boundary = (first..last).find(|at| {
        matches!(
            sentence.word(*at),
            "," | ";" | "(" | ":" | "so" | "without" | "while" | "because" | "by" | "within"
        ) || sentence.word(*at) == "from" && sentence.tag(*at + 1) == Tag::Number
    });
    last = boundary.unwrap_or(last);
    // `time from application to permit`: what stands after `to` is a thing here, whatever the tagger says.
    let spans = last >= first + 3
        && sentence.word(last - 2) == "to"
        && (first..last - 2).any(|at| sentence.word(at) == "from");
    while !spans
        && last > first
        && (!matches!(
            sentence.tag(last - 1),
            Tag::Noun
                | Tag::NounPlural
                | Tag::ProperNoun
                | Tag::Number
                | Tag::VerbGerund
                | Tag::VerbParticiple
        ) || matches!(sentence.word(last - 1), "today"))
    {
        last -= 1;
    }
    let words = plain(sentence.span_of(first, last.checked_sub(1)?).of(text));
    let kept: Vec<&str> = words.split(' ').take(12).collect();
    let mut name = lower_first(&kept.join(" "));
    if name.matches('"').count() % 2 == 1 {
        name.push('"');
    }
    (last > first && !words.is_empty()).then_some(name)
}

/// `get a decision in 5 minutes` → `time to get a decision`.
fn time_until(text: &str, sentence: &Sentence, quantity: &Quantity) -> Option<String> {
    let before = quantity.tokens.0.checked_sub(1).map_or("", |at| sentence.word(at));
    let timed = matches!(quantity.kind, QuantityKind::Duration { .. })
        && matches!(before, "in" | "within" | "under" | "than");
    let group =
        verb_groups(sentence).into_iter().rev().find(|group| timed && group.head < quantity.tokens.0)?;
    let object = noun_phrases(sentence)
        .into_iter()
        .find(|phrase| phrase.first > group.last && phrase.head < quantity.tokens.0);
    if matches!(group.lemma.as_str(), "be" | "have" | "want") {
        return object
            .or_else(|| noun_phrases(sentence).into_iter().find(|phrase| phrase.head < group.first))
            .map(|phrase| format!("time until {}", lower_first(&plain(phrase.span.of(text)))));
    }
    let tail = object.map(|phrase| format!(" {}", plain(phrase.span.of(text)))).unwrap_or_default();
    Some(format!("time to {}{tail}", group.lemma))
}

/// `less than 10 % sent back` → `sent back`.
pub(super) fn name_after(text: &str, sentence: &Sentence, quantity: &Quantity) -> Option<String> {
    let first = quantity.tokens.1 + 1 + usize::from(sentence.word(quantity.tokens.1 + 1) == "of");
    let last = (first..sentence.tokens.len())
        .take_while(|at| !matches!(sentence.tag(*at), Tag::Punctuation | Tag::Conjunction))
        .last()?;
    Some(lower_first(&plain(sentence.span_of(first, last).of(text)))).filter(|words| words.len() > 2)
}

/// `45 % of teams connect a source` → `share of teams that connect a source`.
fn shared_name(text: &str, sentence: &Sentence, quantity: &Quantity) -> Option<String> {
    let first = quantity.tokens.1 + 2;
    // `of trial teams connect`: two verbs in a row are a noun and its verb.
    let doubled = |at: usize| sentence.tag(at).is_finite() && sentence.tag(at + 1).is_finite();
    let group = verb_groups(sentence).into_iter().find(|group| group.first > first && !doubled(group.first));
    let Some(group) = group else { return name_after(text, sentence, quantity) };
    let last = (group.first..sentence.tokens.len())
        .take_while(|at| !matches!(sentence.word(*at), "." | "," | ";" | "(" | "by"))
        .last()?;
    let head = group.first - 1;
    let is_subject = (first..=head).all(|at| {
        let tag = sentence.tag(at);
        tag.is_noun()
            || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::VerbThird | Tag::VerbParticiple)
    });
    if !is_subject || !group.finite {
        return name_after(text, sentence, quantity);
    }
    let who = lower_first(&plain(sentence.span_of(first, head).of(text)));
    Some(format!("share of {who} that {}", plain(sentence.span_of(group.first, last).of(text))))
}

fn starts_phrase(sentence: &Sentence, at: usize) -> bool {
    sentence.tag(at).is_noun()
        || matches!(
            sentence.tag(at),
            Tag::Determiner | Tag::Adjective | Tag::VerbParticiple | Tag::VerbGerund
        )
}

fn direction(
    sentence: &Sentence,
    line: &Line<'_>,
    change: Option<(usize, bool)>,
    main: Option<&Quantity>,
    guarded: bool,
    metric: &str,
) -> Direction {
    if let Some(quantity) = main {
        match (quantity.comparator, quantity.upper) {
            (Comparator::FromTo, Some(upper)) if upper > quantity.value => return Direction::Increase,
            (Comparator::FromTo, Some(_)) => return Direction::Decrease,
            (Comparator::LessThan | Comparator::AtMost, _) => {
                let below =
                    (line.first..quantity.tokens.0).any(|at| sentence.stands_at(at, &["not", "below"]));
                return if below { Direction::Increase } else { Direction::Decrease };
            }
            (Comparator::AtLeast | Comparator::MoreThan, _) if change.is_none() => {
                return Direction::Increase;
            }
            _ => {}
        }
    }
    match change {
        // `must not fall` guards a metric that is better high.
        Some((at, up)) => {
            if matches!(verb_lemma(sentence.word(at)).as_str(), "improve") && is_cost(metric) {
                return Direction::Decrease;
            }
            if up != guarded { Direction::Increase } else { Direction::Decrease }
        }
        None if is_cost(metric) => Direction::Decrease,
        None => Direction::Increase,
    }
}

fn is_cost(metric: &str) -> bool {
    metric.to_lowercase().split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| COSTS.contains(&word))
}

fn fill(criterion: &mut SuccessCriterion, sentence: &Sentence, quantity: &Quantity) {
    let moved = (quantity.tokens.0.saturating_sub(4)..quantity.tokens.0).any(|at| sentence.word(at) == "by");
    let value = |number: f64| amount(quantity, number);
    match quantity.comparator {
        Comparator::FromTo => {
            criterion.baseline = value(quantity.value);
            criterion.target = quantity.upper.and_then(value);
        }
        Comparator::By => change_by(criterion, sentence, quantity),
        _ if moved => change_by(criterion, sentence, quantity),
        Comparator::Between => criterion.target = quantity.upper.and_then(value),
        _ => criterion.target = value(quantity.value),
    }
}

fn change_by(criterion: &mut SuccessCriterion, sentence: &Sentence, quantity: &Quantity) {
    let points = is_points(sentence, quantity);
    let relative = quantity.kind == QuantityKind::Percent && !points;
    // `2 points` of a share are two hundredths.
    let of_share = points && criterion.baseline.as_ref().is_some_and(|value| value.unit == Unit::Share);
    let value = match of_share && quantity.kind != QuantityKind::Percent {
        true => Some(Amount::new(quantity.value / 100.0, Unit::Share)),
        false => amount(quantity, quantity.value),
    };
    criterion.change = value.map(|quantity| ChangeAmount { relative, quantity });
}
