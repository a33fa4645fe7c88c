// What is asked of the server, and what it says; every refusal is a sentence for a person.
export const ANEW = "\u201ctieout serve\u201d was started anew. Open the address that it printed, and this page goes on as well.";
export const LOST = "The connection to tieout is lost. If \u201ctieout serve\u201d was ended, start it again and open the address that it prints. Otherwise this page goes on by itself. Nothing that you typed is lost.";
const SILENT = "tieout does not answer. Is \u201ctieout serve\u201d still running? Start it again, then try once more.";
const words = (status, answer) => answer?.error || `tieout refused this (${status}), and gave no reason.`;

// All of a review is below a place of its own. A server that was started anew has another one: the
// page that was opened there states it for those that were open before.
const PLACE = "tieout.place";
let place = location.pathname;
try {
  localStorage.setItem(PLACE, place);
} catch {
  // Only this page knows it, then.
}
function moved() {
  try {
    place = localStorage.getItem(PLACE) ?? place;
  } catch {
    // It stays where it is.
  }
}
export const at = (path) => place + path;

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// {status, answer} of a request; or {status, error}, where status is 0 if nobody answered.
export async function ask(path, body) {
  const how = { headers: { "X-Tieout": "1" }, credentials: "same-origin", cache: "no-store" };
  if (body !== undefined) {
    how.method = "POST";
    how.headers["Content-Type"] = "application/json";
    how.body = JSON.stringify(body);
  }
  try {
    const got = await fetch(at(path), how);
    if (got.status === 403) moved();
    const answer = parsed(await got.text());
    return got.ok ? { status: got.status, answer } : { status: got.status, error: words(got.status, answer) };
  } catch {
    return { status: 0, error: SILENT };
  }
}

// A file put into the folder; `went` hears how many of its bytes went out.
export function put(file, role, mayReplace, went) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `${at("files/")}${encodeURIComponent(file.name)}?role=${role}${mayReplace ? "&replace=1" : ""}`);
    request.setRequestHeader("X-Tieout", "1");
    request.upload.onprogress = (event) => went(event.loaded);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) done({ status: request.status });
      else done({ status: request.status, exists: answer?.exists === true, error: words(request.status, answer) });
    };
    request.onerror = () => done({ status: 0, error: `The file could not be sent: ${SILENT}` });
    request.send(file);
  });
}

// Hears the number of each new state; says when the connection is lost or refused, and when it is back.
// A browser has six connections to a server: so one of its pages listens, and tells the others.
export function watch(hears) {
  const others = new BroadcastChannel("tieout");
  others.onmessage = ({ data: [what, version] }) => hears[what](version);
  const tell = (what, version) => {
    hears[what](version);
    others.postMessage([what, version]);
  };
  let late = 0;
  let wait = 500;
  const open = () => {
    const source = new EventSource(at("events"));
    source.onopen = () => {
      clearTimeout(late);
      late = 0;
      wait = 500;
      tell("back");
    };
    source.onmessage = (event) => tell("number", Number(event.data));
    source.onerror = () => {
      late ||= setTimeout(() => tell("lost"), 1500);
      if (source.readyState !== 2) return;
      source.close();
      tell("refused");
      setTimeout(open, wait);
      wait = Math.min(2 * wait, 8000);
    };
  };
  // Held for as long as the page is there; then another one listens.
  if (navigator.locks) navigator.locks.request("tieout", () => new Promise(open));
  else open();
}

// A workpaper in the frame. Replacing keeps the browser's Back for the person's own steps.
export function show(frame, path) {
  const address = new URL(path || "about:blank", location.href).href;
  if (frame.src || !path) frame.contentWindow.location.replace(address);
  else frame.src = address;
}
