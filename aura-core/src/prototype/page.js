"use strict";
// One page is shown at a time. What is typed stays in this window's memory; the log records which page, button or
// field, and when, never a value.
(function () {
  const body = document.body;
  const byId = (id) => document.getElementById(id);
  const pages = Array.from(document.querySelectorAll("[data-page]"));
  const began = performance.now();
  const mostEntries = 10000;
  const entries = [];
  const back = [];
  let values = new Map();
  let presses = new Map();
  let current = null;
  let showsPlan = false;

  function record(action, target) {
    if (entries.length >= mostEntries) return;
    const entry = {
      sequence: entries.length + 1,
      at_ms: Math.round(performance.now() - began),
      page: current ? current.id : body.dataset.first,
      action: action,
    };
    if (target) entry.target = target;
    entries.push(entry);
    const words = { show: "Shown", change: "Changed", press: "Pressed", back: "Went back", refuse: "Refused", restart: "Restarted" };
    const title = current ? current.querySelector("h2").textContent : "";
    const what = { change: fieldTitle(target), press: labelOf(target), refuse: fieldTitle(target) }[action] || title;
    const line = document.createElement("li");
    const seconds = Math.floor(entry.at_ms / 1000);
    const clock = document.createElement("span");
    clock.className = "clock";
    clock.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    line.append(clock, " " + words[action] + ": " + what);
    byId("log-list").append(line);
  }

  function labelOf(action) {
    const button = action && current && current.querySelector('[data-action="' + CSS.escape(action) + '"]');
    return button ? button.textContent.trim() : action;
  }

  function fieldTitle(name) {
    const input = name && current && Array.from(current.querySelectorAll("[name]")).find((one) => one.name.split("#")[0] === name);
    const place = input && (input.closest("fieldset[data-field]") || input.closest("[data-field]"));
    const title = place && place.querySelector("legend, label");
    return title ? title.textContent.trim() : name;
  }

  function show(id, options) {
    const next = byId(id);
    if (!next) return;
    if (current) current.hidden = true;
    current = next;
    current.hidden = false;
    showProgress();
    showValues();
    showLimits();
    showPlanStep();
    byId("actor").textContent = current.dataset.actor;
    byId("because").textContent = options.because || "";
    byId("tool-back").disabled = back.length === 0;
    const heading = current.querySelector("h2");
    document.title = heading.textContent + " – " + body.dataset.title;
    record("show");
    if (options.focus) {
      heading.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  function showProgress() {
    const position = Number(current.dataset.position || 0);
    const total = Number(body.dataset.total);
    byId("progress").hidden = !position || total < 2;
    byId("progress-text").textContent = "Step " + position + " of " + total;
    byId("progress-bar").value = position;
  }

  function showValues() {
    current.querySelectorAll("[data-bind]").forEach((place) => {
      const value = values.get(place.dataset.bind);
      if (value !== undefined && value !== "") place.textContent = value;
    });
  }

  // A way that the plan allows only a few times cannot be taken more often, unless it is the only one.
  function showLimits() {
    const ways = Array.from(current.querySelectorAll("[data-to]:not([data-because])"));
    const isSpent = (way) => way.dataset.most && (presses.get(way.dataset.action) || 0) >= Number(way.dataset.most);
    const isStuck = ways.every(isSpent);
    ways.forEach((way) => { way.disabled = !isStuck && Boolean(isSpent(way)); });
  }

  function showPlanStep() {
    const panel = current.querySelector("[data-plan-step]");
    if (panel) panel.hidden = !showsPlan;
  }

  function go(button) {
    record("press", button.dataset.action);
    presses.set(button.dataset.action, (presses.get(button.dataset.action) || 0) + 1);
    back.push(current.id);
    show(button.dataset.to, { focus: true, because: button.dataset.because });
  }

  function keep(input) {
    const name = input.name.split("#")[0];
    if (input.type === "password") return;
    if (input.type === "checkbox") values.set(name, input.checked ? "Yes" : "No");
    else if (input.type === "datetime-local") values.set(name, input.value.replace("T", " "));
    else if (input.type !== "radio" || input.checked) {
      values.set(name, input.value && input.dataset.unit ? input.value + " " + input.dataset.unit : input.value);
    }
  }

  function errorOf(input) {
    const state = input.validity;
    if (state.valid) return "";
    return state.valueMissing ? input.dataset.missing : input.dataset.invalid;
  }

  function mark(input, message) {
    const field = input.closest("[data-field]");
    const place = field && field.querySelector(".error");
    if (!place) return;
    field.classList.toggle("bad", Boolean(message));
    place.hidden = !message;
    place.textContent = message;
    if (message) input.setAttribute("aria-invalid", "true");
    else field.querySelectorAll("[aria-invalid]").forEach((other) => other.removeAttribute("aria-invalid"));
  }

  function check(form) {
    const seen = new Set();
    const faults = [];
    Array.from(form.elements).forEach((input) => {
      if (!input.name || seen.has(input.name)) return;
      seen.add(input.name);
      const message = errorOf(input);
      mark(input, message);
      if (message) faults.push({ input: input, message: message });
    });
    const box = form.querySelector(".errors");
    const list = box.querySelector("ul");
    list.replaceChildren();
    box.hidden = faults.length === 0;
    faults.forEach((fault) => {
      const link = document.createElement("a");
      link.href = "#" + fault.input.id;
      link.textContent = fault.message;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        fault.input.focus();
      });
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
      record("refuse", fault.input.name.split("#")[0]);
    });
    if (faults.length > 0) box.focus();
    return faults.length === 0;
  }

  function fill() {
    current.querySelectorAll("[data-example]").forEach((input) => {
      const example = input.dataset.example;
      if (input.type === "checkbox") input.checked = example === "yes";
      else if (input.type === "radio") input.checked = input.value === example;
      else input.value = example;
      mark(input, "");
      keep(input);
      if (input.type !== "radio" || input.checked) record("change", input.name.split("#")[0]);
    });
    const box = current.querySelector(".errors");
    if (box) box.hidden = true;
  }

  function restart() {
    record("restart");
    document.querySelectorAll("form").forEach((form) => {
      form.reset();
      Array.from(form.elements).forEach((input) => mark(input, ""));
      form.querySelector(".errors").hidden = true;
    });
    document.querySelectorAll("[data-bind]").forEach((place) => { place.textContent = place.dataset.first; });
    back.length = 0;
    values = new Map();
    presses = new Map();
    show(body.dataset.first, { focus: true });
  }

  function save() {
    const log = { schema_version: 1, prototype: body.dataset.prototype, interactions: entries };
    if (current.dataset.outcome) log.outcome = current.dataset.outcome;
    const file = new Blob([JSON.stringify(log, null, 2) + "\n"], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = body.dataset.prototype + "-session.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    byId("log-saved").textContent = "The log was saved to your downloads.";
  }

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const button = event.submitter && event.submitter.dataset.to ? event.submitter : form.querySelector("[type=submit]");
    if (button && check(form)) go(button);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.type === "submit") return;
    if (button.dataset.to) go(button);
    if ("fill" in button.dataset) fill();
  });
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.name) return;
    keep(input);
    record("change", input.name.split("#")[0]);
    const field = input.closest(".bad");
    if (field && !errorOf(input)) mark(input, "");
  });
  byId("tool-back").addEventListener("click", () => {
    if (back.length === 0) return;
    record("back");
    show(back.pop(), { focus: true });
  });
  byId("tool-restart").addEventListener("click", restart);
  byId("tool-plan").addEventListener("click", (event) => {
    showsPlan = !showsPlan;
    event.currentTarget.setAttribute("aria-pressed", String(showsPlan));
    showPlanStep();
  });
  byId("tool-log").addEventListener("click", (event) => {
    const log = byId("log");
    log.hidden = !log.hidden;
    event.currentTarget.setAttribute("aria-expanded", String(!log.hidden));
    if (!log.hidden) byId("log-title").focus();
  });
  byId("log-save").addEventListener("click", save);

  document.querySelectorAll("[data-bind]").forEach((place) => { place.dataset.first = place.textContent; });
  if (pages.length > 0) show(body.dataset.first, { focus: false });
}());
