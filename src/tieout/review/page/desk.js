// The desk: the folder's files by what they are there for, the places to drop more, and what is on its way.
import { h } from "./nodes.js";
import { KINDS, ROLES, counted, number, size } from "./words.js";

const FEW = 40;

const name = (words) => h("bdi", { class: "name", title: words }, words);

function roleOf(file, act) {
  const options = [...Object.entries(ROLES).map(([role, { one }]) => [role, one]), ["", file.role ? "Not used" : "Use as\u2026"]];
  return h(
    "select",
    {
      "aria-label": `Use ${file.name} as`,
      value: file.role,
      on: { change: (event) => act.use(file, event.currentTarget.value) },
    },
    options.map(([role, words]) => h("option", { value: role, key: role }, words)),
  );
}

function fileOf(file, act, refused) {
  const about = (KINDS[file.kind] ?? file.kind) || size(file.size);
  const error = refused ?? file.error;
  return h(
    "li",
    { key: file.name, class: "file", tabindex: "-1" },
    name(file.name),
    h("span", { class: "about" }, about),
    roleOf(file, act),
    error && h("p", { class: "wrong", role: refused ? "alert" : null }, error),
  );
}

function uploadOf(upload, act) {
  const { id, file, state, sent } = upload;
  if (state === "exists") {
    return h(
      "li",
      { key: `+${id}`, class: "file asked", role: "group", "aria-label": `Replace ${file.name}?`, tabindex: "-1" },
      name(file.name),
      h("p", {}, "A file of this name is here already. Replace it with the one you dropped?"),
      h(
        "p",
        { class: "buttons" },
        h("button", { type: "button", class: "main", on: { click: () => act.replace(upload) } }, "Replace it"),
        h("button", { type: "button", on: { click: () => act.keep(upload) } }, "Use the one there"),
      ),
    );
  }
  if (state === "refused") {
    return h(
      "li",
      { key: `+${id}`, class: "file", tabindex: "-1" },
      name(file.name),
      h("p", { class: "wrong" }, upload.words),
      h("p", { class: "buttons" }, h("button", { type: "button", on: { click: () => act.forget(upload) } }, "Close")),
    );
  }
  const share = file.size ? Math.round((100 * sent) / file.size) : 0;
  return h(
    "li",
    { key: `+${id}`, class: "file" },
    name(file.name),
    h("span", { class: "about" }, state === "waiting" ? "waiting" : share < 100 ? `${share}% sent` : "being added"),
    h("progress", { max: "100", value: share, "aria-label": `Sending ${file.name}` }),
  );
}

function zone(role, ui, act) {
  const { name: title, needs } = ROLES[role];
  const files = ui.state.files.filter((file) => file.role === role);
  const coming = ui.uploads.filter((upload) => upload.role === role);
  const pick = `pick-${role}`;
  return h(
    "section",
    { key: role, class: "zone", "data-role": role, "aria-labelledby": `${pick}-title`, tabindex: "-1" },
    h("h3", { id: `${pick}-title` }, title, files.length > 0 ? h("span", {}, ` ${number(files.length)}`) : ui.isEmpty && role !== "draft" && h("span", {}, " may follow later")),
    h("p", { class: "needs", id: `${pick}-needs`, hidden: files.length > 0 && !ui.isEmpty }, needs),
    (files.length > 0 || coming.length > 0) &&
      h("ul", {}, files.map((file) => fileOf(file, act, ui.refusedRoles.get(file.name))), coming.map((one) => uploadOf(one, act))),
    h(
      "p",
      { class: "pick" },
      h("input", {
        type: "file",
        multiple: true,
        id: pick,
        class: "unseen",
        "aria-describedby": `${pick}-needs`,
        on: { change: (event) => act.picked(event.currentTarget, role) },
      }),
      h("label", { for: pick, class: ui.isEmpty && role === "draft" ? "main" : null }, h("span", { class: "unseen" }, `${title}: `), "Choose files"),
      " or drop them here",
    ),
  );
}

function unused(ui, act) {
  const files = ui.state.files.filter((file) => !ROLES[file.role]);
  if (!files.length) return null;
  const shown = ui.more.get("unused") ?? FEW;
  const isOpen = ui.open.get("unused") ?? (ui.isEmpty || files.length <= 8);
  return h(
    "details",
    { key: "unused", class: "unused", open: isOpen, on: { toggle: (event) => act.opened("unused", event.currentTarget.open) } },
    h("summary", {}, h("h3", {}, ui.state.folder ? "In the folder, not used " : "Not used ", h("span", {}, number(files.length)))),
    isOpen && h("p", { class: "needs" }, "Say what a file is for, and it is used."),
    isOpen && h("ul", { tabindex: "-1" }, files.slice(0, shown).map((file) => fileOf(file, act, ui.refusedRoles.get(file.name)))),
    isOpen &&
      files.length > shown &&
      h("button", { type: "button", on: { click: () => act.more("unused", shown + 200) } }, `Show ${counted(Math.min(200, files.length - shown), "more file")}`),
  );
}

export function desk(ui, act) {
  return [
    h(
      "div",
      { key: "intro", class: "intro" },
      h("h2", { id: "desk-title" }, ui.isEmpty ? "What shall be checked?" : "Files"),
      ui.isEmpty &&
        h("p", {}, "Put the draft into the first place: that is enough to begin. With prior filings and support beside it, more of its figures can be tested."),
    ),
    h("div", { key: "zones", class: "zones" }, ["draft", "against", "support"].map((role) => zone(role, ui, act))),
    unused(ui, act),
    h(
      "p",
      { key: "kept", class: "kept" },
      ui.state.folder ? ["Files that you add are copied into ", h("bdi", {}, ui.state.folder), ". Save a draft there, and it is checked again at once. Nothing leaves this computer."] : "Files that you add stay in this page, and are gone when you close it. Add a draft again after you have changed it, and the page shows what changed. Nothing leaves this computer.",
    ),
  ];
}
