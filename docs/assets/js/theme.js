// Chosen theme, kept on this device only; and the section kept when the language is changed.
// And the search, fetched when it is first used.
(function () {
  var root = document.documentElement;
  addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-theme-switch]");
    button.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = window.name = dark ? "light" : "dark"; // the name tells the tab's next page (kept.js)
      try { localStorage.setItem("theme", root.dataset.theme); } catch (_) { /* storage is refused: the choice lasts for this page */ }
    });
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a[hreflang][lang]");
      if (link && link.closest("header")) link.hash = location.hash;
    });
    // The mark beside a heading is a link to its section; where a script may, its address is copied too.
    document.addEventListener("click", function (event) {
      var mark = event.target.closest("a[data-section]");
      if (!mark || !navigator.clipboard) return;
      navigator.clipboard.writeText(mark.href).then(function () { mark.setAttribute("data-copied", ""); }, function () {});
    });
    // What the style puts off on a long page is laid out when there is nothing else to do, a few parts at a time.
    var later = document.querySelectorAll(":is(.glossary, .sources--all) > :nth-child(n + 9), .record > :nth-child(n + 9):is(.scroll, .shelf, figure), .record > :nth-child(n + 9):is(.cards, .timeline) > li"), next = 0, soon = { timeout: 1000 };
    if (window.requestIdleCallback && later.length) requestIdleCallback(function lay(idle) {
      // Where a phone is never idle, or its browser forgets to say so, 40 ms of each second.
      var until = performance.now() + (idle.didTimeout ? 40 : 0);
      for (; next < later.length && (idle.timeRemaining() > 5 || performance.now() < until); next++) {
        later[next].style.contentVisibility = "visible";
        later[next].getBoundingClientRect();
      }
      if (next < later.length) requestIdleCallback(lay, soon);
    }, soon);
    // Search costs nothing before the field is used: its script comes with the first touch.
    var form = document.querySelector("[data-search]"), field = form.querySelector("input"), asked;
    function link(rel, file, as) {
      var one = document.createElement("link");
      one.rel = rel;
      one.as = as || "";
      one.href = form.dataset.search + "assets/" + file;
      return document.head.appendChild(one);
    }
    function search() {
      if (asked) return;
      asked = document.head.appendChild(document.createElement("script"));
      asked.src = form.dataset.script;
      // Beside the script, not after it:
      link("stylesheet", "css/found.css");
      link("preload", "search/" + form.dataset.locale + "/head.js", "script");
    }
    form.addEventListener("focusin", search);
    if (field.value || /[?&]q=./.test(location.search)) search();
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
      event.preventDefault();
      field.focus();
    });
  });
})();
