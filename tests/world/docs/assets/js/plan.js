/* The plan's table: filters and order, kept in the address so that a view can be shared. */
(function () {
  "use strict";
  var form = document.querySelector("[data-plan-filter]");
  var table = document.querySelector("[data-plan-table]");
  if (!form || !table) { return; }
  var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
  var count = document.querySelector("[data-plan-count]");
  var fields = Array.prototype.slice.call(form.querySelectorAll("select"));
  function value(row, name) { return row.getAttribute("data-" + name) || ""; }
  function fits(row) {
    return fields.every(function (field) {
      return field.name === "sort" || !field.value || value(row, field.name).split(" ").indexOf(field.value) >= 0;
    });
  }
  function order(a, b) {
    var by = form.elements.sort.value;
    if (!by) { return rows.indexOf(a) - rows.indexOf(b); }
    if (by === "title") { return a.cells[0].textContent.localeCompare(b.cells[0].textContent, document.documentElement.lang); }
    return value(b, by).localeCompare(value(a, by));
  }
  function show() {
    var shown = 0;
    rows.slice().sort(order).forEach(function (row, place) {
      row.hidden = !fits(row);
      shown += row.hidden ? 0 : 1;
      // A row already in its place is not laid out again.
      if (body.rows[place] !== row) { body.insertBefore(row, body.rows[place]); }
    });
    count.textContent = count.getAttribute("data-text").replace("{n}", shown).replace("{of}", rows.length);
  }
  function keep() {
    var query = new URLSearchParams();
    fields.forEach(function (field) { if (field.value) { query.set(field.name, field.value); } });
    var text = query.toString();
    history.replaceState(null, "", location.href.split(/[?#]/)[0] + (text ? "?" + text : "") + location.hash);
  }
  function restore() {
    var query = new URLSearchParams(location.search);
    fields.forEach(function (field) { field.value = query.get(field.name) || ""; if (field.selectedIndex < 0) { field.value = ""; } });
  }
  restore();
  show();
  form.hidden = false;
  form.addEventListener("change", function () { keep(); show(); });
  form.addEventListener("reset", function () { setTimeout(function () { keep(); show(); }, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
}());
