// Nodes described, and the document made to be so in place: what stands keeps its focus and words.
const SVG = "http://www.w3.org/2000/svg";
const drawn = new WeakMap(); // a node, and the description that it was last made from
const isNothing = (one) => one === null || one === undefined || one === false || one === "";

// Signs that turn the order of the words around them: a file's name could make "104" read as "401".
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
export const plain = (words) => String(words).replace(TURNING, "\ufffd");

// All words are text: there is no way here to put in HTML.
export const h = (tag, props, ...inside) => ({
  tag,
  props: props ?? {},
  key: props?.key,
  inside: inside.flat(Infinity).filter((one) => !isNothing(one)),
});

function made(wanted, parent) {
  if (typeof wanted !== "object") return document.createTextNode(plain(wanted));
  const isSvg = wanted.tag === "svg" || parent.namespaceURI === SVG;
  return isSvg ? document.createElementNS(SVG, wanted.tag) : document.createElement(wanted.tag);
}

function heard(event) {
  drawn.get(event.currentTarget)?.props.on?.[event.type]?.(event);
}

function dress(node, wanted) {
  const was = drawn.get(node)?.props ?? {};
  const props = wanted.props;
  for (const name of Object.keys(was)) if (!(name in props)) node.removeAttribute(name);
  for (const [name, value] of Object.entries(props)) {
    if (name === "key" || name === "value") continue;
    if (name === "on") {
      for (const type of Object.keys(value)) if (!(type in (was.on ?? {}))) node.addEventListener(type, heard);
    } else if (name === "open") {
      if (node.open !== value) node.open = value;
    } else if (was[name] !== value) {
      if (isNothing(value)) node.removeAttribute(name);
      else node.setAttribute(name, value === true ? "" : value);
    }
  }
}

function fill(node, wanted) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.data !== plain(wanted)) node.data = plain(wanted);
    return;
  }
  dress(node, wanted);
  drawn.set(node, wanted);
  patch(node, wanted.inside);
  const { value } = wanted.props;
  if (value !== undefined && node.value !== String(value)) node.value = value;
}

const nameOf = (one) =>
  typeof one !== "object" ? "#text" : one.key === undefined ? one.tag : `${one.tag} ${one.key}`;

// The children of a node as described: those of the same key, or the next of the same kind, stay.
export function patch(parent, wanted) {
  const free = new Map();
  for (const child of parent.childNodes) {
    const name = child.nodeType === Node.TEXT_NODE ? "#text" : nameOf(drawn.get(child) ?? { tag: "", key: "" });
    if (!free.has(name)) free.set(name, []);
    free.get(name).push(child);
  }
  const kept = wanted.map((one) => free.get(nameOf(one))?.shift() ?? made(one, parent));
  for (const left of free.values()) for (const child of left) child.remove();
  let at = parent.firstChild;
  kept.forEach((node, number) => {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
    fill(node, wanted[number]);
  });
}

// Draws, and gives the focus back: to the same node, or to the nearest place around it that is left.
export function keepingFocus(draw) {
  const had = document.activeElement;
  const around = [];
  for (let node = had; node && node !== document.body; node = node.parentElement) around.push(node);
  draw();
  if (!around.length || document.activeElement === had) return;
  around.find((node) => node.isConnected && (node === had || node.matches("[tabindex]")))?.focus({ preventScroll: true });
}
