// The words of the page: counts, sizes, names of roles, and what is new between two states.
export const ROLES = {
  draft: {
    name: "Drafts",
    one: "Draft",
    needs: "What you are about to publish: the release, and with it the 8-K, slides or script of the same announcement. Every number in it is checked.",
  },
  against: {
    name: "Prior filings",
    one: "Prior filing",
    needs: "Last year\u2019s and last quarter\u2019s release or filing. The figures of earlier periods are tied to them.",
  },
  support: {
    name: "Support",
    one: "Support",
    needs: "The books behind the figures: the closing workbook (.xlsx), a .csv file, or an earlier workpaper of tieout (.json).",
  },
};

export const ENDINGS = [
  ["agrees", "\u2713", "agree", "agrees"],
  ["rounds", "\u2248", "round", "rounds"],
  ["differs", "\u2717", "differ", "differs"],
  ["not-tested", "\u25cb", "not tested", "not tested"],
  ["excluded", "\u00b7", "excluded", "excluded"],
];

export const MEANINGS = {
  agrees: "Other figures, as printed, give this one.",
  rounds: "Other figures give this one once their rounding is allowed for.",
  differs: "Other figures do not give this one, even if they are rounded.",
  "not-tested": "There is nothing to test it against.",
  excluded: "A number that states nothing, such as a telephone number.",
};

export const KINDS = {
  release: "earnings release",
  "8-K": "Form 8-K",
  "8-K/A": "Form 8-K/A",
  "10-Q": "Form 10-Q",
  "10-K": "Form 10-K",
  "6-K": "Form 6-K",
  supplement: "supplement",
};

export const FORMS = {
  html: "Workpaper (.html)",
  xlsx: "Workpaper for Excel (.xlsx)",
  docx: "The draft with its marks (.docx)",
  pdf: "The draft with its marks (.pdf)",
  summary: "Summary (.md)",
  json: "Data (.json)",
};

export const SAID = { accepted: "Accepted", dismissed: "Dismissed", ticked: "Ticked by hand" };

export const number = (count) => count.toLocaleString("en");
export const counted = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

export function size(bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  return bytes < 1e6 ? `${number(Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

// A finding, lead or figure by what it is, not by its number or line, which change with each save.
export function keyed(items, words) {
  const seen = new Map();
  return items.map((item) => {
    const name = words(item);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { ...item, key: `${name}|${before}` };
  });
}
const placed = (where) => (where ?? "").replace(/^(page|line|sheet|row)\s[\w,.]+\s*\u00b7\s*/i, "");
export const findings = (draft) => keyed(draft?.findings ?? [], (one) => `f|${draft.name}|${one.rule}|${one.title}|${one.reported}`);
export const leads = (draft) => keyed(draft?.leads ?? [], (one) => `l|${draft.name}|${one.rule}|${one.title}|${one.reported}`);
export const untested = (draft) => {
  const groups = draft?.untested ?? [];
  const all = groups.flatMap(({ reason, figures }) => figures.map((one) => ({ ...one, reason })));
  return keyed(all, (one) => `t|${draft.name}|${one.text}|${placed(one.where)}`);
};

const lapsedOf = (draft) => (draft.said ?? []).filter((one) => one.standing === "lapsed" || one.standing === "unmatched");
const but = (these, those) => {
  const held = new Set(those.map((one) => one.key));
  return these.filter((one) => !held.has(one.key)).length;
};

// What a person hears, and reads at the top, when a draft has been checked (again).
function newsOf(was, now) {
  if (now.error) return `${now.name} could not be checked.`;
  const { agrees = 0, rounds = 0, differs = 0 } = now.counts ?? {};
  const untestedNow = now.counts?.["not-tested"] ?? 0;
  if (!was || was.error) return `${now.name} is checked: ${counted(agrees, "figure agrees", "figures agree")}, ${counted(rounds, "rounds", "round")}, ${counted(differs, "differs", "differ")}, ${number(untestedNow)} not tested.`;
  const told = [];
  const tell = (count, one, many) => count > 0 && told.push(counted(count, one, many));
  const rise = (name) => (now.counts[name] ?? 0) - (was.counts[name] ?? 0);
  const agreeing = rise("agrees") + rise("rounds");
  tell(but(findings(now), findings(was)), "finding is new", "findings are new");
  tell(rise("accepted"), "difference is accepted", "differences are accepted");
  tell(but(findings(was), findings(now)) - Math.max(rise("accepted"), 0), "finding is gone", "findings are gone");
  tell(rise("dismissed"), "lead is dismissed", "leads are dismissed");
  tell(rise("ticked"), "figure is ticked by hand", "figures are ticked by hand");
  tell(lapsedOf(now).length - lapsedOf(was).length, "sign-off has lapsed", "sign-offs have lapsed");
  tell(agreeing, "more figure agrees", "more figures agree");
  tell(-agreeing, "figure no longer agrees", "figures no longer agree");
  if (!told.length && was.sha256 === now.sha256) return "";
  return `${now.name} is checked again: ${told.join(", ") || "the same figures agree and differ"}.`;
}

export function news(before, now) {
  if (now.error && now.error !== before?.error) return now.error;
  const told = [];
  for (const draft of now.drafts) {
    const was = before?.drafts.find((one) => one.name === draft.name);
    if (was && was.sha256 === draft.sha256 && before.checked === now.checked) continue;
    told.push(newsOf(was, draft));
  }
  return told.filter(Boolean).join(" ");
}
