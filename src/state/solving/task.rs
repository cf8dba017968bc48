//! A question that is being answered: the budgets first, then what would mend an unreachable goal, then the curves.

use super::curves::{drawn, response, spread};
use super::efficient::Tracing;
use super::measured::{Measured, active, budgets, total};
use super::scaled::scaled;
use crate::model::equations::Model;
use crate::model::plan::{Field, Plan};
use crate::model::quantity::{Measure, Quantity};
use crate::model::solve::{Answer, Bound, Fix, Fixes, Lever, Mode, RequestFault, Solver};
use crate::present::budget::{End, Question, Remedy, Response, Solved, Told, Wish, Work};

/// What is done next.
#[derive(Debug)]
enum Stage {
    /// What would be best if no channel were held.
    Free(Box<Solver>),
    Solving(Box<Solver>),
    Mending(Box<Fixes>),
    /// Before the curves.
    Solved,
    /// Curves of so many channels are there, of this plan.
    Curves(Box<Model>, usize),
    Efficient(Box<Tracing>),
    Refused(RequestFault),
    /// Today's mix, which needs no search of its own.
    Scaled,
    Done,
}

/// A question that is being answered.
#[derive(Debug)]
pub struct Task {
    question: Question,
    /// The plan with the spread asked for and today's budgets.
    today: Model,
    /// The plan whose held channels have no other budget to choose.
    held: Model,
    free: Option<f64>,
    /// What was told last, be it the answer or the best so far.
    solved: Option<Solved>,
    responses: Vec<Response>,
    stage: Stage,
}

impl Task {
    /// Begins to answer a question about a plan.
    #[must_use]
    pub fn new(plan: &Plan, question: Question) -> Task {
        // Neither the spread nor a budget that is held breaks a rule; were it to, the plan as it stands is asked about.
        let model = |document| Model::of(Plan::check(document).unwrap_or_else(|_| plan.clone()));
        let today = model(question.spread_over(plan.document()));
        let held = model(question.held(plan.document()));
        let mut task = Task {
            question,
            today,
            held,
            free: None,
            solved: None,
            responses: Vec::new(),
            stage: Stage::Scaled,
        };
        if let Some(request) = task.question.request() {
            let is_free = task.question.pins.is_empty();
            let model = if is_free { &task.held } else { &task.today };
            task.stage = match Solver::new(model.clone(), request) {
                Ok(solver) if is_free => Stage::Solving(Box::new(solver)),
                Ok(solver) => Stage::Free(Box::new(solver)),
                Err(fault) => Stage::Refused(fault),
            };
        }
        task
    }

    /// Whether nothing more comes.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done)
    }

    /// Goes on for a small step, of about a millisecond for a plan of ten channels; answers what there is to tell.
    pub fn advance(&mut self) -> Vec<Told> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Free(solver) => self.free(solver),
            Stage::Solving(solver) => self.solve(solver),
            Stage::Scaled => self.scale(),
            Stage::Mending(fixes) => self.mend(fixes),
            Stage::Solved => self.begin_curves(),
            Stage::Curves(plan, done) => self.draw(plan, done),
            Stage::Efficient(tracing) => self.trace(tracing),
            Stage::Refused(fault) => vec![Told::Refused(fault), Told::Done],
            Stage::Done => Vec::new(),
        }
    }

    fn free(&mut self, mut solver: Box<Solver>) -> Vec<Told> {
        let share = solver.advance(1).share;
        let Some(answer) = solver.answer() else {
            self.stage = Stage::Free(solver);
            return vec![Told::Progress(Work::Solving, share / 2.0)];
        };
        let answer = match answer {
            Ok(answer) => answer,
            Err(fault) => return self.refuse(fault),
        };
        let free = self
            .in_whole_units(&self.solved_of(answer), &Question { pins: Vec::new(), ..self.question.clone() });
        self.free = free.feasible.then(|| free.figure(self.question.wish));
        let Some(request) = self.question.request() else { return vec![Told::Done] };
        self.stage = match Solver::new(self.held.clone(), request) {
            Ok(solver) => Stage::Solving(Box::new(solver)),
            Err(fault) => Stage::Refused(fault),
        };
        Vec::new()
    }

    fn solve(&mut self, mut solver: Box<Solver>) -> Vec<Told> {
        let share = solver.advance(1).share;
        let Some(answer) = solver.answer() else {
            // Once is enough: nobody reads numbers that change all the time.
            let so_far = if self.solved.is_none() { solver.so_far() } else { None };
            self.stage = Stage::Solving(solver);
            let mut told = so_far.map_or_else(Vec::new, |answer| self.tell_solved(&self.solved_of(&answer)));
            let work = if self.solved.is_some() { Work::Proving } else { Work::Solving };
            told.push(Told::Progress(work, share));
            return told;
        };
        let solved = match answer {
            Ok(answer) => self.solved_of(answer),
            Err(fault) => return self.refuse(fault),
        };
        let request = self.question.request().filter(|request| request.mode == Mode::MinCost);
        self.stage = match request.filter(|_| !solved.feasible) {
            Some(request) => Stage::Mending(Box::new(Fixes::new(self.held.plan(), request))),
            None => Stage::Solved,
        };
        self.tell_solved(&solved)
    }

    fn refuse(&mut self, fault: RequestFault) -> Vec<Told> {
        self.stage = Stage::Refused(fault);
        Vec::new()
    }

    fn tell_solved(&mut self, solved: &Solved) -> Vec<Told> {
        let solved = self.in_whole_units(solved, &self.question);
        self.solved = Some(solved.clone());
        vec![Told::Solved(Box::new(solved))]
    }

    /// The same in whole units of the currency, with what that brings. Where the goal was reached it still is: money that
    /// moved between channels by less than a unit may miss it, and then takes another unit.
    fn in_whole_units(&self, solved: &Solved, question: &Question) -> Solved {
        let target = self.today.graph().evaluate().read(Quantity::plan(Measure::Target), 0);
        let reaches = solved.feasible && matches!(question.wish, Wish::MinCost | Wish::ScaleMix);
        let most = u16::try_from(solved.budgets.len()).unwrap_or(u16::MAX);
        let kept = |whole: &Solved| !reaches || target.is_ok_and(|target| whole.reached >= target);
        let with = |spare| self.whole(solved, question, spare);
        (0..=most)
            .find_map(|spare| with(spare).filter(kept))
            .or_else(|| with(0))
            .unwrap_or_else(|| solved.clone())
    }

    /// The same with so many units more than its total needs; none where it has no figures.
    fn whole(&self, solved: &Solved, question: &Question, spare: u16) -> Option<Solved> {
        let plan = self.today.plan().document();
        let budgets = question.in_whole_units(plan, &solved.budgets, solved.feasible, spare);
        let whole = Solved { total: total(&budgets, &active(&self.today)), budgets, ..solved.clone() };
        let model = Model::of(Plan::check(whole.adopted(plan, question)).ok()?);
        let values = model.graph().evaluate();
        let number = |measure| values.read(Quantity::plan(measure), 0).ok();
        Some(Solved { reached: number(Measure::Reached)?, profit: number(Measure::Profit)?, ..whole })
    }

    fn solved_of(&self, answer: &Answer) -> Solved {
        let end = |bound: &Option<Bound>| {
            bound.map(|bound| if bound == Bound::Minimum { End::Least } else { End::Most })
        };
        let today = budgets(&self.today);
        Solved {
            feasible: answer.feasible,
            budgets: answer.budgets.clone(),
            total: answer.total,
            phasing: answer.phasing.clone(),
            reached: answer.reached,
            profit: answer.profit,
            gap: answer.gap,
            next: answer.next.clone(),
            next_today: Measured::new(&self.today, self.question.wish).next(&today, &active(&self.today)),
            ends: answer.bounds.iter().map(end).collect(),
            reachable: answer.reachable.map(|reachable| (reachable.goal, reachable.missing)),
            free: self.free,
        }
    }

    fn scale(&mut self) -> Vec<Told> {
        let solved = scaled(&self.today, self.question.wish);
        if !(solved.reached.is_finite() && solved.profit.is_finite()) {
            return self.refuse(RequestFault::TooLarge);
        }
        self.stage = Stage::Solved;
        self.tell_solved(&solved)
    }

    fn mend(&mut self, mut fixes: Box<Fixes>) -> Vec<Told> {
        let known = fixes.found().len();
        let share = fixes.advance();
        let found = fixes.found();
        let is_new = found.len() > known;
        let useful = found.iter().filter(|fix| !self.is_held(fix.lever));
        let remedies = is_new.then(|| Told::Remedies(useful.map(|fix| self.remedy(fix)).collect()));
        self.stage = if share < 1.0 { Stage::Mending(fixes) } else { Stage::Solved };
        std::iter::once(Told::Progress(Work::Mending, share)).chain(remedies).collect()
    }

    /// Whether a change is one of the bounds that hold a channel: they are the question's, not the plan's.
    fn is_held(&self, lever: Lever) -> bool {
        match lever {
            Lever::Plan(path) => path.field == Field::MaxBudget && self.question.pinned(path.index).is_some(),
            Lever::Total => false,
        }
    }

    fn remedy(&self, fix: &Fix) -> Remedy {
        let path = match fix.lever {
            Lever::Plan(path) => Some(path.name(self.held.plan().document())),
            Lever::Total => None,
        };
        Remedy { path, from: fix.from, to: fix.to, beyond: fix.beyond }
    }

    fn begin_curves(&mut self) -> Vec<Told> {
        let Some(solved) = &self.solved else { return vec![Told::Done] };
        self.stage = Stage::Curves(Box::new(spread(&self.today, solved)), 0);
        Vec::new()
    }

    /// The curve of one channel.
    fn draw(&mut self, plan: Box<Model>, done: usize) -> Vec<Told> {
        let Some(solved) = &self.solved else { return vec![Told::Done] };
        let channels = drawn(&budgets(&self.today), &solved.budgets, &active(&self.today));
        if let Some(channel) = channels.get(done) {
            let response = response(&plan, self.question.wish, solved, *channel);
            self.responses.extend(response);
            self.stage = Stage::Curves(plan, done + 1);
            let share = 0.4 * done as f64 / channels.len() as f64;
            return vec![Told::Progress(Work::Drawing, share)];
        }
        self.responses.sort_by_key(|response| response.channel);
        let responses = Told::Responses(std::mem::take(&mut self.responses));
        let Some(tracing) = Tracing::new(&self.today, &self.held, &self.question, solved) else {
            return vec![responses, Told::Done];
        };
        self.stage = Stage::Efficient(Box::new(tracing));
        vec![responses]
    }

    fn trace(&mut self, mut tracing: Box<Tracing>) -> Vec<Told> {
        let share = tracing.advance();
        if share < 1.0 {
            self.stage = Stage::Efficient(tracing);
            return vec![Told::Progress(Work::Drawing, 0.4 + 0.6 * share)];
        }
        tracing.found().map(Told::Efficient).into_iter().chain([Told::Done]).collect()
    }
}
