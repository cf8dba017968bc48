// The plan that both sides compute: ten channels, five stages, twelve months.

const rates = [null, 0.06, 0.3, 0.45, 0.5];
const delays = [null, 0, 6, 12, 9];
const curves = [
  { kind: 'linear' },
  { kind: 'saturating', ceiling: 90000, at: 1000 },
  { kind: 'doubling', at: 12000, gain: 0.7 },
  { kind: 'hill', ceiling: 80000, half_at: 30000, slope: 1.8 },
];

const stage = (k) => ({
  id: `s${k}`, name: '', tier: 'middle', ...(k && { conversion_rate: rates[k], delay_days: delays[k] }),
});

const channel = (c) => ({
  id: `c${c}`, name: '', trust: 'proven', entry_stage: 's0', unit_cost: 2 + (c % 7),
  monthly_budget: 9000 + 700 * c, response: curves[c % 4], fit_rate: 0.9, free_volume: 20 + c, carryover: 0.3,
  prior_budget: 4000, ramp_months: 1 + (c % 3), labour_hours: 8, hourly_wage: 400, fixed_cost: 1500,
  setup_cost: 6000, orders_per_year: 2 + (c % 3),
});

export const plan = {
  version: 1, name: '', template: '', currency: 'TWD', start: '2027-01', months: 12,
  goal: { metric: 'revenue', target: 5000000, baseline: 100000 },
  economics: {
    order_value: 2400, orders_per_year: 2.5, relationship_years: 0.6, gross_margin: 0.55, discount_rate: 0.08,
  },
  seasonality: [0.9, 0.8, 1, 1.1, 1.2, 0.95, 0.9, 1, 1.05, 1.1, 1.3, 0.7],
  phasing: 'seasonal',
  stages: rates.map((_, k) => stage(k)),
  channels: Array.from({ length: 10 }, (_, c) => channel(c)),
};
