//! What is asked of the solver, and what it found: plain numbers of a plan, as they travel between the page and a worker.

use crate::model::plan::{Document, Phasing, Plan};
use crate::model::solve::{BANDS, Mode, Request, RequestFault};
use serde::{Deserialize, Serialize};

/// The most of a month where the phasing is solved, as a factor on the average month, until somebody says otherwise.
pub const CAP: f64 = 2.0;

/// What is to be best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// The least money that reaches the goal.
    MinCost,
    /// The most of the goal's figure for a total.
    MaxGoal,
    /// The most profit.
    MaxProfit,
    /// Today's mix, scaled until it reaches the goal.
    ScaleMix,
}

impl Wish {
    /// Every wish, in the order of the screen.
    pub const ALL: [Wish; 4] = [Wish::MinCost, Wish::MaxGoal, Wish::MaxProfit, Wish::ScaleMix];

    /// The solver's mode; none where nothing is chosen by the solver.
    #[must_use]
    pub const fn mode(self) -> Option<Mode> {
        match self {
            Wish::MinCost => Some(Mode::MinCost),
            Wish::MaxGoal => Some(Mode::MaxGoal),
            Wish::MaxProfit => Some(Mode::MaxProfit),
            Wish::ScaleMix => None,
        }
    }
}

/// How the budgets are spread over the months.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Spread {
    /// As the plan has it.
    Kept,
    /// The same every month.
    Flat,
    /// By the season.
    Seasonal,
    /// Solved: the cheapest months first, with the most of a month as a factor on the average one.
    Solved(f64),
}

/// A channel whose budget the solver must leave alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// Its place in the plan.
    pub channel: u16,
    /// Money per month.
    pub budget: f64,
}

/// A question about the budgets of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What is to be best.
    pub wish: Wish,
    /// The most that all monthly budgets together may be.
    pub total: Option<f64>,
    /// Whether [`BANDS`] hold.
    pub bands: bool,
    /// How the budgets are spread over the months.
    pub spread: Spread,
    /// The channels that stay as they are put.
    pub pins: Vec<Pin>,
}

impl Default for Question {
    fn default() -> Question {
        Question { wish: Wish::MinCost, total: None, bands: false, spread: Spread::Kept, pins: Vec::new() }
    }
}

impl Question {
    /// The budget a channel is held at; none where the solver may choose.
    #[must_use]
    pub fn pinned(&self, channel: u16) -> Option<f64> {
        self.pins.iter().find(|pin| pin.channel == channel).map(|pin| pin.budget)
    }

    /// Holds a channel at a budget, or lets it go.
    pub fn pin(&mut self, channel: u16, budget: Option<f64>) {
        self.pins.retain(|pin| pin.channel != channel);
        self.pins.extend(budget.map(|budget| Pin { channel, budget }));
    }

    /// The plan with the spread that is asked for.
    #[must_use]
    pub fn spread_over(&self, plan: &Document) -> Document {
        let phasing = match self.spread {
            Spread::Kept | Spread::Solved(_) => plan.phasing.clone(),
            Spread::Flat => Phasing::Flat,
            Spread::Seasonal => Phasing::Seasonal,
        };
        Document { phasing, ..plan.clone() }
    }

    /// The plan that is solved: a channel that is held has no other budget to choose.
    #[must_use]
    pub fn held(&self, plan: &Document) -> Document {
        let mut document = self.spread_over(plan);
        for pin in &self.pins {
            if let Some(channel) = document.channels.get_mut(usize::from(pin.channel)) {
                channel.monthly_budget = pin.budget;
                (channel.min_budget, channel.max_budget) = (Some(pin.budget), Some(pin.budget));
            }
        }
        document
    }

    /// The request to the solver; none for today's mix.
    #[must_use]
    pub fn request(&self) -> Option<Request> {
        let cap = match self.spread {
            Spread::Solved(cap) => Some(cap),
            _ => None,
        };
        Some(Request {
            mode: self.wish.mode()?,
            total: self.total,
            bands: self.bands.then_some(BANDS),
            phasing_cap: cap,
        })
    }
}

/// The end of a channel's range that its budget is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// Its least budget.
    Least,
    /// Its largest.
    Most,
}

/// The budgets that were found, in whole units of the currency ([`Question::in_whole_units`]) like what they bring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Solved {
    /// Whether what was asked for can be had.
    pub feasible: bool,
    /// Money per month by channel of the plan; an inactive one keeps its own.
    pub budgets: Vec<f64>,
    /// The monthly budgets of the active channels together.
    pub total: f64,
    /// The spread over the months, where it was solved.
    pub phasing: Option<Vec<f64>>,
    /// The goal's figure with these budgets, baseline included.
    pub reached: f64,
    /// The profit with these budgets.
    pub profit: f64,
    /// The most by which the answer could still be better, relative to it.
    pub gap: f64,
    /// What the next [`crate::model::solve::NEXT_MONEY`] in each channel adds to the figure.
    pub next: Vec<f64>,
    /// The same with today's budgets.
    pub next_today: Vec<f64>,
    /// The end that each channel is at.
    pub ends: Vec<Option<End>>,
    /// The most of the goal's figure, and what is missing, where the goal is not reached.
    pub reachable: Option<(f64, f64)>,
    /// What would be best if no channel were held: money, profit or the goal's figure. None where none is held.
    pub free: Option<f64>,
}

impl Solved {
    /// What was to be best: money per month, profit, or the goal's figure.
    #[must_use]
    pub fn figure(&self, wish: Wish) -> f64 {
        match wish {
            Wish::MinCost | Wish::ScaleMix if self.feasible => self.total,
            Wish::MaxProfit => self.profit,
            _ => self.reached,
        }
    }

    /// The plan with these budgets and the spread they were asked with.
    #[must_use]
    pub fn adopted(&self, plan: &Document, question: &Question) -> Document {
        let mut document = question.spread_over(plan);
        for (channel, budget) in document.channels.iter_mut().zip(&self.budgets) {
            channel.monthly_budget = *budget;
        }
        if let Some(phasing) = &self.phasing {
            document.phasing = Phasing::Factors(phasing.clone());
        }
        document
    }

    /// The same, checked: the solver evaluated the plan with its budgets, so that it breaks no rule.
    #[must_use]
    pub fn adopted_by(&self, plan: &Plan, question: &Question) -> Plan {
        Plan::check(self.adopted(plan.document(), question)).unwrap_or_else(|_| plan.clone())
    }
}

/// A change that alone brings the goal into reach; it was verified by solving again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remedy {
    /// The name of the number in the plan; none for the total of the question.
    pub path: Option<String>,
    /// As it stands.
    pub from: f64,
    /// Enough.
    pub to: f64,
    /// How far that goes beyond the end of the number's own range, relative to the end.
    pub beyond: Option<f64>,
}

/// What a channel brings at some budgets, the others being as solved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The channel's place in the plan.
    pub channel: u16,
    /// Money per month, and what of the figure it adds.
    pub points: Vec<(f64, f64)>,
    /// The same at today's budget and at the solved one.
    pub marks: [(f64, f64); 2],
}

/// The best results by growing total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Efficient {
    /// Money per month and the best figure for it.
    pub points: Vec<(f64, f64)>,
    /// Today's money and figure.
    pub today: (f64, f64),
    /// The best figure for today's money.
    pub same_money: f64,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Work {
    /// The budgets.
    Solving,
    /// Whether there are better ones than those that are shown.
    Proving,
    /// What would bring the goal into reach.
    Mending,
    /// The curves.
    Drawing,
}

/// What is told while a question is answered, in this order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// How far one of the works is, from 0 to 1.
    Progress(Work, f64),
    /// The question has no answer.
    Refused(RequestFault),
    /// The budgets; told once more where a long search found better ones, or a closer bound, after these were shown.
    Solved(Box<Solved>),
    /// What brings the goal into reach, the nearest first.
    Remedies(Vec<Remedy>),
    /// What each channel brings.
    Responses(Vec<Response>),
    /// What every total can do.
    Efficient(Efficient),
    /// Nothing more comes.
    Done,
}
