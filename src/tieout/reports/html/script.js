// The page reads without this: it makes workings, filters, searches, and finds the way back.
"use strict";
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (query, under = document) => [...under.querySelectorAll(query)];
  const data = JSON.parse($("data").content.textContent);
  const panel = $("working");
  const paper = $("document");
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  // In the page of `tieout serve` this stands in a frame under a head of its own.
  const isFramed = window.parent !== window;
  root.classList.add("js");
  root.classList.toggle("framed", isFramed && window.name === "tieout");

  // ------------------------------------------------------------------------------- small things
  const el = (tag, kind, ...inside) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inside.filter((one) => one !== null && one !== ""));
    return made;
  };
  const link = (hash, words) => {
    const made = el("a", "to", words);
    made.href = hash;
    return made;
  };
  const once = (make) => {
    let made;
    return () => (made ??= make());
  };
  const word = (number = 0) => data.words[number];
  const push = (map, key, one) => (map.get(key)?.push(one) ?? map.set(key, [one]));
  const number = (figure) => Number(figure.id.slice(1));
  const idOf = (ref) => (Array.isArray(ref) ? `d${ref[0]}f${ref[1]}` : `f${ref}`);
  const printed = (id) => $(id)?.textContent ?? "";
  const figureAt = (node) => {
    const found = node instanceof Element ? node.closest("#document [id]") : null;
    return found && /^f\d+$/.test(found.id) ? found : null;
  };
  const placed = (ref) => {
    const held = Array.isArray(ref) ? data.others[ref[0]]?.[ref[1]] : data.figures[ref];
    return Array.isArray(held) ? held.map(word).join(", ") : "";
  };
  const figures = once(() => all("[id]", paper).filter((one) => /^f\d+$/.test(one.id)));
  const endings = once(() => {
    const signs = {};
    for (const term of all("#legend dt[class]"))
      signs[term.className] = [term.textContent, term.nextElementSibling.firstChild.textContent];
    return signs;
  });
  const ending = (figure) =>
    ["by-people", "lead", "rounds", "differs", "not-tested", "excluded"].find((one) => figure.classList.contains(one)) ?? "agrees";

  // ------------------------------------------------------------------------------- the workings
  const checks = data.checks.map(
    ([rule, outcome, subject, operands, formula, reported, expected, difference, reason]) => ({
      rule: word(rule), outcome: word(outcome), subject, operands, formula: word(formula),
      reported: word(reported), expected: word(expected), difference: word(difference),
      reason: word(reason),
    }),
  );
  const bySubject = once(() => {
    const map = new Map();
    for (const check of checks) if (!Array.isArray(check.subject)) push(map, check.subject, check);
    return map;
  });
  // What rests on a figure, and the figures of a rule: from the data and from the entries.
  const relations = once(() => {
    const resting = new Map();
    const rules = new Map();
    const relate = (rule, subject, operands) => {
      for (const ref of [subject, ...operands]) if (!Array.isArray(ref)) push(rules, rule, ref);
      for (const ref of operands) if (!Array.isArray(ref)) push(resting, ref, [subject, rule]);
    };
    for (const { rule, subject, operands } of checks) relate(rule, subject, operands);
    for (const entry of all("main .w[id]")) {
      let operands = [];
      for (const one of all(".operands a, .by a", entry)) {
        if (one.closest(".operands")) operands.push(one.hash);
        else {
          const ours = operands.filter((hash) => /^#f\d+$/.test(hash));
          relate(one.hash.slice(1), number(entry), ours.map((hash) => Number(hash.slice(2))));
          operands = [];
        }
      }
    }
    for (const [rule, numbers] of rules) rules.set(rule, new Set(numbers));
    return { resting, rules };
  });
  const page = (code) => {
    const source = $(code);
    if (!source) return el("p", "by", code);
    const [tick, name] = source.previousElementSibling.childNodes;
    const made = el("details", "by", el("summary", "", tick.cloneNode(true), name.textContent));
    made.addEventListener("toggle", () => {
      if (made.childElementCount > 1) return;
      made.append(el("div", "page", ...[...source.childNodes].map((one) => one.cloneNode(true))));
    });
    return made;
  };
  const formula = ({ formula: words, operands }) => {
    const made = el("p", "formula", "= ");
    words.split("{}").forEach((piece, at) => {
      if (at) made.append(link(`#${idOf(operands[at - 1])}`, printed(idOf(operands[at - 1]))));
      made.append(piece);
    });
    return made;
  };
  const amounts = (check) => {
    const shown = [["reported", check.reported], ["expected", check.expected]];
    if (check.outcome !== "agrees") shown.push(["difference", check.difference]);
    else if (!check.reported && check.operands.length) shown.push(["difference", "none"]);
    const listed = shown.filter(([, amount]) => amount);
    const pairs = listed.map(([name, amount]) => el("div", "", el("dt", "", name), el("dd", "", amount)));
    return pairs.length ? el("dl", "", ...pairs) : null;
  };
  const operandsOf = ({ operands }) => {
    const lines = [...new Set(operands.map(String))].map((key) => operands.find((ref) => String(ref) === key)).map((ref) =>
      el("li", "", link(`#${idOf(ref)}`, printed(idOf(ref))), " ", el("span", "", placed(ref))),
    );
    return lines.length ? el("ol", "operands", ...lines) : null;
  };
  const procedures = once(() => {
    const meanings = {};
    for (const term of all("#legend dt:not([class])")) meanings[term.textContent] = term.nextElementSibling.textContent;
    return meanings;
  });
  const working = (check) => {
    const [sign, name] = endings()[check.outcome] ?? ["", check.outcome];
    const tick = $(check.rule)?.previousElementSibling.firstChild.textContent ?? "";
    return el(
      "div", `k ${check.outcome}`,
      el("h3", "", `${sign} ${name} `, el("span", "", el("b", "", tick), ` ${procedures()[tick] ?? ""}`)),
      amounts(check),
      check.formula && check.operands.length > 1 ? formula(check) : null,
      check.reason ? el("p", "why", check.reason) : null,
      operandsOf(check),
      page(check.rule),
    );
  };
  const written = (entry) => {
    if (!entry || entry.tagName === "TR") return [];
    if (entry.tagName === "LI") {
      const reason = entry.parentElement.previousElementSibling;
      const settles = entry.closest("details").querySelector("summary").textContent;
      return [
        reason?.tagName === "H4" ? el("p", "why", reason.textContent) : null,
        el("p", "", settles),
      ];
    }
    const copy = entry.cloneNode(true);
    copy.removeAttribute("id");
    copy.firstElementChild.remove();
    for (const by of all(".by", copy)) by.replaceWith(page(by.firstChild.hash.slice(1)));
    return [copy];
  };
  const rest = (n) => {
    const told = (relations().resting.get(n) ?? []).map(([ref, rule]) => [`${idOf(ref)} ${rule}`, [ref, rule]]);
    const others = [...new Map(told).values()];
    if (!others.length) return null;
    const lines = others.slice(0, 24).map(([ref, rule]) => {
      const id = idOf(ref);
      return el("li", "", link(`#${id}`, printed(id)), " ", el("span", "", `${rule} ${placed(ref)}`));
    });
    if (others.length > 24) lines.push(el("li", "", `and ${others.length - 24} more`));
    return el("div", "k", el("h3", "", "Tested against it"), el("ul", "operands", ...lines));
  };

  // ------------------------------------------------------------------- the panel of one working
  let shown = null;
  let pinned = null;
  let timer = 0;
  let moving = false;
  const focus = (place) => {
    moving = true;
    place?.focus({ preventScroll: true });
    moving = false;
  };
  const fill = (n) => {
    if (shown === n) return;
    const figure = $(`f${n}`);
    if (!figure) return;
    if (shown !== null) $(`f${shown}`)?.classList.remove("here");
    shown = n;
    figure.classList.add("here");
    const how = ending(figure);
    const [sign, name] = endings()[how] ?? ["", how];
    const why = Array.isArray(data.figures[n]) ? "" : word(data.figures[n]);
    const close = el("button", "close", "\u00d7");
    close.type = "button";
    close.setAttribute("aria-label", "Close the working");
    close.addEventListener("click", () => dismiss(true));
    panel.className = how;
    panel.replaceChildren(
      ...[
        close,
        el("h2", "", link(`#f${n}`, figure.textContent)),
        el("p", "place", placed(n)),
        el("p", "ending", `${sign} ${name}${why ? `: ${why}` : ""}`),
        figure.title ? el("p", "why", figure.title) : null,
        ...written($(`w${n}`)),
        ...(bySubject().get(n) ?? []).map(working),
        rest(n),
      ].filter(Boolean),
    );
    panel.hidden = false;
    panel.scrollTop = 0;
    root.classList.add("working");
  };
  const dismiss = (back) => {
    clearTimeout(timer);
    const figure = shown === null ? null : $(`f${shown}`);
    figure?.classList.remove("here");
    shown = pinned = null;
    panel.hidden = true;
    root.classList.remove("working");
    if (back) focus(figure);
  };
  const settle = () => (pinned === null ? dismiss(false) : fill(pinned));
  const later = (what, wait) => {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  };
  paper.addEventListener("pointerover", (event) => {
    const figure = event.pointerType === "mouse" ? figureAt(event.target) : null;
    if (figure) later(() => fill(number(figure)), 160);
  });
  paper.addEventListener("pointerout", (event) => {
    if (figureAt(event.target)) later(settle, 400);
  });
  panel.addEventListener("pointerenter", () => clearTimeout(timer));
  panel.addEventListener("pointerleave", () => later(settle, 400));
  paper.addEventListener("focusin", (event) => {
    const figure = figureAt(event.target);
    if (!moving && figure?.matches(":focus-visible")) fill(number(figure));
  });

  // ------------------------------------------------------------------------ there, and back again
  const flash = (place) => {
    all(".flash").forEach((one) => one.classList.remove("flash"));
    void place.offsetWidth;
    place.classList.add("flash");
  };
  const beside = (other) => {
    all(".other.open").forEach((one) => one.classList.remove("open"));
    root.classList.toggle("beside", other !== null);
    if (!other) return;
    other.classList.add("open");
    const head = other.querySelector("header");
    if (head.querySelector(".close")) return;
    const close = el("button", "close", "\u00d7");
    close.type = "button";
    close.setAttribute("aria-label", "Close this document");
    close.addEventListener("click", () => beside(null));
    head.prepend(close);
  };
  const arrive = (hash) => {
    const place = $(hash.slice(1));
    if (!place) return;
    const other = place.closest(".other");
    if (other) beside(other);
    const left = other && shown !== null ? $(`f${shown}`) : null;
    const how = { block: "center", inline: "nearest", behavior: reduced.matches ? "instant" : "auto" };
    const isFigure = /f\d+$/.test(place.id);
    // What stood out of sight gets its true height only as it comes into sight: aim again.
    const aim = (times, still, before) => {
      left?.scrollIntoView(how);
      place.scrollIntoView(isFigure ? how : undefined);
      const { top } = place.getBoundingClientRect();
      const calm = top === before ? still + 1 : 0;
      if (times && calm < 3) requestAnimationFrame(() => setTimeout(() => aim(times - 1, calm, top)));
    };
    aim(12, 0);
    if (isFigure) flash(place);
  };
  const pin = (n) => {
    if (n === null || n === undefined) return;
    clearTimeout(timer);
    pinned = n;
    fill(n);
  };
  const go = (hash, n, keep) => {
    const depth = (history.state?.depth ?? 0) + (keep ? 0 : 1);
    history[keep ? "replaceState" : "pushState"]({ panel: n, depth }, "", hash);
    pin(n);
    arrive(hash);
    if (isFramed && Number.isSafeInteger(n)) window.parent.postMessage({ tieout: "figure", figure: n }, "*");
  };
  addEventListener("popstate", (event) => {
    pin(event.state?.panel ?? /^#f(\d+)$/.exec(location.hash)?.[1]);
    arrive(location.hash);
    if (/f\d+$/.test(location.hash)) focus($(location.hash.slice(1)));
  });
  // The page around this asks for a figure or a rule; a hash would take the focus away from it.
  addEventListener("message", (event) => {
    const place = event.source === window.parent && event.data?.tieout === "show" ? String(event.data.place) : "";
    if (!isFramed || !/^(f\d+|[A-Z]+\d+)$/.test(place) || !$(place)) return;
    for (let box = $(place).closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (place.startsWith("f")) pin(Number(place.slice(1)));
    else dismiss(false);
    arrive(`#${place}`);
  });
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const figure = figureAt(event.target);
    if (figure) {
      event.preventDefault();
      go(`#${figure.id}`, number(figure));
      if (event.detail === 0) focus(panel);
      return;
    }
    const followed = event.target.closest("a[href^='#']");
    const found = /^#(?:d\d+)?f(\d+)$/.exec(followed?.hash ?? "");
    if (found) {
      event.preventDefault();
      const entry = followed.closest(".w[id]");
      const ours = followed.hash.startsWith("#f") ? Number(found[1]) : pinned;
      const n = panel.contains(followed) ? shown : entry ? number(entry) : ours;
      if (!$("found").hidden) close();
      go(followed.hash, n);
      focus($(followed.hash.slice(1)));
    } else if (/^#d\d+$/.test(followed?.hash ?? "")) {
      event.preventDefault();
      go(followed.hash, pinned);
    }
  });

  // ------------------------------------------------------------------------------------ filters
  const rule = $("rule");
  const part = $("part");
  const count = document.querySelector(".count");
  const only = () => document.querySelector(".controls input[name=only]:checked").value;
  let matching = null;
  const filter = () => {
    const how = only();
    const of = rule.value ? relations().rules.get(rule.value) ?? new Set() : null;
    const range = data.parts.find(([one]) => String(one) === part.value);
    const is = how || of || range;
    const fits = (figure) =>
      figure.tagName === "A" &&
      (!how || figure.classList.contains(how) || ending(figure) === how) &&
      (!of || of.has(number(figure))) &&
      (!range || (number(figure) >= range[2] && number(figure) < range[3]));
    matching = is ? figures().filter(fits) : null;
    const kept = matching && new Set(matching.map((one) => one.id.slice(1)));
    for (const figure of figures()) figure.classList.toggle("off", !!kept && !kept.has(figure.id.slice(1)));
    for (const entry of all(".panel [id^=w]")) entry.hidden = !!kept && !kept.has(entry.id.slice(1));
    const empty = (box) => !!kept && !box.querySelector("[id^=w]:not([hidden])");
    for (const box of all(".panel .card, .panel .notes:has([id^=w]), .untested > details")) box.hidden = empty(box);
    for (const list of all(".untested ul")) {
      list.hidden = empty(list);
      if (list.previousElementSibling?.tagName === "H4") list.previousElementSibling.hidden = list.hidden;
    }
    root.classList.toggle("filtered", !!is);
    count.textContent = is ? `${matching.length.toLocaleString("en")} figure${matching.length === 1 ? "" : "s"}` : "";
  };
  document.querySelector(".controls").addEventListener("change", (event) => {
    if (event.target.matches("select, input[name=only]")) filter();
  });
  const walk = () => {
    if (matching) return matching;
    let told = all(".findings [id^=w], .leads [id^=w], .by-people [id^=w], .notes:not(.untested) [id^=w]");
    if (!told.length) told = all(".untested [id^=w]");
    return told.map((entry) => $(`f${number(entry)}`)).filter(Boolean);
  };
  const step = (by) => {
    const those = walk();
    if (!those.length) return;
    const at = those.findIndex((one) => number(one) === (pinned ?? shown));
    const next = at < 0 ? (by > 0 ? 0 : those.length - 1) : (at + by + those.length) % those.length;
    go(`#${those[next].id}`, number(those[next]), pinned !== null);
    focus(those[next]);
    count.textContent = `${next + 1} of ${those.length.toLocaleString("en")}`;
  };

  // ------------------------------------------------------------------------------------- search
  const search = $("search");
  const found = $("found");
  const folded = (words) => words.toLowerCase().replace(/(\d),(?=\d)/g, "$1");
  const index = once(() =>
    figures().map((figure) => {
      const n = number(figure);
      const text = figure.textContent;
      const where = placed(n);
      return { n, text, where, key: folded(text), words: folded(`${text} ${where}`) };
    }),
  );
  const close = () => {
    found.hidden = true;
    found.replaceChildren();
  };
  const look = () => {
    const asked = folded(search.value.trim());
    if (!asked) return close();
    const parts = asked.split(/\s+/);
    const hits = index().filter(({ words }) => parts.every((one) => words.includes(one)));
    const rank = ({ key }) => (key === asked ? 0 : key.startsWith(asked) ? 1 : 2);
    hits.sort((one, other) => rank(one) - rank(other) || one.n - other.n);
    const lines = hits.slice(0, 40).map(({ n, text, where }) => {
      const made = link(`#f${n}`, "");
      made.append(el("b", "", text), " ", el("span", "", where));
      return el("li", "", made);
    });
    const none = `Nothing has \u201c${search.value.trim()}\u201d in it`;
    found.replaceChildren(lines.length ? el("ol", "", ...lines) : el("p", "", none));
    found.hidden = false;
    count.textContent = hits.length ? `${hits.length.toLocaleString("en")} found` : none;
  };
  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    const first = found.querySelector("a");
    if (event.key === "Enter") first?.click();
    else if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    }
  });
  found.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const links = all("a", found);
    (links[links.indexOf(document.activeElement) + by] ?? search).focus();
  });
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest(".search")) close();
  });

  // --------------------------------------------------------------------------------------- keys
  const keys = $("keys");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (!found.hidden) {
        close();
        search.focus();
      } else if (!panel.hidden) dismiss(true);
      else if (root.classList.contains("beside")) beside(null);
      return;
    }
    if (!keys.checked || event.target.matches("input[type=search], select, textarea")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "b" && history.state?.depth) history.back();
    else if (event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // -------------------------------------------------------------------------------------- print
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])").filter((one) => !one.closest(".procedures, .keys, aside"));
    for (const one of opened) one.open = true;
    const lines = checks.filter(({ subject, outcome }) => !Array.isArray(subject) && outcome === "agrees");
    const list = lines.map((check) =>
      el("p", "", el("b", "", printed(idOf(check.subject))), ` ${placed(check.subject)} `,
        el("i", "", check.rule), " ", check.formula ? formula(check).textContent : ""),
    );
    paper.after(el("section", "ticked", el("h2", "", "What agrees, and how"), ...list));
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    document.querySelector(".ticked")?.remove();
  });

  if (/^#f\d+$/.test(location.hash)) pin(Number(location.hash.slice(2)));
  if (/^#(d\d+)?(f\d+)?$/.test(location.hash)) arrive(location.hash);
})();
