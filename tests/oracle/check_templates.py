#!/usr/bin/env python3
"""Evaluates every template in both languages with the reference, and checks the form of templates and catalogue.

Prints attainment, CAC, ROI, the factor that reaches the goal and the media money it takes; exits with 1 on a fault.
"""

import json
import pathlib
import sys

from reference import evaluate, scale_mix

PERSIST = pathlib.Path(__file__).parents[2] / "src" / "persist"
LANGUAGES = ("zh-Hant", "en")
PLAIN = {"monthly_budget"}
RATES = {"gross_margin", "conversion_rate", "fit_rate", "carryover", "share_without", "gain"}


def localized(node, language):
    """The node with every pair of texts replaced by one language."""
    if isinstance(node, dict):
        return node[language] if set(node) == set(LANGUAGES) else {k: localized(v, language) for k, v in node.items()}
    return [localized(item, language) for item in node] if isinstance(node, list) else node


def faults(node, path, rate=False):
    """Numbers that are no estimate, estimates out of order or of another source, texts missing a language."""
    if isinstance(node, (int, float)) and not isinstance(node, bool):
        return [] if path.rsplit(".", 1)[-1] in PLAIN else [f"{path} is no estimate"]
    if isinstance(node, list):
        return [fault for place, item in enumerate(node) for fault in faults(item, f"{path}[{place}]")]
    if not isinstance(node, dict):
        return []
    if "value" in node:
        most = 1 if rate else float("inf")
        good = 0 <= node["low"] <= node["value"] <= node["high"] <= most and node["source"] == "assumption"
        return [] if good and len(node) == 4 else [f"{path}: {node}"]
    if set(node) & set(LANGUAGES):
        return [] if set(node) == set(LANGUAGES) and all(node.values()) else [f"{path}: a language is missing"]
    return [f for key, item in node.items()
            for f in faults(item, f"{path}.{key}", key in RATES or path.endswith("conversion_rates"))]


def check_template(path, catalogue):
    template = json.loads(path.read_text(encoding="utf-8"))
    plan, name = template["plan"], template["id"]
    found = [f for part in ("economics", "stages", "channels") for f in faults(plan[part], f"{name}.{part}")]
    found += [f"{name}: {key}" for key in ("title", "for") if set(template[key]) != set(LANGUAGES)]
    found += [f"{name}: channel {c['id']} is not in the catalogue" for c in plan["channels"] if c["id"] not in catalogue]
    results = []
    for language in LANGUAGES:
        written = localized(plan, language)
        report, factor = evaluate(written), scale_mix(written)
        results.append((report, factor))
    report, factor = results[0]
    found += [] if results[0] == results[1] else [f"{name}: the languages differ in numbers"]
    metrics, goal = report["metrics"], report["goal"]
    found += [] if path.stem == name == plan["template"] else [f"{name}: file, id and template differ"]
    found += [] if 0.6 <= goal["attainment"] <= 1.4 else [f"{name}: attainment"]
    found += [] if -0.5 <= metrics["roi"] <= 8 else [f"{name}: roi"]
    found += [] if factor else [f"{name}: not reachable by scaling"]
    print(f"{name:11} attainment {goal['attainment']:6.3f}  CAC {metrics['cac']:10,.0f}  ROI {metrics['roi']:6.2f}"
          f"  LTV:CAC {metrics['cltv_to_cac']:6.2f}  cost {report['totals']['cost']:11,.0f}"
          f"  factor {factor or 0:7.4f}  media at goal {(factor or 0) * report['totals']['media']:13,.2f}")
    for channel in report["channels"]:
        print(f"    {channel['id']:12} CAC {channel['cac']:10,.0f}  ROI {channel['roi']:6.2f}"
              f"  unit cost {channel['unit_cost_effective']:9.2f}  marginal ROAS {channel['roas_marginal']:6.2f}")
    return found


if __name__ == "__main__":
    entries = json.loads((PERSIST / "catalogue.json").read_text(encoding="utf-8"))
    problems = faults(entries, "catalogue")
    for file in sorted((PERSIST / "templates").glob("*.json")):
        problems += check_template(file, {entry["id"] for entry in entries})
    print(f"{len(entries)} channels in the catalogue")
    print("\n".join(problems) or "no faults")
    sys.exit(bool(problems))
