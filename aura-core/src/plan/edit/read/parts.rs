//! Making several steps of one, one of several, and the titles that are joined or taken apart for that.

use super::command::{Readings, link};
use super::ground::GROUP_NOUNS;
use super::item::{Item, Kind};
use super::scene::Scene;
use super::title::{capitalised, title_in};
use super::whole::has;
use crate::domain::edit::{MergeSteps, Operation, SplitStep};
use crate::domain::id::NodeId;

/// `task B & E` as one title.
pub(super) fn compound_title(items: &[Item]) -> Option<String> {
    let named = items.iter().find(|item| {
        matches!(item.kind, Kind::New | Kind::Quoted) && !matches!(item.word.as_str(), "task" | "step")
    });
    match named {
        Some(item) if item.kind == Kind::New => Some(super::title::new_title(item)),
        Some(item) => Some(item.raw.clone()),
        None => {
            // `task B & E`, read as a known node, a sign and a letter.
            let sign = items.iter().position(|item| item.is(&["&"]))?;
            let (left, right) = (items.get(sign.checked_sub(1)?)?, items.get(sign + 1)?);
            Some(format!("{} & {}", left.raw, right.raw))
        }
    }
}

/// Names of new things in a stretch: `task B and task E`, `B and E`, or quoted texts.
pub(super) fn titles_of(items: &[Item], scene: &Scene) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    let mut noun: Option<String> = None;
    for (index, item) in items.iter().enumerate() {
        let next_to_and = || {
            let near = |at: usize| {
                items.get(at).is_some_and(|other| other.is(&["and", "&", ","]) || other.kind == Kind::New)
            };
            near(index + 1) || index.checked_sub(1).is_some_and(near)
        };
        let title = match &item.kind {
            Kind::New | Kind::Quoted => {
                if item.kind == Kind::New {
                    noun = item
                        .raw
                        .split_whitespace()
                        .next()
                        .map(|word| word.to_lowercase().trim_end_matches('s').to_owned());
                }
                Some(if item.kind == Kind::New { super::title::new_title(item) } else { item.raw.clone() })
            }
            Kind::Node(node) => Some(scene.title(node)),
            Kind::Word => {
                if super::scene::is_step_noun(item) {
                    noun = Some(item.word.trim_end_matches('s').to_owned());
                }
                let is_letter = item.raw.chars().count() == 1
                    && item.raw.chars().all(char::is_alphabetic)
                    && item.word != "a";
                (is_letter && next_to_and()).then(|| match &noun {
                    Some(noun) => format!("{noun} {}", item.raw),
                    None => format!("task {}", item.raw),
                })
            }
            _ => None,
        };
        if let Some(title) = title
            && !titles.iter().any(|other| other.eq_ignore_ascii_case(&title))
        {
            titles.push(title);
        }
    }
    titles
}

pub(super) fn split(scene: &Scene, items: &[Item], object: &[Item], after: &[Item]) -> Readings {
    let at = link(after, &["into", "to", "in", "as"]).unwrap_or(after.len());
    let (old, new) = after.split_at(at);
    let named = scene.nodes(items);
    if named.len() > 1 && has(new, &["one", "single"]) {
        return merged(scene, items, object, after);
    }
    let target = named
        .first()
        .cloned()
        .or_else(|| {
            scene.targets(if object == after { old } else { object }).first().map(|(node, _)| node.clone())
        })
        .or_else(|| spelled(scene, items));
    let Some(node) = target else { return vec![] };
    let titles = match titles_of(new, scene).as_slice() {
        titles if titles.len() > 1 => titles.to_vec(),
        _ if spelled_out(new).len() > 1 => spelled_out(new),
        _ => parts_of(&scene.title(&node)),
    };
    if titles.len() < 2 {
        return vec![];
    }
    vec![(Operation::Split(SplitStep { node, titles }), 0.9)]
}

/// `into Ask the email and Ask the address`: the words on both sides of `and`.
pub(super) fn spelled_out(items: &[Item]) -> Vec<String> {
    let rest = items.get(1..).unwrap_or_default();
    let is_vague = has(
        rest,
        &["two", "three", "its", "parts", "separate", "several", "single", "tasks", "steps", "each"],
    );
    if is_vague || rest.iter().any(|item| item.kind != Kind::Word) {
        return vec![];
    }
    rest.split(|item| item.is(&["and", ",", "&"])).filter_map(title_in).collect()
}

/// A step whose title joins just the names that are spoken of: `tasks B and E` for `task B & E`.
pub(super) fn spelled(scene: &Scene, items: &[Item]) -> Option<NodeId> {
    let mut letters: Vec<String> = Vec::new();
    for item in items {
        let name = match item.kind {
            Kind::New => item.word.split_whitespace().last().map(str::to_owned),
            Kind::Word if item.word.chars().count() == 1 => Some(item.word.clone()),
            _ => None,
        };
        if let Some(name) = name.filter(|name| name.chars().all(char::is_alphanumeric) && name != "a")
            && !letters.contains(&name)
        {
            letters.push(name);
        }
    }
    scene.steps().into_iter().find(|node| {
        let parts: Vec<String> = parts_of(&scene.title(node))
            .iter()
            .filter_map(|part| part.split_whitespace().last().map(str::to_lowercase))
            .collect();
        parts.len() > 1 && parts.iter().all(|part| letters.contains(part))
    })
}

/// `Check and pack` are two parts, `task B & E` are `task B` and `task E`.
pub(super) fn parts_of(title: &str) -> Vec<String> {
    let spaced = title.replace('&', " & ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let Some(at) = words.iter().position(|word| *word == "&" || word.eq_ignore_ascii_case("and")) else {
        return vec![];
    };
    let (left, right) = words.split_at(at);
    let (left, right) = (left.join(" "), right.get(1..).unwrap_or_default().join(" "));
    let noun = left
        .split_whitespace()
        .next()
        .filter(|word| super::ground::STEP_NOUNS.contains(&word.to_lowercase().as_str()));
    match noun {
        Some(noun) if !right.to_lowercase().starts_with(&noun.to_lowercase()) => {
            vec![left.clone(), format!("{noun} {right}")]
        }
        _ => vec![left, capitalised(&right)],
    }
}

pub(super) fn merged(scene: &Scene, items: &[Item], object: &[Item], after: &[Item]) -> Readings {
    let at = link(after, &["into", "to", "as", "in"]).unwrap_or(after.len());
    let (old, new) = after.split_at(at);
    let olds = scene.nodes(if scene.nodes(old).len() > 1 { old } else { items });
    let _ = object;
    if olds.len() < 2 || items.iter().any(|item| item.is(GROUP_NOUNS) && !item.is(&["group"])) {
        return vec![];
    }
    let named = new.get(1..).unwrap_or_default();
    let title = compound_title(named).or_else(|| {
        title_in(named).filter(|title| {
            !["One", "One task", "A single task", "Single", "One process"].contains(&title.as_str())
                && title.split_whitespace().count() > 1
        })
    });
    let title = title.or_else(|| joined(scene, &olds));
    vec![(Operation::Merge(MergeSteps { nodes: olds, title }), 0.95)]
}

/// `task B` and `task E` give `task B & E`.
pub(super) fn joined(scene: &Scene, nodes: &[NodeId]) -> Option<String> {
    let titles: Vec<String> = nodes.iter().map(|node| scene.title(node)).collect();
    let first = titles.first()?.split_whitespace().next()?.to_owned();
    let short: Option<Vec<&str>> =
        titles.iter().map(|title| title.strip_prefix(first.as_str()).map(str::trim)).collect();
    let short = short.filter(|short| {
        super::ground::STEP_NOUNS.contains(&first.to_lowercase().as_str())
            && short.iter().all(|name| !name.is_empty())
    })?;
    Some(format!("{first} {}", short.join(" & ")))
}
