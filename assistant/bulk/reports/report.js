"use strict";
const body = document.querySelector("tbody");
const heads = [...document.querySelectorAll("th")];
document.getElementById("counts").append(document.getElementById("summary"));
const key = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.order ?? cell.textContent;
};
heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
  const down = head.getAttribute("aria-sort") === "ascending";
  heads.forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const sign = down ? -1 : 1;
  const rows = [...body.rows].map((row) => [key(row, column), row]);
  rows.sort((a, b) => sign * compare(a[0], b[0]));
  body.append(...rows.map((pair) => pair[1]));
}));
document.getElementById("search").addEventListener("input", (event) => {
  const wanted = event.target.value.toLowerCase();
  for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
});
