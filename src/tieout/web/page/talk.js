// The review inside the page: a worker answers in the place of a server.
import { unpacked } from "./unpacked.js";

const FIRST_LOOK = 100; // milliseconds that the page has to be drawn in, before it is busy
export const ANEW = "";
// What is asked for by an address stands in links as a place of this page.
export const at = (path) => `#/${path}`;
export const LOST = "The check broke off. Reload the page, and drop the files again. ";

const waiting = new Map(); // what was asked and not answered, by its number
let count = 0;
let known = null; // the last state that the worker told
let busy = null; // how far the work is, while it goes on
let began = 0;
let hears = { number() {}, lost() {} };
let arrived; // called with the first state
const first = new Promise((done) => {
  arrived = done;
});

// ----------------------------------------------------------------------------------- the worker
const carried = [...document.querySelectorAll("script[data-part]")];
const parts = carried.map((one) => [one.dataset.part, one.textContent]);
for (const one of carried) one.remove();

// Hears how far the worker is with its own beginning, from 0 to 1.
export const starting = { heard() {}, failed() {} };

function broken(reason) {
  starting.failed(reason);
  for (const answered of waiting.values()) answered({ status: 0, content: new Uint8Array(), name: "" });
  waiting.clear();
  hears.lost();
}

function heard({ data }) {
  if (data.id !== undefined) {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  } else if (data.busy) {
    busy = { ...data.busy, seconds: (Date.now() - began) / 1000 };
    hears.number(NaN);
  } else if (data.state) {
    known = JSON.parse(data.state);
    busy = null;
    if (known.busy) began = Date.now();
    arrived();
    hears.number(known.version);
  } else if (data.step) starting.heard(data.step);
  else if (data.broken) broken(data.broken);
}

// Made of a blob, the worker is bound by the policy of this page.
async function begin() {
  await new Promise((done) => setTimeout(done, FIRST_LOOK));
  const [[, source]] = parts.splice(0, 1);
  const address = URL.createObjectURL(new Blob([await unpacked(source)], { type: "text/javascript" }));
  const made = new Worker(address);
  made.onmessage = heard;
  made.onerror = (event) => broken(event.message);
  made.postMessage({ parts: parts.splice(0) });
  return made;
}
const worker = begin();
worker.catch(broken);

function request(method, path, body) {
  return new Promise((answered) => {
    const id = (count += 1);
    waiting.set(id, answered);
    worker.then((made) => made.postMessage({ id, method, path, body }, body ? [body.buffer] : []));
  });
}

// ------------------------------------------------------------------- what the page asks and hears
const SILENT = "This page does not answer any more. Reload it, and drop the files again.";
const read = (content) => {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    return null;
  }
};
const words = (answer) => answer?.error || SILENT;

async function state() {
  await first;
  const shown = busy ? { ...known, busy, version: `${known.version} ${busy.done}` } : known;
  return { status: 200, answer: { ...shown, folder: "" } }; // it has none that a person knows
}

export async function ask(path, body) {
  if (path.startsWith("state")) return state();
  const got = await request("POST", `/${path}`, new TextEncoder().encode(JSON.stringify(body)));
  const answer = read(got.content);
  return got.status >= 200 && got.status < 300 ? { status: got.status, answer } : { status: got.status, error: words(answer) };
}

export async function put(file, role, mayReplace, moved) {
  const most = Number(document.body.dataset.largest);
  if (file.size > most) return { status: 413, error: `${file.name} is larger than ${most / 2 ** 20} MB, and no release is: put each document in a file of its own` };
  let content;
  try {
    content = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { status: 0, error: `${file.name} cannot be read: the browser was not allowed to, or the file is gone. Drop it again.` };
  }
  moved(file.size);
  const got = await request("PUT", `/files/${encodeURIComponent(file.name)}?role=${role}${mayReplace ? "&replace=1" : ""}`, content);
  if (got.status === 201) return { status: 201 };
  const answer = read(got.content);
  return { status: got.status, exists: answer?.exists === true, error: words(answer) };
}

export function watch({ number, lost }) {
  hears = { number, lost };
  first.then(() => number(known.version));
}

// What a person said is in this page alone.
addEventListener("beforeunload", (event) => {
  if (known?.drafts.some((one) => one.said?.length)) event.preventDefault();
});

// A workpaper in the frame: its words, which have no address.
let shown = 0;
export async function show(frame, path) {
  const mine = (shown += 1);
  const got = path ? await request("GET", path.slice(1)) : null;
  if (mine !== shown) return;
  if (got?.status === 200) frame.srcdoc = new TextDecoder().decode(got.content);
  else frame.removeAttribute("srcdoc");
}

// A file to be saved is made when it is asked for.
addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[download]");
  const path = link?.getAttribute("href");
  if (!path?.startsWith("#/")) return;
  event.preventDefault();
  const { status, name, content } = await request("GET", path.slice(1));
  if (status !== 200) return (document.getElementById("news").textContent = words(read(content)));
  const made = document.createElement("a");
  made.download = name;
  made.href = URL.createObjectURL(new Blob([content]));
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 60_000);
});
