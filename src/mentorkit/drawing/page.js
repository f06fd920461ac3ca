"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const svg = document.querySelector("svg.picture");
  const viewport = $("viewport");
  const detail = $("detail");
  const home = svg.viewBox.baseVal;
  const whole = { width: home.width, height: home.height };
  const closest = 8;
  let view = { x: 0, y: 0, scale: 1 };
  let opener = null;

  // pan and zoom: the part of the picture that is seen

  const look = (x, y, scale) => {
    scale = Math.min(closest, Math.max(1, scale));
    const limit = (value, length) => Math.min(length - length / scale, Math.max(0, value));
    view = { x: limit(x, whole.width), y: limit(y, whole.height), scale };
    svg.setAttribute("viewBox", [view.x, view.y, whole.width / scale, whole.height / scale].join(" "));
    viewport.classList.toggle("zoomed", scale > 1);
  };
  const zoom = (factor, acrossAt = 0.5, downAt = 0.5) => {
    const scale = Math.min(closest, Math.max(1, view.scale * factor));
    const kept = (length, share) => (length / view.scale - length / scale) * share;
    look(view.x + kept(whole.width, acrossAt), view.y + kept(whole.height, downAt), scale);
  };
  const pan = (across, down) =>
    look(view.x + (across * whole.width) / view.scale, view.y + (down * whole.height) / view.scale, view.scale);
  const share = (event) => {
    const box = svg.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };

  const keys = {
    ArrowLeft: () => pan(-0.15, 0),
    ArrowRight: () => pan(0.15, 0),
    ArrowUp: () => pan(0, -0.15),
    ArrowDown: () => pan(0, 0.15),
    "+": () => zoom(1.4),
    "=": () => zoom(1.4),
    "-": () => zoom(1 / 1.4),
    0: () => look(0, 0, 1),
  };
  viewport.addEventListener("keydown", (event) => {
    if (event.key in keys && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  viewport.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || viewport.contains(document.activeElement)) {
        event.preventDefault();
        zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...share(event));
      }
    },
    { passive: false },
  );
  $("zoom-in").addEventListener("click", () => zoom(1.4));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  $("zoom-all").addEventListener("click", () => look(0, 0, 1));

  let drag = null;
  let dragged = false;
  viewport.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" && event.button === 0) {
      drag = share(event);
      dragged = false;
    }
  });
  viewport.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const now = share(event);
    if (dragged || Math.hypot(now[0] - drag[0], now[1] - drag[1]) > 0.005) {
      if (!dragged) viewport.setPointerCapture(event.pointerId);
      dragged = true;
      pan(drag[0] - now[0], drag[1] - now[1]);
      drag = now;
    }
  });
  viewport.addEventListener("pointerup", () => (drag = null));
  viewport.addEventListener("pointercancel", () => (drag = null));
  viewport.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("focusin", (event) => {
    const box = svg.getBoundingClientRect();
    const at = event.target.getBoundingClientRect();
    const across = (at.left + at.right) / 2 - (box.left + box.right) / 2;
    const down = (at.top + at.bottom) / 2 - (box.top + box.bottom) / 2;
    if (Math.abs(across) > box.width * 0.45 || Math.abs(down) > box.height * 0.45) {
      pan(across / box.width, down / box.height);
    }
  });
  let before = view;
  window.addEventListener("beforeprint", () => ((before = view), look(0, 0, 1)));
  window.addEventListener("afterprint", () => look(before.x, before.y, before.scale));

  // filter: what is on the way to an answer for a need

  const need = $("need");
  const filter = () => {
    const fits = (element) => !need.value || element.dataset.needs.split(" ").includes(need.value);
    svg.querySelectorAll("[data-needs]").forEach((part) => part.classList.toggle("dim", !fits(part)));
    document.querySelectorAll("tr[data-needs]").forEach((row) => (row.hidden = !fits(row)));
    const count = (kind) => {
      const parts = [...svg.querySelectorAll(kind)];
      return `${parts.filter(fits).length} of ${parts.length}`;
    };
    $("answer").textContent = need.value
      ? `${count(".member")} members and ${count(".link")} links are on the way to an answer for ${need.selectedOptions[0].text}`
      : "";
  };
  need.addEventListener("change", filter);

  // detail: the row of a member or link, as a list

  const add = (parent, name, ...content) => {
    const element = document.createElement(name);
    element.append(...content);
    parent.append(element);
    return element;
  };
  const copy = (cell) => [...cell.cloneNode(true).childNodes];
  const open = (part) => {
    const row = $(part.dataset.row);
    const heads = [...row.closest("table").tHead.rows[0].cells];
    const list = $("detail-list");
    list.replaceChildren();
    [...row.cells].forEach((cell, at) => {
      if (cell.textContent.trim() && !cell.matches(".title")) {
        add(list, "dt", heads[at].textContent);
        add(list, "dd", ...copy(cell));
      }
    });
    [
      ["from", "leads to"],
      ["to", "led to by"],
      ["deputy", "is the deputy on"],
    ].forEach(([end, said]) => {
      const links = [...document.querySelectorAll(`tr[data-${end}="${row.id}"]`)];
      if (links.length) {
        add(list, "dt", said);
        const all = add(add(list, "dd"), "ul");
        links.forEach((link) => add(all, "li", link.dataset.says));
      }
    });
    $("detail-title").textContent = row.querySelector(".title").dataset.title;
    opener = part;
    detail.hidden = false;
    $("detail-title").focus();
  };
  const close = () => {
    detail.hidden = true;
    if (opener) opener.focus();
  };
  viewport.addEventListener("click", (event) => {
    const part = event.target.closest("a");
    if (part) event.preventDefault();
    if (part && !dragged) open(part);
    dragged = false;
  });
  $("detail-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !detail.hidden) close();
  });

  viewport.tabIndex = 0;
  document.querySelectorAll(".scripted").forEach((element) => (element.hidden = false));
})();
