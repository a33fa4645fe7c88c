// The page reads without this; it keeps a working open while its operands are followed.
"use strict";
(() => {
  const flash = (figure) => {
    figure.classList.remove("flash");
    void figure.offsetWidth;
    figure.classList.add("flash");
  };
  const opened = () => document.querySelector(".w.open");
  const close = () => {
    const working = opened();
    if (!working) return null;
    working.classList.remove("open");
    const figure = document.getElementById("f" + working.id.slice(1));
    figure?.classList.remove("here");
    return figure;
  };
  const open = (working) => {
    close();
    working.classList.add("open");
    const figure = document.getElementById("f" + working.id.slice(1));
    if (!figure) return;
    figure.classList.add("here");
    const { top, bottom } = figure.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight * 0.6) figure.scrollIntoView({ block: "center", inline: "nearest" });
  };
  const follow = () => {
    const place = document.getElementById(location.hash.slice(1));
    if (!place) return;
    if (place.classList.contains("w")) open(place);
    else if (place.classList.contains("f")) {
      place.scrollIntoView({ block: "center", inline: "nearest" });
      flash(place);
    }
  };
  const step = (by) => {
    const only = document.querySelector(".filter input:checked").id.slice(5);
    const kind = only === "all" ? "differs" : only;
    const figures = [...document.querySelectorAll(`.document .f.${kind}`)];
    if (!figures.length) return;
    const at = figures.findIndex((one) => one.classList.contains("here"));
    const next = at < 0 ? (by > 0 ? 0 : figures.length - 1) : at + by;
    figures[(next + figures.length) % figures.length].click();
  };
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.classList.contains("close")) {
      event.preventDefault();
      close()?.focus();
      history.replaceState(null, "", location.pathname + location.search);
    } else if (link.hash && link.hash === location.hash) follow();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && opened()) opened().querySelector(".close").click();
    else if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });
  follow();
})();
