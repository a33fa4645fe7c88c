// Over the workpaper: which document, how its figures ended, what is being done; and the page's menus.
import { h } from "./nodes.js";
import { at } from "./talk.js";
import { ENDINGS, FORMS, MEANINGS, counted, number } from "./words.js";

const badge = (draft) => {
  if (draft.error) return ["fault", "!", "could not be checked"];
  const left = draft.findings.length;
  if (left) return ["differs", `\u2717 ${number(left)}`, counted(left, "finding")];
  if (draft.said.some((one) => one.standing === "lapsed" || one.standing === "unmatched")) return ["fault", "!", "a sign-off lapsed"];
  return ["agrees", "\u2713", "nothing differs"];
};

function tab(name, isChosen, [kind, sign, meaning], act) {
  return h(
    "button",
    {
      key: name,
      type: "button",
      role: "tab",
      class: "tab",
      "aria-selected": isChosen ? "true" : "false",
      "aria-controls": "frame",
      tabindex: isChosen ? "0" : "-1",
      title: name ?? "Package",
      on: {
        click: () => act.tab(name),
        keydown: (event) => {
          const to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (!to) return;
          event.preventDefault();
          const tabs = [...event.currentTarget.parentElement.children];
          const next = tabs[(tabs.indexOf(event.currentTarget) + to + tabs.length) % tabs.length];
          next.focus();
          next.click();
        },
      },
    },
    h("bdi", { class: "name" }, name ?? "Package"),
    h("span", { class: `badge ${kind}` }, h("span", { "aria-hidden": "true" }, sign), h("span", { class: "unseen" }, ` ${meaning}`)),
  );
}

export function tabs(ui, act) {
  const { drafts, package: whole } = ui.state;
  const those = drafts.map((draft) => tab(draft.name, draft.name === ui.draft, badge(draft), act));
  if (whole) {
    const how = whole.error ? ["fault", "!", "could not be made"] : whole.differs ? ["differs", `\u2717 ${number(whole.differs)}`, `${number(whole.differs)} differ`] : ["agrees", "\u2713", "nothing differs"];
    those.push(tab(null, ui.draft === null, how, act));
  }
  return h("div", { key: "tabs", role: "tablist", class: "tabs", "aria-label": "Drafts and package" }, those);
}

function bar(counts) {
  const parts = ENDINGS.map(([way]) => [way, counts[way] ?? 0]);
  const ticked = counts.ticked ?? 0;
  parts.splice(3, 1, ["by-people", ticked], ["not-tested", (counts["not-tested"] ?? 0) - ticked]);
  let start = 0;
  const drawn = [];
  for (const [way, count] of parts) {
    if (count > 0) drawn.push(h("rect", { key: way, class: way, x: start, width: count, height: 1 }));
    start += Math.max(count, 0);
  }
  return h("svg", { class: "bar", viewBox: `0 0 ${Math.max(start, 1)} 1`, preserveAspectRatio: "none", "aria-hidden": "true" }, drawn);
}

function counts(draft) {
  const held = draft.counts;
  const line = ([way, sign, many, one]) =>
    h("li", { key: way, class: way, title: MEANINGS[way] }, h("i", { "aria-hidden": "true" }, sign), " ", h("b", {}, number(held[way] ?? 0)), ` ${held[way] === 1 ? one : many}`);
  const people = [["accepted", held.accepted], ["dismissed", held.dismissed], ["ticked by hand", held.ticked]].filter(([, count]) => count);
  return h(
    "ul",
    { class: "counts" },
    h("li", { key: "all" }, h("b", {}, draft.tested), " tested"),
    ENDINGS.map(line),
    people.length > 0 && h("li", { key: "people", class: "by-people" }, "by people: ", people.map(([words, count]) => `${number(count)} ${words}`).join(", ")),
  );
}

function head(draft, line) {
  const { against } = draft;
  return [
    h("h2", { key: "title" }, draft.company || draft.name),
    line,
    draft.warning && h("p", { key: "warned", class: "warned", role: "alert" }, `! ${draft.warning}`),
    h("div", { key: "bar" }, bar(draft.counts), counts(draft)),
    against.length
      ? h("details", { key: "against", class: "against" }, h("summary", {}, `Against ${counted(against.length, "other document")}`), h("ul", {}, against.map((one) => h("li", {}, one))))
      : h("p", { key: "alone", class: "hint" }, "Checked against itself alone. Add prior filings or support, and more figures can be tested."),
  ];
}

// What is being done, on the line that otherwise says what was: nothing moves when a check begins.
function doing({ busy, at }, since, about) {
  if (!busy) return h("p", { key: "of", class: "about", title: about }, [at && `checked at ${at}`, about].filter(Boolean).join(" \u00b7 "));
  const seconds = Math.max(0, Math.round(busy.seconds + (Date.now() - since) / 1000));
  const isCounted = busy.of > 1;
  return h(
    "div",
    { key: "busy", class: "about busy" },
    h("progress", { "aria-label": "Progress of the check", max: "1", ...(isCounted ? { value: Math.min(busy.done / busy.of, 1) } : {}) }),
    h("span", {}, busy.step || "checking"),
    isCounted && h("span", {}, `${number(busy.done)} of ${number(busy.of)}`),
    seconds > 0 && h("span", {}, counted(seconds, "second")),
  );
}

export function strip(ui, act) {
  const { state, draft } = ui;
  const shown = state.drafts.find((one) => one.name === draft);
  const line = (about) => doing(state, ui.since, about);
  const inside = [state.drafts.length > 0 && tabs(ui, act)];
  if (draft === null && state.package) {
    const { summary, error } = state.package;
    inside.push(h("h2", { key: "title" }, "The whole announcement"), line(summary), error && h("p", { key: "error", class: "warned" }, error));
  } else if (shown?.error) {
    inside.push(line(""), h("p", { key: "error", class: "warned", role: "alert" }, h("b", {}, "This draft could not be checked. "), shown.error));
  } else if (shown) inside.push(head(shown, line(shown.described)));
  else if (state.busy) inside.push(line(""));
  return inside;
}

// Downloads of what is shown, and the seal.
export function menus(ui, act) {
  const { state, draft } = ui;
  const shown = state.drafts.find((one) => one.name === draft);
  const isWhole = draft === null && state.package;
  const forms = isWhole ? state.package.forms : shown && !shown.error ? shown.forms : [];
  const links = forms.map((form) =>
    h("li", { key: form }, h("a", { href: at(`download/${isWhole ? `package.${form}` : `${form}/${encodeURIComponent(draft)}`}`), download: true, on: { click: () => act.shut("menu") } }, isWhole ? `Matrix of the package (.${form})` : (FORMS[form] ?? form))),
  );
  return [
    links.length > 0 &&
      h(
        "details",
        {
          key: "menu",
          class: "menu",
          id: "menu",
          open: ui.open.get("menu") ?? false,
          on: {
            toggle: (event) => act.opened("menu", event.currentTarget.open),
            keydown: (event) => event.key === "Escape" && act.shut("menu"),
          },
        },
        h("summary", {}, "Download"),
        h("ul", {}, links),
      ),
    state.drafts.length > 0 && h("button", { key: "seal", type: "button", id: "seal-open", on: { click: () => act.seal() } }, "Seal\u2026"),
  ];
}
