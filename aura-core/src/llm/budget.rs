//! Money and tokens: reserved before a call, settled after it, never above the budget.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::{Model, ModelRequest, ModelResponse, Price, Usage};
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;
use crate::store::BoxFuture;

/// The most that may be spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Money in millionths of a US dollar.
    pub money_micros: u64,
    /// Tokens in and out together.
    pub tokens: u64,
}

/// Keeps account of a budget. Clones share the account.
#[derive(Debug, Clone)]
pub struct Ledger {
    budget: Budget,
    account: Arc<Mutex<Account>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Account {
    money_micros: u64,
    tokens: u64,
}

impl Ledger {
    /// A fresh account.
    pub fn new(budget: Budget) -> Self {
        Ledger { budget, account: Arc::default() }
    }

    /// Sets money and tokens aside, before they are spent.
    ///
    /// # Errors
    /// `limit_budget` or `limit_tokens` where less is left; nothing is set aside then.
    pub fn reserve(&self, money_micros: u64, tokens: u64) -> Result<Reservation> {
        let mut account = self.account();
        let money_left = self.budget.money_micros.saturating_sub(account.money_micros);
        let tokens_left = self.budget.tokens.saturating_sub(account.tokens);
        if money_micros > money_left {
            return Err(short(ErrorCode::LimitBudget, "millionths of a dollar", money_micros, money_left));
        }
        if tokens > tokens_left {
            return Err(short(ErrorCode::LimitTokens, "tokens", tokens, tokens_left));
        }
        account.money_micros += money_micros;
        account.tokens += tokens;
        Ok(Reservation { ledger: self.clone(), money_micros, tokens })
    }

    /// What is spent or set aside: money in millionths of a US dollar, and tokens.
    pub fn spent(&self) -> (u64, u64) {
        let account = self.account();
        (account.money_micros, account.tokens)
    }

    fn account(&self) -> MutexGuard<'_, Account> {
        self.account.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn short(code: ErrorCode, unit: &str, wanted: u64, left: u64) -> Error {
    Error::new(code, format!("the next call may need {wanted} {unit}, {left} are left"))
        .with_hint("raise the budget to go on; what was done so far is kept")
        .with_context("wanted", wanted)
        .with_context("left", left)
}

/// Money and tokens that are set aside. Dropping it without settling gives all of it back.
#[derive(Debug)]
pub struct Reservation {
    ledger: Ledger,
    money_micros: u64,
    tokens: u64,
}

impl Reservation {
    /// Says what was really spent. More than was set aside is booked as what was set aside.
    pub fn settle(mut self, money_micros: u64, tokens: u64) {
        let unused_money = self.money_micros.saturating_sub(money_micros);
        let unused_tokens = self.tokens.saturating_sub(tokens);
        self.money_micros = unused_money;
        self.tokens = unused_tokens;
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        let mut account = self.ledger.account();
        account.money_micros = account.money_micros.saturating_sub(self.money_micros);
        account.tokens = account.tokens.saturating_sub(self.tokens);
    }
}

/// A model that cannot spend more than its budget.
pub struct BudgetedModel {
    model: Arc<dyn Model>,
    ledger: Ledger,
}

impl BudgetedModel {
    /// Puts a budget before a model.
    pub fn new(model: Arc<dyn Model>, ledger: Ledger) -> Self {
        BudgetedModel { model, ledger }
    }
}

impl Model for BudgetedModel {
    fn name(&self) -> &str {
        self.model.name()
    }

    fn is_available(&self) -> bool {
        self.model.is_available()
    }

    fn price(&self) -> Price {
        self.model.price()
    }

    fn complete<'a>(
        &'a self,
        request: &'a ModelRequest,
        control: &'a Control,
    ) -> BoxFuture<'a, Result<ModelResponse>> {
        Box::pin(async move {
            let largest = request.largest_usage();
            let reservation = self.ledger.reserve(self.price().cost_micros(largest), total(largest))?;
            let response = self.model.complete(request, control).await?;
            reservation.settle(self.price().cost_micros(response.usage), total(response.usage));
            Ok(response)
        })
    }
}

fn total(usage: Usage) -> u64 {
    usage.input_tokens.saturating_add(usage.output_tokens)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn spending_never_passes_the_budget(calls in proptest::collection::vec((0_u64..500, 0_u64..500, 0_u64..900), 0..40)) {
            let ledger = Ledger::new(Budget { money_micros: 1_000, tokens: 2_000 });
            for (money, tokens, actual) in calls {
                if let Ok(reservation) = ledger.reserve(money, tokens) {
                    reservation.settle(actual, actual);
                }
                let (spent_money, spent_tokens) = ledger.spent();
                prop_assert!(spent_money <= 1_000 && spent_tokens <= 2_000);
            }
        }
    }

    #[test]
    fn a_dropped_reservation_is_given_back() {
        let ledger = Ledger::new(Budget { money_micros: 10, tokens: 10 });
        drop(ledger.reserve(10, 10).unwrap());
        assert_eq!(ledger.spent(), (0, 0));
        assert_eq!(ledger.reserve(11, 1).unwrap_err().code(), ErrorCode::LimitBudget);
        assert_eq!(ledger.reserve(1, 11).unwrap_err().code(), ErrorCode::LimitTokens);
    }
}
