// The page of `tieout serve`: its state, what a person does, and what the server then says.
import { desk } from "./desk.js";
import { dropping } from "./drops.js";
import { fieldOf, missing, sealOf } from "./forms.js";
import { h, keepingFocus, patch, plain } from "./nodes.js";
import { menus, strip } from "./strip.js";
import { ANEW, LOST, ask, at, show, watch } from "./talk.js";
import { overview, todo } from "./todo.js";
import { ROLES, news } from "./words.js";

const $ = (id) => document.getElementById(id);
const frame = $("frame");

const ui = {
  state: { files: [], drafts: [], package: null, busy: null, error: "", folder: "", checked: -1, version: -1 },
  since: 0, // when the state came
  draft: undefined, // the name of the draft shown; null for the package
  shown: null, // the figure last shown or chosen
  chosen: null, // the figure chosen in the workpaper
  forms: new Map(),
  sent: new Set(), // what was answered for, until the next check
  wrong: new Map(),
  refusedRoles: new Map(),
  open: new Map(),
  more: new Map(),
  asked: "",
  uploads: [],
  lost: "",
  by: "",
  supporting: [],
  seal: null,
  copied: "",
};
try {
  ui.by = sessionStorage.getItem("tieout.by") ?? "";
} catch {
  // Nothing is remembered where the browser forbids it.
}

const draftOf = (state = ui.state) => state.drafts.find((one) => one.name === ui.draft);

// -------------------------------------------------------------------------------------- drawing
function views() {
  const draft = draftOf();
  const left = draft && !draft.error ? draft.findings.length + draft.leads.length : 0;
  const those = [
    ["files", `Files ${ui.state.files.filter((one) => ROLES[one.role]).length || ""}`],
    ["paper", "Workpaper"],
    ["todo", left ? `To decide ${left}` : "To decide"],
  ];
  return those.map(([view, words]) =>
    h("button", { key: view, type: "button", "data-to": view, "aria-pressed": document.body.dataset.view === view ? "true" : "false", on: { click: () => look(view) } }, words),
  );
}

function notices() {
  return [
    ui.lost && h("p", { key: "lost", class: "notice", role: "alert" }, ui.lost),
    ui.state.error && h("p", { key: "error", class: "notice", role: "alert" }, h("b", {}, "The check could not be made. "), ui.state.error),
  ];
}

const kept = (wanted) => wanted.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false && one !== "");

function draw() {
  const { state } = ui;
  const draft = draftOf();
  ui.isEmpty = !state.files.some((one) => one.role === "draft");
  ui.supporting = [...state.files].sort((one, other) => (other.role === "support") - (one.role === "support")).map((one) => one.name);
  keepingFocus(() => {
    document.body.classList.toggle("empty", ui.isEmpty);
    document.body.classList.toggle("checking", state.busy !== null);
    $("folder").textContent = $("folder").title = plain(state.folder);
    patch($("menus"), kept(menus(ui, act)));
    patch($("notices"), kept(notices()));
    patch($("views"), kept(views()));
    patch($("desk"), kept(desk(ui, act)));
    patch($("strip"), kept(strip(ui, act)));
    patch($("todo"), kept(draft && !draft.error ? todo(draft, ui, act) : overview(ui, act)));
    patch($("seal"), kept(sealOf(ui, act)));
  });
  titled(draft);
}

function titled(draft) {
  const count = draft?.findings?.length ?? 0;
  const how = !draft ? "" : draft.error ? "! " : count ? `\u2717 ${count} \u00b7 ` : "\u2713 ";
  document.title = draft ? plain(`${how}${draft.name} \u2014 tieout`) : "tieout";
}

function tell(words) {
  if (!words) return;
  $("news").textContent = plain(words);
  if (matchMedia("(prefers-reduced-motion: no-preference)").matches) $("news").animate([{ backgroundColor: "var(--flash)" }, {}], 2500);
}

function look(view) {
  document.body.dataset.view = view;
  draw();
  // A frame that was out of sight has lost its place.
  if (view === "paper" && ui.shown !== null) framing(`f${ui.shown}`);
}

// ------------------------------------------------------------------------------------ the frame
let framed = ""; // the address in the frame
let wanted = ""; // the place to show there
let isLoaded = false;

// The workpaper of this check; a place in it is asked for by a message, since a hash takes the focus.
function framing(place = "") {
  const { state } = ui;
  const number = state.drafts.findIndex((one) => one.name === ui.draft);
  const isWhole = ui.draft === null && state.package && !state.package.error;
  const path = isWhole ? at(`matrix?v=${state.checked}`) : number >= 0 && !state.drafts[number].error ? at(`workpaper/${number}?v=${state.checked}`) : "";
  frame.hidden = path === "";
  frame.title = isWhole ? "Matrix of the package" : "Workpaper";
  if (place || path !== framed) wanted = place;
  if (path === framed) return place && arrive();
  isLoaded = false;
  show(frame, path);
  framed = path;
}

function arrive() {
  if (isLoaded && wanted) frame.contentWindow.postMessage({ tieout: "show", place: wanted }, "*");
}
frame.addEventListener("load", () => {
  isLoaded = framed !== "";
  arrive();
});

// Where to look after a check: at what is new in a draft saved again, else where the person was.
function placeAfter(was, now) {
  if (was?.sha256 === now?.sha256) return ui.shown === null ? "" : `f${ui.shown}`;
  ui.chosen = null;
  if (!$("todo").contains(document.activeElement)) $("todo").scrollTop = 0;
  const places = [...(now?.changes?.broken ?? []), ...(now?.changes?.changed ?? [])];
  ui.shown = places.find((one) => Number.isSafeInteger(one.figure) && one.figure >= 0)?.figure ?? null;
  return ui.shown === null ? "" : `f${ui.shown}`;
}

let pressed = null; // the figure last pressed in the workpaper, till it is shown: once, be there a flood
addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow) return;
  const { tieout, figure } = Object(event.data);
  if (tieout !== "figure" || !Number.isSafeInteger(figure) || figure < 0) return;
  if (pressed === null) {
    setTimeout(() => {
      if (draftOf()) act.choose(pressed);
      pressed = null;
    });
  }
  pressed = figure;
});

// ------------------------------------------------------------------------------ what a person does
const act = {
  opened(name, isOpen) {
    if ((ui.open.get(name) ?? null) === isOpen) return;
    ui.open.set(name, isOpen);
    draw();
  },
  shut(name) {
    ui.open.set(name, false);
    draw();
    $(name)?.querySelector("summary").focus();
  },
  more(name, shown) {
    ui.more.set(name, shown);
    draw();
  },
  ask(words) {
    ui.asked = words;
    draw();
  },
  tab(name) {
    if (ui.draft === name) return;
    ui.draft = name;
    ui.shown = ui.chosen = null;
    draw();
    framing();
  },
  show(figure) {
    ui.shown = figure;
    framing(`f${figure}`);
    if (matchMedia("(max-width: 48rem)").matches) document.body.dataset.view = "paper";
    draw();
  },
  place(rule) {
    framing(rule);
    if (matchMedia("(max-width: 48rem)").matches) look("paper");
  },
  choose(figure) {
    ui.chosen = figure;
    if (figure !== null) ui.shown = figure;
    if (figure !== null && matchMedia("(min-width: 48.01rem)").matches) document.body.dataset.view = "todo";
    draw();
    if (figure !== null) $("todo").scrollTop = 0;
  },

  // Files and their roles
  async use(file, role) {
    ui.refusedRoles.delete(file.name);
    const got = await ask("roles", { name: file.name, role });
    if (got.error) ui.refusedRoles.set(file.name, got.error);
    else tell(role ? `${file.name} is now used as: ${ROLES[role].one}.` : `${file.name} is not used now.`);
    if (!got.error) await refresh();
    draw();
  },
  picked(input, role) {
    drops.add([...input.files], role);
    input.value = "";
  },

  // Forms
  form(what, item, words = "") {
    ui.forms.set(item.key, { what, words, file: "", title: item.sentence ?? `${item.text} ${item.where}`, draft: ui.draft, error: "", at: "", isSending: false });
    ui.open.set({ accept: "findings", dismiss: "leads", tick: "untested" }[what], true);
    if (what === "tick") ui.open.set(`why ${item.reason}`, true);
    draw();
    const field = fieldOf(item.key, "words");
    field?.focus();
    field?.closest("form").scrollIntoView({ block: "nearest" });
  },
  cancel(key, back) {
    ui.forms.delete(key);
    draw();
    if (back) $(back)?.focus();
  },
  typed(key, name, words) {
    ui.forms.get(key)[name] = words;
  },
  initials(words) {
    ui.by = words;
    try {
      sessionStorage.setItem("tieout.by", words);
    } catch {
      // It is asked for again, then.
    }
  },
  async say(item) {
    const form = ui.forms.get(item.key);
    const draft = draftOf();
    if (!form || !draft || form.isSending) return;
    const { checked } = ui.state;
    const lacking = missing(form, ui.by);
    if (!lacking) {
      Object.assign(form, { error: "", at: "", isSending: true });
      draw();
    }
    const which = form.what === "tick" ? { figure: item.figure } : { check: item.check };
    const got = lacking ?? (await ask("say", { draft: draft.name, checked, what: form.what === "tick" ? "tick" : "accept", ...which, words: form.words.trim(), by: ui.by.trim(), file: form.file }));
    form.isSending = false;
    if (got.error) {
      Object.assign(form, { error: got.error, at: got.at ?? "words" });
      draw();
      fieldOf(item.key, form.at)?.focus();
      return;
    }
    ui.forms.delete(item.key);
    // The check may have come before this answer.
    if (ui.state.checked === checked) {
      ui.sent.add(item.key);
      tell("Saved. The draft is checked again.");
    }
    draw();
  },
  async undo(one) {
    const draft = draftOf();
    const key = `s${one.entry}`;
    ui.wrong.delete(key);
    ui.sent.add(key);
    draw();
    const got = await ask("say", { draft: draft.name, checked: ui.state.checked, what: "undo", entry: one.entry, words: "", by: ui.by.trim(), file: "" });
    if (!got.error) return;
    ui.sent.delete(key);
    ui.wrong.set(key, got.error);
    draw();
  },

  // The seal
  seal() {
    ui.seal = { preparer: "", reviewer: "", error: "", isSending: false, made: null };
    draw();
    $("seal").showModal();
    $("seal-preparer").focus();
  },
  async sealed() {
    const { seal } = ui;
    if (seal.isSending) return;
    const preparer = seal.preparer.trim();
    Object.assign(seal, { error: preparer ? "" : "State who prepared it: the bundle names the preparer.", isSending: preparer !== "" });
    draw();
    if (!preparer) return $("seal-preparer").focus();
    const got = await ask("seal", { preparer, reviewer: seal.reviewer.trim() });
    Object.assign(seal, { error: got.error ?? "", isSending: false, made: got.answer ?? null });
    draw();
    if (seal.made && ui.seal === seal) $("seal-title").focus();
  },
  unseal() {
    $("seal").close();
  },
  async copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      ui.copied = words;
      tell("Copied.");
    } catch {
      tell("The browser did not allow that: select the hash and copy it.");
    }
    draw();
  },
};
$("seal").addEventListener("close", () => {
  ui.seal = null;
  ui.copied = "";
  draw();
  $("seal-open")?.focus();
});

document.querySelector(".skip").addEventListener("click", () => {
  look("todo");
  $("todo").focus();
});
const drops = dropping(ui, { draw, tell, look, refresh, use: act.use });
Object.assign(act, drops);
addEventListener("click", (event) => {
  if (ui.open.get("menu") && !event.target.closest("#menu")) act.opened("menu", false);
});

// ---------------------------------------------------------------------------------- the server
let asking = null;
let isStale = false;

// The newest state; asked for once more where another number came while the answer was on its way.
function refresh() {
  isStale = true;
  asking ??= (async () => {
    while (isStale) {
      isStale = false;
      // What the last check found is sent once: it may be long, and is the same till the next.
      const got = await ask(`state?known=${encodeURIComponent(ui.state.known ?? "")}`);
      const { drafts, package: whole } = ui.state;
      if (got.answer) take({ drafts, package: whole, ...got.answer });
      else if (got.status === 403) {
        ui.lost = ANEW;
        ui.state = { ...ui.state, checked: -1 };
      } else if (got.status) ui.lost = got.error;
      // While a check goes on there is a new state at every moment.
      if (isStale && ui.state.busy) await new Promise((done) => setTimeout(done, 150));
    }
    asking = null;
    draw();
  })();
  return asking;
}

function take(state) {
  const before = ui.state;
  const was = draftOf(before);
  ui.state = state;
  ui.since = Date.now();
  ui.lost = "";
  const isKnown = ui.draft === null ? state.package !== null : state.drafts.some((one) => one.name === ui.draft);
  if (!isKnown) {
    ui.draft = state.drafts[0]?.name;
    ui.shown = ui.chosen = null;
  }
  let place = "";
  if (state.checked !== before.checked) {
    ui.sent.clear();
    ui.wrong.clear();
    place = was && isKnown ? placeAfter(was, draftOf()) : "";
    tell(news(before.version < 0 ? null : before, state));
    if (!was && draftOf() && document.body.dataset.view === "files") document.body.dataset.view = matchMedia("(max-width: 48rem)").matches ? "paper" : "todo";
  }
  draw();
  framing(state.checked === before.checked ? "" : place);
}

watch({
  number: (version) => version !== ui.state.version && refresh(),
  back: () => {
    if (!ui.lost) return;
    tell("The connection is back.");
    refresh();
  },
  refused: refresh,
  lost: () => {
    ui.lost ||= LOST;
    draw();
  },
});
setInterval(() => ui.state.busy && draw(), 1000);
refresh();
