// The small forms by which a person answers for a finding, a lead or a figure; and the one that seals.
import { h } from "./nodes.js";
import { at } from "./talk.js";

const KINDS = {
  accept: {
    verb: "Accept",
    words: "Why is the difference right as it is?",
    missing: "State a reason: whoever reviews this reads it beside the difference.",
    note: "The reason stands in every report. It lapses when the figures move.",
  },
  dismiss: {
    verb: "Dismiss",
    words: "Why is this not wrong?",
    missing: "State a reason: whoever reviews this reads it beside the lead.",
    note: "The reason stands in every report. It lapses when the figures move.",
  },
  tick: {
    verb: "Tick",
    words: "What supports it?",
    missing: "Name what supports the figure, for example \u201cbacklog schedule, row 14\u201d.",
    note: "It is shown as ticked by hand, apart from what was tested.",
  },
};
const ids = new Map();
const idOf = (key) => {
  if (!ids.has(key)) ids.set(key, `form-${ids.size}`);
  return ids.get(key);
};

// What is missing in a form, in words, and where; null for nothing.
export function missing(form, by) {
  if (!form.words.trim()) return { at: "words", error: KINDS[form.what].missing };
  if (!by.trim()) return { at: "by", error: "Give your initials: they stand beside what you say." };
  return null;
}

export function opener(what, item, ui, act, label) {
  const { verb } = KINDS[what];
  if (ui.forms.has(item.key)) return null;
  if (ui.sent.has(item.key)) return h("span", { class: "sent" }, "Saved. Checking again\u2026");
  return h(
    "button",
    {
      type: "button",
      id: `${idOf(item.key)}-open`,
      "aria-label": `${label ?? verb}: ${item.sentence ?? item.text}`,
      on: { click: () => act.form(what, item) },
    },
    `${label ?? verb}\u2026`,
  );
}

export function formOf(item, ui, act) {
  const form = ui.forms.get(item.key);
  if (!form) return null;
  const id = idOf(item.key);
  const { verb, words, note } = KINDS[form.what];
  const wrong = (at) => (form.error && form.at === at ? { "aria-invalid": "true", "aria-describedby": `${id}-error` } : {});
  const typed = (name) => (event) => act.typed(item.key, name, event.currentTarget.value);
  return h(
    "form",
    {
      key: "form",
      class: "answer",
      id,
      novalidate: true,
      "aria-label": `${verb}: ${item.sentence ?? item.text}`,
      on: {
        submit: (event) => {
          event.preventDefault();
          act.say(item);
        },
        keydown: (event) => {
          if (event.key === "Escape") act.cancel(item.key, `${id}-open`);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) act.say(item);
        },
      },
    },
    h("label", { for: `${id}-words` }, words),
    h("textarea", { id: `${id}-words`, rows: "2", maxlength: form.what === "tick" ? "500" : "2000", value: form.words, ...wrong("words"), on: { input: typed("words") } }),
    form.what === "tick" && h("label", { for: `${id}-file` }, "A file that shows it, if there is one"),
    form.what === "tick" &&
      h(
        "select",
        { id: `${id}-file`, value: form.file, on: { change: typed("file") } },
        h("option", { value: "" }, "None"),
        ui.supporting.map((name) => h("option", { key: name, value: name }, name)),
      ),
    h("label", { for: `${id}-by` }, "Your initials"),
    h("input", { id: `${id}-by`, class: "by", type: "text", autocomplete: "off", maxlength: "40", value: ui.by, ...wrong("by"), on: { input: (event) => act.initials(event.currentTarget.value) } }),
    h("p", { class: "note" }, note),
    form.error && h("p", { class: "wrong", role: "alert", id: `${id}-error` }, form.error),
    h(
      "p",
      { class: "buttons" },
      h("button", { class: "main", type: "submit", "aria-disabled": form.isSending ? "true" : null }, form.isSending ? "Saving\u2026" : verb),
      h("button", { type: "button", on: { click: () => act.cancel(item.key, `${id}-open`) } }, "Cancel"),
    ),
  );
}

export const fieldOf = (key, at) => document.getElementById(`${idOf(key)}-${at}`);

function hash(title, words, ui, act) {
  return [
    h("dt", {}, title),
    h(
      "dd",
      {},
      h("code", {}, words),
      " ",
      h("button", { type: "button", "aria-label": `Copy: ${title}`, on: { click: () => act.copy(words) } }, ui.copied === words ? "Copied" : "Copy"),
    ),
  ];
}

// The dialog that seals: who prepared and who reviewed; then the two hashes and the file.
export function sealOf(ui, act) {
  const seal = ui.seal;
  if (!seal) return [];
  const close = h("button", { key: "close", type: "button", on: { click: () => act.unseal() } }, seal.made ? "Close" : "Cancel");
  const title = h("h2", { key: "title", id: "seal-title", tabindex: "-1" }, seal.made ? "The bundle is sealed" : "Seal the bundle");
  if (seal.made) {
    return [
      title,
      h("p", {}, "Write down these two hashes, or mail them to the reviewer: whoever has them can prove that nothing in the bundle has changed since."),
      h(
        "dl",
        { class: "hashes" },
        hash("SHA-256 of the bundle", seal.made.sha256, ui, act),
        hash("SHA-256 of its manifest", seal.made.manifest_sha256, ui, act),
      ),
      h("p", { class: "note" }, `\u201ctieout verify ${seal.made.name}\u201d performs it again on any computer, and states what differs.`),
      h(
        "p",
        { class: "buttons" },
        h("a", { class: "main button", href: at(seal.made.href), download: seal.made.name }, `Download ${seal.made.name}`),
        close,
      ),
    ];
  }
  const field = (name, label, note) => [
    h("label", { for: `seal-${name}` }, label),
    h("input", {
      id: `seal-${name}`,
      type: "text",
      autocomplete: "off",
      maxlength: "200",
      value: seal[name],
      "aria-describedby": `seal-${name}-note`,
      on: {
        input: (event) => {
          seal[name] = event.currentTarget.value;
        },
      },
    }),
    h("p", { class: "note", id: `seal-${name}-note` }, note),
  ];
  return [
    title,
    h("p", {}, "One file with the drafts, prior filings, support, workpapers and all that people said, each with its hash. It can be verified on another computer, and a change anywhere in it is found."),
    h(
      "form",
      {
        key: "form",
        class: "answer",
        novalidate: true,
        on: {
          submit: (event) => {
            event.preventDefault();
            act.sealed();
          },
        },
      },
      field("preparer", "Prepared by", "The name of whoever prepared the workpaper."),
      field("reviewer", "Reviewed by", "May be left empty where nobody has reviewed it yet."),
      seal.error && h("p", { class: "wrong", role: "alert" }, seal.error),
      h(
        "p",
        { class: "buttons" },
        h("button", { class: "main", type: "submit", "aria-disabled": seal.isSending ? "true" : null }, seal.isSending ? "Sealing\u2026" : "Seal"),
        close,
      ),
    ),
  ];
}
