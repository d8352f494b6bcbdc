//! A request as a row of items: words, and what the words mean in the present plan.

use super::token::Token;
use crate::domain::id::{FlowId, GroupId, NodeId};

/// One word, or something of the plan that words stand for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    /// What it is.
    pub(super) kind: Kind,
    /// Lower-case words.
    pub(super) word: String,
    /// As written.
    pub(super) raw: String,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A word or sign.
    Word,
    /// Words in quotation marks that name nothing of the plan.
    Quoted,
    /// A step, wait or message.
    Node(NodeId),
    /// A name for a step that is not there, with a noun: `task E`.
    New,
    /// A group, or a step that is named a sub-plan.
    Group(GroupId),
    /// A dividing or joining gateway.
    Gateway(GatewayWord),
    /// A branch, named by its label and a noun: `the false branch`.
    Branch(FlowId),
    /// A condition: a comparison, or the label of a branch.
    Condition,
    /// Where the case ends.
    End,
    /// `everything`, `the rest`.
    All,
}

/// How a gateway is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct GatewayWord {
    /// `first` is 1; the last is `u32::MAX`.
    pub(super) number: Option<u32>,
    /// Whether the joining half is meant.
    pub(super) is_join: bool,
    /// Whether the word says parallel, exclusive or neither.
    pub(super) is_parallel: Option<bool>,
    /// Whether several are meant.
    pub(super) is_plural: bool,
    /// Whether it is a new one: `a gateway`, `another condition`.
    pub(super) is_new: bool,
    /// The one whose question the words are taken from: `the policy decision` for `Is the policy valid?`.
    pub(super) named: Option<NodeId>,
}

impl Item {
    pub(super) fn of(token: &Token) -> Self {
        let kind = if token.is_quoted { Kind::Quoted } else { Kind::Word };
        Item { kind, word: token.lower.clone(), raw: token.raw.clone() }
    }

    pub(super) fn is(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word && words.contains(&self.word.as_str())
    }

    pub(super) fn node(&self) -> Option<&NodeId> {
        match &self.kind {
            Kind::Node(node) => Some(node),
            _ => None,
        }
    }

    pub(super) fn is_condition(&self) -> bool {
        self.kind == Kind::Condition
    }
}

/// Items as text again.
pub(super) fn text_of(items: &[Item]) -> String {
    let tokens: Vec<Token> = items
        .iter()
        .map(|item| Token { lower: item.word.clone(), raw: item.raw.clone(), is_quoted: false })
        .collect();
    super::token::text_of(&tokens)
}
