// The right column: what changed, and what waits for a person: findings, leads, sign-offs, figures not tested.
import { formOf, opener } from "./forms.js";
import { h } from "./nodes.js";
import { SAID, counted, findings, leads, number, untested } from "./words.js";

const FEW = 40;
const STEP = 100;
const MANY = 8; // so many changes of a kind are shown at once

const isFigure = (figure) => Number.isSafeInteger(figure) && figure >= 0;
const show = (figure, words, act, kind = "show") =>
  !isFigure(figure)
    ? h("span", { class: kind }, words)
    : h("button", { type: "button", class: kind, title: "Show it in the workpaper", on: { click: () => act.show(figure) } }, words);

function group(name, title, kind, ui, act, inside, { isOpen = true, note = "" } = {}) {
  const open = ui.open.get(name) ?? isOpen;
  return h(
    "details",
    { key: name, class: `group ${kind}`, id: `group-${name}`, tabindex: "-1", open, on: { toggle: (event) => act.opened(name, event.currentTarget.open) } },
    h("summary", {}, h("h2", {}, title)),
    open && note && h("p", { class: "note" }, note),
    open && inside(),
  );
}

function more(name, total, shown, act, noun) {
  if (total <= shown) return null;
  const next = Math.min(STEP, total - shown);
  return h("button", { key: "more", type: "button", class: "more", on: { click: () => act.more(name, shown + STEP) } }, `Show ${counted(next, `more ${noun}`)}`);
}

// A finding or a lead: what is the matter, where, by which rule, and the answer to it.
function card(item, kind, ui, act, isChosen) {
  const what = kind === "lead" ? "dismiss" : "accept";
  const isCurrent = item.figure !== null && item.figure === ui.shown;
  return h(
    "li",
    {
      key: item.key,
      class: `card ${kind}${item.is_error === false && kind !== "lead" ? " warning" : ""}${isCurrent ? " current" : ""}`,
      tabindex: "-1",
      "aria-current": isCurrent ? "true" : null,
    },
    h("h3", {}, h("i", { "aria-hidden": "true" }, kind === "lead" ? "? " : "\u2717 "), show(item.figure, item.sentence, act)),
    h(
      "p",
      { class: "at" },
      [item.where, item.title].filter(Boolean).join(" \u00b7 "),
      " ",
      h("button", { type: "button", class: "rule", title: "Show what this rule tests", "aria-label": `Rule ${item.rule}`, on: { click: () => act.place(item.rule) } }, item.rule),
    ),
    !isChosen && ui.chosen === item.figure && item.figure !== null && ui.chosen !== null
      ? h("p", { class: "note" }, "Chosen, above.")
      : [opener(what, item, ui, act), formOf(item, ui, act)],
  );
}

// Over the first of several findings that one figure would explain: that figure.
const cause = (item, before, act) =>
  item.cause && item.cause !== before?.cause && h("li", { key: `c${item.key}`, class: "cause" }, show(item.cause_figure, item.cause, act));

function row(item, ui, act, isChosen) {
  const isCurrent = item.figure === ui.shown;
  const isAbove = !isChosen && ui.chosen === item.figure;
  return h(
    "li",
    { key: item.key, class: `figure${isCurrent ? " current" : ""}`, tabindex: "-1", "aria-current": isCurrent ? "true" : null },
    h("span", { class: "what" }, show(item.figure, item.text, act), " ", h("span", { class: "at" }, [item.where, item.why].filter(Boolean).join(": "))),
    !isAbove && opener("tick", item, ui, act),
    !isAbove && formOf(item, ui, act),
  );
}

function spoken(one, ui, act, again) {
  const isCurrent = one.figure !== null && one.figure === ui.shown;
  const kind = one.standing === "holds" ? "by-people" : "lapsed";
  const title = `${SAID[one.said] ?? one.said}: ${one.reported || one.rule}`;
  return h(
    "li",
    { key: `s${one.entry}`, class: `card ${kind}${isCurrent ? " current" : ""}`, tabindex: "-1", "aria-current": isCurrent ? "true" : null },
    h("h3", {}, show(one.figure, title, act)),
    one.why && one.standing !== "holds" && h("p", { class: "why" }, one.why),
    h("p", { class: "quoted" }, `\u201c${one.words}\u201d`, h("span", { class: "at" }, ` ${[one.by, one.on, one.reported && one.rule].filter(Boolean).join(", ")}`)),
    h(
      "p",
      { class: "buttons" },
      again,
      ui.sent.has(`s${one.entry}`)
        ? h("span", { class: "sent" }, "Taking it back\u2026")
        : h("button", { type: "button", "aria-label": `Take back: ${title}`, on: { click: () => act.undo(one) } }, "Take back"),
    ),
    ui.wrong.get(`s${one.entry}`) && h("p", { class: "wrong", role: "alert" }, ui.wrong.get(`s${one.entry}`)),
  );
}

function moved(title, kind, items, line, ui, act) {
  if (!items?.length) return null;
  const name = `moved ${kind}`;
  const isOpen = ui.open.get(name) ?? items.length <= MANY;
  return h(
    "details",
    { key: kind, open: isOpen, on: { toggle: (event) => act.opened(name, event.currentTarget.open) } },
    h("summary", {}, h("h3", {}, `${title} `, h("span", {}, number(items.length)))),
    isOpen && h("ul", { class: `moves ${kind}` }, items.slice(0, STEP).map(line)),
    isOpen && items.length > STEP && h("p", { class: "note" }, `${number(items.length - STEP)} more stand in the workpaper.`),
  );
}

function changes(draft, ui, act) {
  const { at, summary, findings: told, fixed, broken, changed, added, removed, lost } = draft.changes;
  const move = ({ was, now, where, figure }) =>
    h("li", {}, was && h("del", {}, was), was && now && " \u2192 ", now && h("ins", {}, show(figure, now, act)), " ", h("span", { class: "at" }, where));
  const list = (title, kind, items, line) => moved(title, kind, items, line, ui, act);
  return group("changes", `Changed since ${at}`, "changes", ui, act, () => [
    h("p", { key: "sum", class: "sum" }, [summary, told].filter(Boolean).join("; ")),
    list("New findings", "broken", broken, (one) => h("li", {}, h("i", { "aria-hidden": "true" }, "\u2717 "), show(one.figure, one.sentence, act))),
    list("Findings fixed", "fixed", fixed, (words) => h("li", {}, h("i", { "aria-hidden": "true" }, "\u2713 "), h("span", {}, words))),
    list("Figures changed", "changed", changed, move),
    list("Figures added", "added", added, move),
    list("Figures removed", "removed", removed, move),
    list("Ticks lost", "lost", lost, ({ figure, text, why }) => h("li", {}, show(figure, text, act), h("p", { class: "at" }, why))),
  ]);
}

const folded = (words) => words.toLowerCase().replace(/(\d),(?=\d)/g, "$1");

// The figures not tested: searched, by reason, and so many at a time, since there may be thousands.
function bare(draft, items, ui, act) {
  const total = draft.counts["not-tested"] ?? items.length;
  if (!items.length) return null;
  return group("untested", `\u25cb ${counted(items.length + (draft.more ?? 0), "figure")} not tested`, "not-tested", ui, act, () => {
    const asked = folded(ui.asked.trim());
    const parts = asked.split(/\s+/);
    const found = asked ? items.filter((one) => parts.every((part) => folded(`${one.text} ${one.where} ${one.why ?? ""}`).includes(part))) : items;
    const reasons = new Map();
    for (const one of found) {
      if (!reasons.has(one.reason)) reasons.set(one.reason, []);
      reasons.get(one.reason).push(one);
    }
    return [
      h("label", { key: "label", class: "unseen", for: "asked" }, "Search the figures not tested"),
      h("input", { key: "asked", id: "asked", type: "search", placeholder: "Search figures or captions", autocomplete: "off", value: ui.asked, on: { input: (event) => act.ask(event.currentTarget.value) } }),
      asked && h("p", { key: "found", class: "note", role: "status" }, found.length ? `${number(found.length)} of ${number(total)}` : "Nothing has these words in it."),
      [...reasons].map(([reason, figures]) => {
        const name = `why ${reason}`;
        const isCounted = !asked && reason.includes(number(figures.length));
        const shown = ui.more.get(name) ?? FEW;
        const isOpen = asked ? true : (ui.open.get(name) ?? (reasons.size === 1 || items.length <= 12));
        return h(
          "details",
          { key: name, class: "reason", open: isOpen, on: { toggle: (event) => asked || act.opened(name, event.currentTarget.open) } },
          h("summary", {}, !isCounted && h("span", { class: "count" }, `${number(figures.length)} `), reason || "nothing in the documents tests it"),
          isOpen && h("ul", { tabindex: "-1" }, figures.slice(0, shown).map((one) => row(one, ui, act)), more(name, figures.length, shown, act, "figure")),
        );
      }),
      draft.more > 0 && h("p", { key: "rest", class: "note" }, `${number(draft.more)} more stand in the workpaper.`),
    ];
  });
}

// What a person chose in the workpaper, with what can be said of it.
function chosen(all, ui, act) {
  if (ui.chosen === null) return null;
  const of = (items) => items.filter((one) => one.figure === ui.chosen);
  const lines = [
    of(all.findings).map((one) => card(one, "finding", ui, act, true)),
    of(all.leads).map((one) => card(one, "lead", ui, act, true)),
    of(all.said).map((one) => spoken(one, ui, act)),
    of(all.untested).map((one) => row(one, ui, act, true)),
  ].flat();
  return h(
    "section",
    { key: "chosen", class: "chosen", "aria-label": "The figure that you chose", tabindex: "-1" },
    h("h2", {}, "You chose"),
    h("button", { type: "button", class: "close", "aria-label": "Close what you chose", on: { click: () => act.choose(null) } }, "\u00d7"),
    lines.length
      ? h("ul", {}, lines)
      : h("p", {}, "This figure needs nothing from you. The workpaper shows how it was tested."),
  );
}

// Words typed for what the new save no longer has.
function orphans(ui, act, items) {
  const held = new Set(items.map((one) => one.key));
  return [...ui.forms]
    .filter(([key, form]) => form.draft === ui.draft && !held.has(key))
    .map(([key, form]) =>
      h(
        "div",
        { key: `o${key}`, class: "orphan", tabindex: "-1" },
        h("p", {}, `You were writing about \u201c${form.title}\u201d. The draft as saved now no longer has it, so nothing was kept.`),
        form.words && h("p", { class: "quoted" }, `\u201c${form.words}\u201d`),
        h("button", { type: "button", on: { click: () => act.cancel(key) } }, "Close"),
      ),
    );
}

// Beside the package, and beside a draft that could not be checked: how each draft stands.
export function overview(ui, act) {
  const { drafts } = ui.state;
  if (!drafts.length) return [];
  const line = (draft) => {
    if (draft.error) return "could not be checked";
    const left = [counted(draft.findings.length, "finding"), counted(draft.leads.length, "lead"), `${number(draft.counts["not-tested"] ?? 0)} not tested`];
    return left.join(", ");
  };
  return [
    h("h2", { key: "title" }, "The drafts"),
    h("p", { key: "note", class: "note" }, "Findings are answered for in the draft that they stand in."),
    h(
      "ul",
      { key: "drafts", class: "cards", tabindex: "-1" },
      drafts.map((draft) =>
        h(
          "li",
          { key: draft.name, class: `card ${draft.error || draft.findings.length ? "finding" : "fine"}` },
          h("h3", {}, h("button", { type: "button", class: "show", on: { click: () => act.tab(draft.name) } }, draft.name)),
          h("p", { class: "at" }, line(draft)),
        ),
      ),
    ),
  ];
}

export function todo(draft, ui, act) {
  const all = { findings: findings(draft), leads: leads(draft), untested: untested(draft), said: draft.said ?? [] };
  const lapsed = all.said.filter((one) => one.standing === "lapsed" || one.standing === "unmatched");
  const holding = all.said.filter((one) => one.standing === "holds");
  const cards = (name, items, kind, noun) => () => {
    const shown = ui.more.get(name) ?? FEW;
    const lines = items.slice(0, shown).flatMap((one, at) => [cause(one, items[at - 1], act), card(one, kind, ui, act)]);
    return h("ul", { class: "cards", tabindex: "-1" }, lines, more(name, items.length, shown, act, noun));
  };
  const anew = (one) => {
    const [items, what] = one.said === "accepted" ? [all.findings, "accept"] : one.said === "dismissed" ? [all.leads, "dismiss"] : [all.untested, "tick"];
    const same = items.find((item) => item.figure !== null && item.figure === one.figure && (!one.rule || item.rule === one.rule));
    if (!same) return null;
    return h("button", { type: "button", on: { click: () => act.form(what, same, one.words) } }, { accept: "Accept again\u2026", dismiss: "Dismiss again\u2026", tick: "Tick again\u2026" }[what]);
  };
  const count = all.findings.length;
  return [
    chosen(all, ui, act),
    orphans(ui, act, [...all.findings, ...all.leads, ...all.untested]),
    lapsed.length > 0 &&
      group("lapsed", `! ${counted(lapsed.length, "sign-off")} lapsed: decide again`, "lapsed", ui, act, () =>
        h("ul", { class: "cards", tabindex: "-1" }, lapsed.map((one) => spoken(one, ui, act, anew(one)))),
      ),
    draft.changes && changes(draft, ui, act),
    count > 0
      ? group("findings", `\u2717 ${counted(count, "finding")}`, "findings", ui, act, cards("findings", all.findings, "finding", "finding"), {
          note: "Correct the draft and save it; or accept the difference, with a reason.",
        })
      : h("p", { key: "none", class: "fine" }, h("i", { "aria-hidden": "true" }, "\u2713 "), draft.result || "Nothing differs among the figures that were tested."),
    all.leads.length > 0 &&
      group("leads", `? ${counted(all.leads.length, "lead")}`, "leads", ui, act, cards("leads", all.leads, "lead", "lead"), {
        note: "Each may be wrong, which is not proven: worth a look.",
      }),
    bare(draft, all.untested, ui, act),
    holding.length > 0 &&
      group("holding", `${counted(holding.length, "sign-off")} by people`, "by-people", ui, act, () => h("ul", { class: "cards", tabindex: "-1" }, holding.map((one) => spoken(one, ui, act))), { isOpen: count === 0 }),
  ];
}
