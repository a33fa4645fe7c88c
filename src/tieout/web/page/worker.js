// What works in the page: Python by Pyodide, and in it tieout. It is given all that it loads.
import { ordered } from "./ordered.js";
import { unpacked } from "./unpacked.js";

const HERE = "https://nowhere.invalid/"; // of no address: what is asked of it is among the parts
const KINDS = { wasm: "application/wasm", mjs: "text/javascript" };
const PROGRESS = "/dev/tieout";
const FOLDER = "/review";
const parts = new Map();
let answering = null;
let toPython = null;

const kindOf = (name) => KINDS[name.split(".").pop()] ?? "application/octet-stream";
const blobOf = (name) => new Blob([parts.get(name)], { type: kindOf(name) });
const text = (name) => new TextDecoder().decode(parts.get(name));

// Nothing is fetched, whoever asks: the policy of the page forbids it too.
self.fetch = async (address) => {
  const name = String(address.url ?? address).replace(HERE, "");
  if (!parts.has(name)) throw new TypeError(`This page fetches nothing: ${name}`);
  return new Response(blobOf(name));
};

const load = (name) => import(URL.createObjectURL(blobOf(name)));

async function begin(given) {
  const steps = given.length + 3;
  let done = 0;
  const step = () => postMessage({ step: (done += 1) / steps });
  for (const [name, base64] of given) {
    parts.set(name, await unpacked(base64));
    step();
  }
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([load("pyodide.mjs"), load("pyodide.asm.mjs")]);
  const python = await loadPyodide({ indexURL: HERE, packageBaseUrl: HERE, createPyodideModule, lockFileContents: text("pyodide-lock.json") });
  step();
  for (const name of parts.keys()) {
    if (name.endsWith(".whl")) python.unpackArchive(parts.get(name), "wheel");
    if (name === "tieout.zip") python.unpackArchive(parts.get(name), "zip", { extractDir: "/lib/tieout" });
  }
  parts.clear();
  python.runPython("import sys; sys.path.insert(0, '/lib/tieout')");
  step();
  python.FS.mkdir(FOLDER);
  listen(python);
  toPython = (bytes) => python.toPy(bytes);
  const { Answering } = python.pyimport("tieout.web.answering");
  answering = Answering(FOLDER, ordered, PROGRESS);
  const ended = answering.run((state) => postMessage({ state }));
  ended.catch((reason) => postMessage({ broken: String(reason) }));
  step();
}

// How far the work is, which Python writes line by line while it does nothing else.
function listen(python) {
  let line = [];
  python.FS.createDevice("/dev", "tieout", null, (code) => {
    if (code !== 10) return line.push(code);
    const words = new TextDecoder().decode(new Uint8Array(line)).trim();
    line = [];
    if (words.startsWith("{")) postMessage({ busy: JSON.parse(words) });
  });
}

async function answer({ id, method, path, body }) {
  const got = await (body ? answering.answer(method, path, toPython(body)) : answering.answer(method, path));
  const { status, name } = got;
  const content = got.content.toJs();
  got.destroy();
  postMessage({ id, status, name, content }, [content.buffer]);
}

let begun = null;
self.onmessage = async ({ data }) => {
  try {
    if (data.parts) begun = begin(data.parts);
    await begun;
    if (data.id !== undefined) await answer(data);
  } catch (reason) {
    postMessage({ broken: String(reason?.message ?? reason) });
  }
};
