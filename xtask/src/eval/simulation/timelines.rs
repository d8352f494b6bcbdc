//! Scenarios without randomness, whose times must be equal to the digit.
//!
//! Times are compared in whole microseconds, so "equal" means equal. Each key of the expectation is one comparison; a
//! key that nothing here knows fails the scenario.

use aura_core::des::network::Network;
use aura_core::des::{PoolUse, Time};
use serde_json::Value;

use super::scenario::{Scenario, micros};
use super::stories::{Stories, Story};
use crate::eval::Row;
use crate::eval::tally::{Case, Tally, number, numbers, text};

pub(super) fn measure(document: &Value) -> Row {
    let mut tally = Tally::default();
    for scenario in document.as_array().into_iter().flatten() {
        tally.case(text(&scenario["id"]), |case| {
            if let Err(reason) = compare(scenario, case) {
                case.fail(reason);
            }
        });
    }
    tally.into_row("timelines")
}

fn compare(scenario: &Value, case: &mut Case) -> Result<(), String> {
    let Scenario { blueprint, streams, names, until } =
        Scenario::new(&scenario["setup"], text(&scenario["source"]))?;
    let has_pool = !blueprint.pools.is_empty();
    let mut network = Network::new(blueprint, streams).map_err(|error| error.to_string())?;
    let stories = Stories::of(&mut network, until.unwrap_or(Time::NEVER))?;
    let totals =
        if has_pool { network.pool_use(0, until.unwrap_or(stories.end)) } else { PoolUse::default() };
    let told = Told { stories: &stories, names: &names, totals };
    let expected = scenario["expect"].as_object().ok_or("nothing is expected")?;
    expected.iter().try_for_each(|(key, value)| told.check(case, key, value))
}

struct Told<'a> {
    stories: &'a Stories,
    names: &'a [String],
    totals: PoolUse,
}

impl Told<'_> {
    fn check(&self, case: &mut Case, key: &str, value: &Value) -> Result<(), String> {
        let cases = &self.stories.cases;
        if let Some(period) =
            key.strip_prefix("service_start_mod_").and_then(|rest| rest.strip_suffix("_subset_of"))
        {
            let period = micros(period.parse().map_err(|_| format!("`{key}` is not known"))?).max(1);
            let allowed: Vec<u64> = numbers(value).into_iter().map(micros).collect();
            let starts = cases.iter().filter_map(|story| story.started);
            let outside: Vec<u64> = starts
                .map(|start| start.micros() % period)
                .filter(|start| !allowed.contains(start))
                .collect();
            case.same(key, outside, Vec::new());
            return Ok(());
        }
        match key {
            "finished" => match value {
                Value::Array(_) => {
                    let expected: Vec<bool> =
                        value.as_array().into_iter().flatten().filter_map(Value::as_bool).collect();
                    case.same(key, cases.iter().map(|story| story.finished).collect(), expected);
                }
                _ => case.same(key, count(cases, |story| story.finished), number(value)),
            },
            "rejected" => match value {
                Value::Array(list) => {
                    let expected: Vec<String> = list.iter().map(|name| text(name).to_owned()).collect();
                    let refused = cases.iter().enumerate().filter(|(_, story)| story.refused);
                    case.same(key, refused.map(|(place, story)| self.name(place, story)).collect(), expected);
                }
                _ => case.same(key, count(cases, |story| story.refused), number(value)),
            },
            "end_time" => self.times(case, key, value, |story| story.left),
            "service_start" => self.times(case, key, value, |story| story.started_last),
            "service_end" => self.times(case, key, value, |story| story.work_ended),
            "busy_time" => {
                self.times(case, key, value, |story| Some(Time::ZERO.after(story.worked)));
            }
            "exit" => {
                let gone = cases.iter().filter(|story| story.gave_up).filter_map(|story| story.left);
                case.same(key, gone.map(Time::micros).collect(), all_micros(value));
            }
            "total" => case.same(key, self.stories.end.micros(), micros(number(value))),
            "total_service" => {
                let sum: u64 = cases.iter().map(|story| story.worked.micros()).sum();
                case.same(key, sum, micros(number(value)));
            }
            "ids" | "served" => case.same(key, ids(cases, |story| story.finished), numbers(value)),
            "reneged" => case.same(key, ids(cases, |story| story.gave_up), numbers(value)),
            "overtime" => {
                let mut spans: Vec<u64> =
                    self.stories.relieved.iter().map(|(_, span)| span.micros()).collect();
                let mut expected = all_micros(value);
                // In which order servers are listed is a matter of the list, not of the shifts.
                spans.sort_unstable();
                expected.sort_unstable();
                case.same(key, spans, expected);
            }
            "mean_overtime" => {
                let sum: u64 = self.stories.relieved.iter().map(|(_, span)| span.micros()).sum();
                let mean = sum as f64 / 1e6 / self.stories.relieved.len() as f64;
                case.relative(key, mean, number(value), 1e-12);
            }
            "utilisation" => {
                let share = self.totals.busy_micros as f64 / self.totals.duty_micros as f64;
                case.relative(key, share, number(value), 1e-12);
            }
            "timeline" => self.timeline(case, value),
            "by_start" => self.by_start(case, value)?,
            _ => return Err(format!("the expectation `{key}` is not known")),
        }
        Ok(())
    }

    /// Times of one list of cases, in any order of the case but by the list's own, or of one list for each class.
    fn times(&self, case: &mut Case, key: &str, value: &Value, of: impl Fn(&Story) -> Option<Time>) {
        let read = |source: Option<u32>| -> Vec<u64> {
            let those =
                self.stories.cases.iter().filter(|story| source.is_none_or(|source| story.source == source));
            those.filter_map(&of).map(Time::micros).collect()
        };
        match value {
            Value::Object(classes) => {
                for (name, list) in classes {
                    let source = self.names.iter().position(|other| other == name).map(|place| place as u32);
                    case.same(&format!("{key} of {name}"), read(source.or(Some(u32::MAX))), all_micros(list));
                }
            }
            Value::Number(_) => {
                let last = self.stories.cases.iter().filter_map(&of).max().map(Time::micros);
                case.same(key, last, Some(micros(number(value))));
            }
            _ => {
                let those = self.stories.cases.iter();
                // Work that the end of the scenario cut off has no end.
                let those = those.filter(|story| key != "service_end" || story.finished);
                let found = those.filter_map(&of).map(Time::micros).collect();
                case.same(key, found, all_micros(value));
            }
        }
    }

    fn timeline(&self, case: &mut Case, value: &Value) {
        let lists = (numbers(&value["time"]), numbers(&value["server"]), numbers(&value["queue"]));
        let expected: Vec<(u64, u64, u64)> = lists
            .0
            .iter()
            .zip(&lists.1)
            .zip(&lists.2)
            .map(|((time, server), queue)| (micros(*time), *server as u64, *queue as u64))
            .collect();
        let found = self.stories.timeline.iter();
        let found =
            found.map(|(time, busy, waiting)| (time.micros(), u64::from(*busy), *waiting as u64)).collect();
        case.same("timeline", found, expected);
    }

    fn by_start(&self, case: &mut Case, value: &Value) -> Result<(), String> {
        let fields = value.as_object().ok_or("`by_start` is no object")?;
        let mut stories: Vec<&Story> = self.stories.cases.iter().collect();
        stories.sort_by_key(|story| story.arrived);
        for (key, list) in fields {
            let name = format!("by_start.{key}");
            match key.as_str() {
                "start" => {
                    case.same(
                        &name,
                        stories.iter().map(|story| story.arrived.micros()).collect(),
                        all_micros(list),
                    );
                }
                "end" => {
                    let ends = stories.iter().filter_map(|story| story.left).map(Time::micros);
                    case.same(&name, ends.collect(), all_micros(list));
                }
                "finished" => {
                    let expected: Vec<bool> =
                        list.as_array().into_iter().flatten().filter_map(Value::as_bool).collect();
                    case.same(&name, stories.iter().map(|story| story.finished).collect(), expected);
                }
                _ => return Err(format!("the expectation `{name}` is not known")),
            }
        }
        Ok(())
    }

    /// A case as the data name it: its class and its number in it.
    fn name(&self, place: usize, story: &Story) -> String {
        let before =
            self.stories.cases.iter().take(place).filter(|other| other.source == story.source).count();
        let class = self.names.get(story.source as usize).map_or("", String::as_str);
        format!("{class}#{before}")
    }
}

fn all_micros(value: &Value) -> Vec<u64> {
    numbers(value).into_iter().map(micros).collect()
}

fn count(cases: &[Story], which: impl Fn(&Story) -> bool) -> f64 {
    cases.iter().filter(|story| which(story)).count() as f64
}

/// The numbers of cases, from 1.
fn ids(cases: &[Story], which: impl Fn(&Story) -> bool) -> Vec<f64> {
    let all = cases.iter().zip(1_u32..).filter(|(story, _)| which(story));
    all.map(|(_, number)| f64::from(number)).collect()
}
