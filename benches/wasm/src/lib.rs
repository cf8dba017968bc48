//! The model behind four calls, to be measured in WebAssembly: load a plan, change an input, evaluate, read.

use backcast_model::equations::Model;
use backcast_model::graph::Values;
use backcast_model::plan::{Document, Path, Plan};
use backcast_model::quantity::{Quantity, Reading, name};
use backcast_model::reading::Numbers;
use backcast_model::report::sections;
use wasm_bindgen::prelude::wasm_bindgen;

/// A loaded plan with its values and the places of everything that the report shows, marginals apart: those are slopes,
/// which a spreadsheet does not have.
#[wasm_bindgen]
pub struct Loaded {
    model: &'static Model,
    values: Values<'static>,
    inputs: Vec<Path>,
    outputs: Vec<(Quantity, u16)>,
}

#[wasm_bindgen]
impl Loaded {
    /// Reads a plan. What a benchmark holds it holds to its end.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<Loaded, String> {
        let model: &'static Model = Box::leak(Box::new(Model::of(checked(json)?)));
        let graph = model.graph();
        Ok(Loaded {
            values: graph.evaluate(),
            inputs: graph.inputs().collect(),
            outputs: outputs(model),
            model,
        })
    }

    /// The place of the input with this path; none when no formula reads it.
    pub fn place(&self, path: &str) -> Option<usize> {
        let path = Path::parse(path, self.model.plan().document())?;
        self.inputs.iter().position(|input| *input == path)
    }

    /// Changes the input at a place.
    pub fn set(&mut self, place: usize, value: f64) {
        self.inputs.get(place).into_iter().for_each(|path| self.values.set(*path, value));
    }

    /// Evaluates, and reads every output; undefined is NaN.
    pub fn evaluate(&mut self, out: &mut [f64]) {
        self.values.refresh();
        self.read(out);
    }

    /// Evaluates only.
    pub fn refresh(&mut self) {
        self.values.refresh();
    }

    /// Reads only.
    pub fn read(&self, out: &mut [f64]) {
        for (slot, (quantity, month)) in out.iter_mut().zip(&self.outputs) {
            *slot = self.values.read(*quantity, usize::from(*month)).unwrap_or(f64::NAN);
        }
    }

    /// The names of the outputs, one a line.
    pub fn names(&self) -> String {
        let monthly = |quantity| self.model.graph().is_monthly(quantity);
        let name = |(quantity, month): &(Quantity, u16)| {
            let reading = Reading::now(*quantity);
            name(if monthly(*quantity) { reading.at(*month) } else { reading }, self.model.plan())
        };
        self.outputs.iter().map(name).collect::<Vec<_>>().join("\n")
    }
}

/// Everything an edit does: reads the plan, writes its formulas, evaluates and works backwards from the goal.
#[wasm_bindgen]
pub fn edit(json: &str) -> f64 {
    checked(json)
        .map_or(f64::NAN, |plan| Numbers::of(&Model::of(plan)).mix().factor().unwrap_or(f64::INFINITY))
}

fn checked(json: &str) -> Result<Plan, String> {
    let document: Document = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Plan::check(document).map_err(|fault| fault.to_string())
}

fn outputs(model: &Model) -> Vec<(Quantity, u16)> {
    let plan = model.plan().document();
    let (channels, stages) = (plan.channels.len() as u16, plan.stages.len() as u16);
    let of_plan = [sections::GOAL, sections::TOTALS, sections::METRICS, sections::PLAN_METRICS].concat();
    let of_channel = [sections::TOTALS, sections::METRICS, sections::CHANNEL].concat();
    let mut all: Vec<(Quantity, u16)> = of_plan.into_iter().map(|m| (Quantity::plan(m), 0)).collect();
    for stage in 0..stages {
        all.extend(sections::STAGES.iter().map(|m| (Quantity::stage(stage, *m), 0)));
    }
    for channel in 0..channels {
        all.extend(of_channel.iter().map(|m| (Quantity::channel(channel, *m), 0)));
        let at_stage = |stage| {
            sections::CHANNEL_STAGES.iter().map(move |m| (Quantity::channel_stage(channel, stage, *m), 0))
        };
        all.extend((0..stages).flat_map(at_stage));
    }
    for month in 0..plan.months as u16 {
        all.extend(sections::MONTHS.iter().map(|m| (Quantity::plan(*m), month)));
    }
    let known = |(quantity, _): &(Quantity, u16)| model.graph().quantities().any(|q| q == *quantity);
    all.into_iter().filter(known).collect()
}
