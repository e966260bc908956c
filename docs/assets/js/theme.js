// Chosen theme, kept on this device only; and the section kept when the language is changed.
(function () {
  var key = "theme", root = document.documentElement, store;
  try { store = window.localStorage; root.dataset.theme = store.getItem(key) || ""; } catch (_) { store = null; }
  addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-theme-switch]");
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      try { store.setItem(key, root.dataset.theme); } catch (_) { /* storage is refused: the choice lasts for this page */ }
    });
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a[hreflang][lang]");
      if (link && link.closest("header")) link.hash = location.hash;
    });
  });
})();
