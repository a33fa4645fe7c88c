// What is told of the page itself: how far it has begun, and an example to try it with.
import {} from "./page.js";
import { starting } from "./talk.js";
import { unpacked } from "./unpacked.js";

const $ = (id) => document.getElementById(id);

starting.heard = (share) => {
  $("begun").value = share;
  if (share >= 1) $("begin").textContent = "Ready.";
  $("begun").hidden = share >= 1;
};
starting.failed = (reason) => {
  $("begin").textContent = `This page could not begin its work: ${reason}. It needs a browser of the last two years; reload the page to try again.`;
  $("begun").hidden = true;
};

// The documents of the example are dropped as a person would drop them.
async function drop({ example, name, raw }) {
  const moved = new DataTransfer();
  moved.items.add(new File([await unpacked(raw)], name));
  const input = $(`pick-${example}`);
  input.files = moved.files;
  input.dispatchEvent(new Event("change"));
}

// Chosen while the page still begins, the example waits for the zones that it is dropped into.
$("example")?.addEventListener("click", async ({ currentTarget }) => {
  currentTarget.disabled = true;
  while (!$("pick-draft")) await new Promise(requestAnimationFrame);
  for (const one of document.querySelectorAll("script[data-example]")) await drop({ ...one.dataset, raw: one.textContent });
});
