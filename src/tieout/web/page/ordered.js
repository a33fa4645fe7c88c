// The source of a page's body, written out again from parse5's tree: what Lexbor does elsewhere.
import { parse, serializeOuter } from "parse5";

const HOW = { scriptingEnabled: false };
const AS_THEY_ARE = new Set(["xmp", "plaintext"]);

const child = (node, name) => node?.childNodes.find((one) => one.nodeName === name);

// Words in which nothing is a tag are written as words.
function freed(body) {
  for (const open = [body]; open.length; ) {
    const node = open.pop();
    node.childNodes.forEach((one, at) => {
      if (AS_THEY_ARE.has(one.nodeName)) {
        const value = one.childNodes.map((inside) => inside.value ?? "").join("");
        node.childNodes[at] = { nodeName: "#text", value, parentNode: node };
      } else if (one.childNodes) open.push(one);
    });
  }
  return body;
}

// Nothing where the page has no body, as one of frames has none.
export function ordered(source) {
  const body = child(child(parse(source, HOW), "html"), "body");
  return body && serializeOuter(freed(body), HOW);
}
