// The limit: a list of jobs written by hand for speed alone, with as many rows in the DOM as fit and no
// rules, languages or second tab. What our page is measured beside.
"use strict";

const PREFIX = "vanilla/job/";
const ROW = 36;
const SHOWN = 60;
const COLUMNS = ["name", "type", "state", "percent", "location", "created"];
const [scroll, table, search, dialog] = ["#scroll", "table", "input", "dialog"].map((one) => document.querySelector(one));
const body = table.tBodies[0];

const jobs = new Map();
for (let n = 0; n < localStorage.length; n++) {
  const key = localStorage.key(n);
  if (key.startsWith(PREFIX)) jobs.set(key, JSON.parse(localStorage.getItem(key)));
}

let sorted = "name";
let order = [];
let first = 0;

function arrange() {
  const wanted = search.value.toLowerCase();
  order = [...jobs.entries()].filter(([, job]) => job.name.toLowerCase().includes(wanted));
  order.sort(([, a], [, b]) => (a[sorted] < b[sorted] ? -1 : a[sorted] > b[sorted] ? 1 : 0));
}

function paint() {
  first = Math.max(0, Math.min(Math.floor(scroll.scrollTop / ROW) - 20, order.length - SHOWN));
  const rows = order.slice(first, first + SHOWN).map(([key, job]) => {
    const row = document.createElement("tr");
    row.dataset.key = key;
    for (const column of COLUMNS) {
      const cell = row.insertCell();
      if (column !== "name") {
        cell.textContent = job[column];
        continue;
      }
      const link = document.createElement("a");
      link.href = "#" + job.name;
      link.textContent = job.name;
      cell.append(link);
    }
    const actions = row.insertCell();
    for (const action of ["Cancel", "Delete"]) {
      const button = document.createElement("button");
      button.textContent = action;
      button.ariaLabel = `${action} job ${job.name}`;
      actions.append(button);
    }
    return row;
  });
  const spacer = (height) => {
    const row = document.createElement("tr");
    row.style.height = height + "px";
    return row;
  };
  body.replaceChildren(
    spacer(first * ROW),
    ...rows,
    spacer(Math.max(0, order.length - first - rows.length) * ROW),
  );
}

for (const column of [...COLUMNS, "actions"]) {
  const head = document.createElement("th");
  const button = document.createElement("button");
  button.textContent = column[0].toUpperCase() + column.slice(1);
  button.onclick = () => {
    sorted = column;
    for (const other of table.tHead.rows[0].cells) other.ariaSort = other === head ? "ascending" : "none";
    arrange();
    paint();
  };
  head.append(button);
  table.tHead.rows[0].append(head);
}

search.oninput = () => {
  arrange();
  paint();
};
scroll.onscroll = () => {
  if (Math.abs(Math.floor(scroll.scrollTop / ROW) - 20 - first) > 10) paint();
};
body.onclick = ({ target }) => {
  const row = target.closest("tr");
  const job = jobs.get(row?.dataset.key);
  if (target.tagName !== "BUTTON" || !job) return;
  const cancel = target.textContent === "Cancel";
  dialog.querySelector("h2").textContent = `${target.textContent} ${job.name}?`;
  dialog.ariaLabel = `${target.textContent} ${job.name}?`;
  const yes = dialog.querySelector("[data-yes]");
  yes.textContent = `${target.textContent} job`;
  yes.onclick = () => {
    dialog.close();
    if (cancel) {
      job.cancelRequested = true;
      job.state = job.state + " (cancel requested)";
      localStorage.setItem(row.dataset.key, JSON.stringify(job));
    } else {
      jobs.delete(row.dataset.key);
      localStorage.removeItem(row.dataset.key);
    }
    arrange();
    paint();
  };
  dialog.querySelector("[data-no]").onclick = () => dialog.close();
  dialog.showModal();
};

arrange();
paint();
