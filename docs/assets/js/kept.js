// The theme chosen on this device; stands inside each page. To ask the storage for it holds up the first paint,
// the more the slower the phone: the tab's own name tells it at once, the storage once something is painted.
if (/^(dark|light)$/.test(name)) document.documentElement.dataset.theme = name;
if (window.PerformanceObserver) new PerformanceObserver(function () {
  try {
    var chosen = localStorage.getItem("theme");
    if (chosen) document.documentElement.dataset.theme = name = chosen;
  } catch (_) { /* storage is refused */ }
}).observe({ type: "paint", buffered: true });
