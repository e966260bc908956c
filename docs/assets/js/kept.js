// The theme chosen on this device, before anything is painted; stands inside each page.
try { document.documentElement.dataset.theme = localStorage.getItem("theme") || ""; } catch (_) { /* storage is refused */ }
