// The spreadsheet of a plan as a careful person would build it: inputs in cells of their own, a row for every
// quantity and a column for every month, totals behind them. Delays and the length of the relationship are worked into
// the references when the sheet is built, as they would be by hand.

const DAYS_PER_MONTH = 30.4375;
const LAGS = Array.from({ length: 13 }, (_, lag) => lag);

const letter = (n) => (n < 26 ? '' : letter(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
const absolute = (column, row) => `$${letter(column)}$${row + 1}`;

/** Builds rows of cells; every number of the report gets a name. */
export class Sheet {
  rows = [];
  outputs = new Map();
  inputs = new Map();

  constructor(plan) {
    this.plan = plan;
    this.months = Array.from({ length: plan.months }, (_, t) => t);
    this.build();
  }

  /** A cell of its own; answers its reference. */
  cell(content) {
    this.rows.push([content]);
    return absolute(0, this.rows.length - 1);
  }

  input(path, value) {
    const at = this.cell(value);
    this.inputs.set(path, this.rows.length - 1);
    return at;
  }

  /** A row with a cell per month; answers the reference of a month, 0 outside of the plan. */
  row(content) {
    const row = this.rows.length;
    this.rows.push(this.months.map((t) => content(t)));
    const at = (t) => (t >= 0 && t < this.months.length ? absolute(t, row) : '0');
    at.all = `${absolute(0, row)}:${absolute(this.months.length - 1, row)}`;
    return at;
  }

  /** Names a result. */
  out(name, formula) {
    const at = this.cell(formula);
    this.outputs.set(name, [this.rows.length - 1, 0]);
    return at;
  }

  outRow(name, content) {
    const at = this.row(content);
    this.months.forEach((t) => this.outputs.set(`months[${t}].${name}`, [this.rows.length - 1, t]));
    return at;
  }

  /** What leaves in month j arrives `delay` months later, split over two months. */
  delayed(row, delay, t) {
    const whole = Math.floor(delay);
    const rest = delay - whole;
    return rest ? `${1 - rest}*${row(t - whole)}+${rest}*${row(t - whole - 1)}` : row(t - whole);
  }

  build() {
    const { plan, months } = this;
    const { economics: e, goal } = plan;
    this.g = this.input('economics.gross_margin', e.gross_margin);
    this.a = this.input('economics.order_value', e.order_value);
    this.d = this.input('economics.discount_rate', e.discount_rate);
    this.y = this.input('economics.relationship_years', e.relationship_years);
    this.lifeMonths = this.cell(`=12*${this.y}`);
    this.i = this.cell(`=(1+${this.d})^(1/12)-1`);
    this.worth = this.cell(`=(1-(1+${this.i})^(-${this.lifeMonths}))/${this.i}`);
    this.rates = plan.stages.map((s, k) => (k ? this.input(`stages[${k}].conversion_rate`, s.conversion_rate) : null));
    const days = plan.stages.reduce((sums, s) => [...sums, (sums.at(-1) ?? 0) + (s.delay_days ?? 0)], []);
    this.delays = days.map((sum) => sum / DAYS_PER_MONTH);
    const factors = plan.seasonality.map((factor) => this.cell(factor));
    const start = Number(plan.start.slice(5)) - 1;
    const mean = this.cell(`=(${factors.join('+')})/12`);
    this.season = Array.from({ length: 24 }, (_, t) => this.cell(`=${factors[(start + t) % 12]}/${mean}`));
    const raw = this.row((t) => `=${this.season[t]}`);
    this.phase = this.row((t) => `=${raw(t)}/(SUM(${raw.all})/${months.length})`);
    const channels = plan.channels.map((channel, c) => this.channel(channel, c));
    const totals = this.totals('totals.', 'metrics.', channels);
    this.monthly(channels);
    this.stages(channels);
    const target = this.out('goal.target', goal.target);
    const baseline = this.out('goal.baseline', goal.baseline);
    const reached = this.out('goal.reached', `=${baseline}+${totals.revenue}`);
    this.out('goal.gap', `=${target}-${reached}`);
    this.out('goal.attainment', `=${reached}/${target}`);
    this.out('goal.plan_attainment', `=${totals.revenue}/(${target}-${baseline})`);
  }

  response(channel, path, eff, u) {
    const { kind, ...numbers } = channel.response;
    const at = Object.fromEntries(
      Object.entries(numbers).map(([key, value]) => [key, this.input(`${path}.response.${key}`, value)]),
    );
    if (kind === 'linear') return this.row((t) => `=${eff(t)}/${u}`);
    if (kind === 'hill') return this.row((t) => `=${at.ceiling}/(1+(${at.half_at}/${eff(t)})^${at.slope})`);
    const h = this.cell(
      kind === 'saturating' ? `=${at.ceiling}*${u}-${at.at}` : `=2*${at.at}*${at.gain}/(1-${at.gain})`,
    );
    const most = kind === 'saturating' ? at.ceiling : this.cell(`=(${at.at}+${h})/${u}`);
    return this.row((t) => `=${most}*${eff(t)}/(${eff(t)}+${h})`);
  }

  channel(channel, c) {
    const path = `channels[${c}]`;
    const name = `channels.${channel.id}`;
    const { months } = this;
    const field = (key) => this.input(`${path}.${key}`, channel[key]);
    const [u, x, fit, free, carry, prior, ramp, hours, wage, fixed, setup, perYear] = [
      'unit_cost', 'monthly_budget', 'fit_rate', 'free_volume', 'carryover', 'prior_budget', 'ramp_months',
      'labour_hours', 'hourly_wage', 'fixed_cost', 'setup_cost', 'orders_per_year'].map(field);
    const power = LAGS.map((lag) => this.cell(`=${carry}^${lag}`));
    const all = this.cell(`=${power.join('+')}`);
    const spend = this.row((t) => `=${x}*${this.phase(t)}`);
    const eff = this.row((t) => `=(${LAGS.map((l) => `${power[l]}*${l > t ? prior : spend(t - l)}`).join('+')})/${all}`);
    const left = (t) => LAGS.filter((l) => l > months.length - 1 - t).map((l) => power[l]);
    const beyond = months.filter((t) => left(t).length).map((t) => `${spend(t)}*(${left(t).join('+')})`);
    this.out(`${name}.carryover_after`, `=(${beyond.join('+')})/${all}`);
    const response = this.response(channel, path, eff, u);
    const paid = this.row((t) => `=MIN(1,${t + 1}/(${ramp}+1))*${response(t)}`);
    const bought = this.row((t) => `=${free}+${paid(t)}`);
    const qualified = this.row((t) => `=${fit}*${bought(t)}`);
    const volumes = this.funnel(name, qualified);
    const customers = volumes.at(-1).row;
    const orders = this.cell(`=MAX(1,${perYear}*${this.y})`);
    const repeat = this.cell(`=(${orders}-1)/${this.lifeMonths}`);
    const revenue = this.revenue(customers, repeat);
    const paidRevenue = this.revenue(this.paidCustomers(this.row((t) => `=${fit}*${paid(t)}`)), repeat);
    const own = { rows: { spend, customers, revenue }, volumes, repeat, setup };
    own.bought = this.out(`${name}.bought`, `=SUM(${bought.all})`);
    own.overhead = this.cell(`=${hours}*${wage}+${fixed}`);
    own.media = `SUM(${spend.all})`;
    own.labour = `${hours}*${wage}*${months.length}`;
    own.fixed = `${fixed}*${months.length}+${setup}`;
    own.sums = { customers: volumes.at(-1).volume, after: volumes.at(-1).after, revenue: `SUM(${revenue.all})`,
      paid: `SUM(${paidRevenue.all})` };
    own.cltvRevenue = this.cell(`=${this.a}*${orders}`);
    own.cltv = this.cell(`=${this.g}*${this.a}*(1+${repeat}*${this.worth})`);
    Object.assign(own, this.totals(`${name}.`, `${name}.`, [own]));
    this.out(`${name}.unit_cost_effective`, `=${own.media}/SUM(${paid.all})`);
    return own;
  }

  funnel(name, qualified) {
    const last = this.rates.length - 1;
    let due = qualified;
    return this.rates.map((rate, k) => {
      const seasonal = (t) => (k === last ? `MIN(1,${rate}*${this.season[t]})` : rate);
      const delay = this.delays[k];
      const before = due;
      const row = k ? this.row((t) => `=(${this.delayed(before, delay, t)})*${seasonal(t)}`) : qualified;
      if (k) due = this.row((t) => `=${before(t)}*${rate}`);
      const volume = this.out(`${name}.volumes.s${k}`, `=SUM(${row.all})`);
      const whole = Math.floor(delay);
      const late = this.months.flatMap((t) =>
        [[whole, 1 - (delay - whole)], [whole + 1, delay - whole]]
          .filter(([lag, weight]) => k && weight && t + lag >= this.months.length)
          .map(([lag, weight]) => `${weight}*${before(t)}*${seasonal(t + lag)}`));
      const after = this.out(`${name}.after_deadline.s${k}`, late.length ? `=${late.join('+')}` : 0);
      return { row, volume, after };
    });
  }

  paidCustomers(qualified) {
    const last = this.rates.length - 1;
    const due = this.row((t) => `=${qualified(t)}*${this.rates.slice(1, last).join('*')}`);
    return this.row((t) => `=(${this.delayed(due, this.delays[last], t)})*MIN(1,${this.rates[last]}*${this.season[t]})`);
  }

  revenue(customers, repeat) {
    const gained = this.row((t) => (t ? `=${absolute(t - 1, this.rows.length)}+${customers(t)}` : `=${customers(t)}`));
    const life = 12 * this.plan.economics.relationship_years;
    const active = this.row((t) => `=${gained(t - 1)}-(${this.delayed(gained, 1 + life, t)})`);
    return this.row((t) => `=${this.a}*(${customers(t)}+${repeat}*${active(t)})`);
  }

  /** Totals and metrics of one channel, or of all together. */
  totals(total, metric, channels) {
    const sum = (of) => `=${channels.map(of).join('+')}`;
    const t = {};
    t.media = this.out(`${total}media`, sum((c) => c.media));
    t.labour = this.out(`${total}labour`, sum((c) => c.labour));
    t.fixed = this.out(`${total}fixed`, sum((c) => c.fixed));
    t.cost = this.out(`${total}cost`, `=${t.media}+${t.labour}+${t.fixed}`);
    t.customers = this.out(`${total}customers`, sum((c) => c.sums.customers));
    t.after = this.out(`${total}customers_after`, sum((c) => c.sums.after));
    const everyone = this.cell(`=${t.customers}+${t.after}`);
    t.revenue = this.out(`${total}revenue`, sum((c) => c.sums.revenue));
    const paid = this.cell(sum((c) => c.sums.paid));
    t.gross = this.out(`${total}gross_profit`, `=${this.g}*${t.revenue}`);
    t.profit = this.out(`${total}profit`, `=${t.gross}-${t.cost}`);
    const ofAll = (key) => `=(${channels.map((c) => `${c[key]}*(${c.sums.customers}+${c.sums.after})`).join('+')})`;
    const value = this.cell(ofAll('cltv'));
    const cac = this.out(`${metric}cac`, `=${t.cost}/${everyone}`);
    this.out(`${metric}cac_media`, `=${t.media}/${everyone}`);
    this.out(`${metric}cltv_revenue`, `${ofAll('cltvRevenue')}/${everyone}`);
    const cltv = this.out(`${metric}cltv`, `=${value}/${everyone}`);
    this.out(`${metric}cltv_to_cac`, `=${cltv}/${cac}`);
    this.out(`${metric}roas`, `=${t.revenue}/${t.media}`);
    this.out(`${metric}roas_paid`, `=${paid}/${t.media}`);
    this.out(`${metric}roi`, `=${t.profit}/${t.cost}`);
    this.out(`${metric}lifetime_roi`, `=(${value}-${t.cost})/${t.cost}`);
    this.out(`${metric}break_even_roas`, `=1/${this.g}`);
    this.out(`${metric}break_even_roas_full`, `=${t.cost}/(${this.g}*${t.media})`);
    const first = this.cell(`=${this.g}*${this.a}*${everyone}`);
    const monthly = channels.map((c) => `${c.repeat}*(${c.sums.customers}+${c.sums.after})`).join('+');
    const months = this.cell(`=MAX(0,(${t.cost}-${first})/(${this.g}*${this.a}*(${monthly})))`);
    this.out(`${metric}payback_months`, `=IF(${months}<=${this.lifeMonths},${months},NA())`);
    this.out(`${metric}break_even_customers`, `=${t.cost}/(${t.gross}/${t.customers})`);
    return t;
  }

  monthly(channels) {
    const sum = (key) => (t) => `=${channels.map((c) => c.rows[key](t)).join('+')}`;
    const overhead = this.cell(`=${channels.map((c) => c.overhead).join('+')}`);
    const setup = this.cell(`=${channels.map((c) => c.setup).join('+')}`);
    const spend = this.outRow('spend', sum('spend'));
    const cost = this.outRow('cost', (t) => `=${spend(t)}+${overhead}${t ? '' : `+${setup}`}`);
    this.outRow('customers', sum('customers'));
    const revenue = this.outRow('revenue', sum('revenue'));
    const gross = this.outRow('gross_profit', (t) => `=${this.g}*${revenue(t)}`);
    const profit = this.outRow('profit', (t) => `=${gross(t)}-${cost(t)}`);
    const row = this.rows.length;
    const cumulative = this.outRow('cumulative_profit', (t) => `=${t ? `${absolute(t - 1, row)}+` : ''}${profit(t)}`);
    const reached = this.row((t) => `=IF(${cumulative(t)}>=0,${t + 1},99)`);
    const lost = this.row((t) => `=IF(${cumulative(t)}<0,${t + 2},1)`);
    this.out('metrics.break_even_month', `=IF(MIN(${reached.all})<99,MIN(${reached.all}),NA())`);
    const lasting = `MAX(${lost.all})`;
    this.out('metrics.break_even_lasting', `=IF(${lasting}<=${this.months.length},${lasting},NA())`);
  }

  stages(channels) {
    this.rates.forEach((_, k) => {
      const sum = (of) => `=${channels.map(of).join('+')}`;
      const volume = this.out(`stages.s${k}.volume`, sum((c) => c.volumes[k].volume));
      this.out(`stages.s${k}.bought`, k ? 0 : sum((c) => c.bought));
      this.out(`stages.s${k}.after_deadline`, sum((c) => c.volumes[k].after));
      this.out(`stages.s${k}.cost_per_unit_media`, `=(${channels.map((c) => c.media).join('+')})/${volume}`);
      this.out(`stages.s${k}.cost_per_unit`, `=(${channels.map((c) => c.cost).join('+')})/${volume}`);
    });
  }
}
