// Files picked or dropped: put into the folder one after another, each refusal beside its name.
import { put } from "./talk.js";
import { ROLES } from "./words.js";

export function dropping(ui, { draw, tell, look, refresh, use }) {
  let count = 0;
  let isSending = false;

  function add(files, role) {
    for (const file of files) ui.uploads.push({ id: (count += 1), file, role, state: "waiting", sent: 0, words: "", mayReplace: false });
    draw();
    send();
  }

  async function send() {
    if (isSending) return;
    isSending = true;
    for (let next; (next = ui.uploads.find((one) => one.state === "waiting")); ) {
      next.state = "sending";
      draw();
      const got = await put(next.file, next.role, next.mayReplace, (sent) => {
        next.sent = sent;
        draw();
      });
      if (!got.error) {
        ui.uploads = ui.uploads.filter((one) => one !== next);
        tell(`${next.file.name} is added to: ${ROLES[next.role].name}.`);
        await refresh();
      } else if (got.exists) {
        next.state = "exists";
        tell(`${next.file.name} is here already. Replace it?`);
      } else {
        Object.assign(next, { state: "refused", words: got.error });
        tell(`${next.file.name} was refused: ${got.error}`);
      }
      draw();
    }
    isSending = false;
  }

  function forget(upload) {
    ui.uploads = ui.uploads.filter((one) => one !== upload);
    draw();
  }

  function replace(upload) {
    Object.assign(upload, { state: "waiting", mayReplace: true });
    draw();
    send();
  }

  function keep(upload) {
    forget(upload);
    const there = ui.state.files.find((one) => one.name === upload.file.name);
    if (there && there.role !== upload.role) return use(there, upload.role);
    tell(`${upload.file.name} stays as it was.`);
  }

  // A file dropped beside the places must not open in place of this page.
  let over = null;
  const { body } = document;
  const zoneOf = (event) => (event.target instanceof Element ? event.target.closest(".zone") : null);
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  const hover = (zone) => {
    over?.removeAttribute("data-over");
    over = zone;
    over?.setAttribute("data-over", "");
  };
  const end = () => {
    body.classList.remove("dragging");
    hover(null);
  };
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (!body.classList.contains("dragging")) {
      body.classList.add("dragging");
      look("files");
    }
    const zone = zoneOf(event);
    event.dataTransfer.dropEffect = zone ? "copy" : "none";
    if (zone !== over) hover(zone);
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && end());
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    end();
    const zone = zoneOf(event);
    if (!zone) return tell("Drop files on one of the three places: Drafts, Prior filings or Support.");
    const { items, files } = event.dataTransfer;
    const isFolder = (one) => one.kind === "file" && one.webkitGetAsEntry?.()?.isDirectory;
    const folders = new Set([...items].filter(isFolder).map((one) => one.getAsFile()?.name));
    add([...files].filter((one) => !folders.has(one.name)), zone.dataset.role);
    if (folders.size) tell(`${[...folders].join(", ")}: a folder cannot be dropped. Drop the files that are in it.`);
  });
  return { add, forget, replace, keep };
}
