// A deck: one slide at a time, by keys, buttons or touch; N opens a window with the notes, kept in step.
(function () {
  var slides = [].slice.call(document.querySelectorAll("[data-slide]")), body = document.body, at = 0, other = null;
  var notes = location.hash === "#notes";
  if (notes) { other = window.opener; history.replaceState(null, "", location.pathname); }
  body.dataset.view = notes ? "notes" : "show";

  function show(n, told) {
    at = Math.max(0, Math.min(slides.length - 1, n));
    slides.forEach(function (slide, i) { slide.hidden = i !== at && !(notes && i === at + 1); slide.dataset.now = i === at; });
    if (!notes && slides[at].id) history.replaceState(null, "", "#" + slides[at].id);
    if (!notes && !slides[at].id) history.replaceState(null, "", location.pathname);
    if (!told && other && !other.closed) other.postMessage({ slide: at }, "*");
  }

  function turn(event) {
    var key = event.key, step = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[key];
    if (event.ctrlKey || event.metaKey || event.altKey || key === " " && event.target.closest("button, a")) return;
    if (step) show(at + step);
    else if (key === "Home") show(0);
    else if (key === "End") show(slides.length - 1);
    else if (key === "n" || key === "N") open_();
    else if ((key === "f" || key === "F") && body.requestFullscreen) document.documentElement.requestFullscreen();
    else return;
    event.preventDefault();
  }

  function open_() { if (!notes) { other = window.open(location.pathname + "#notes", "notes", "width=900,height=700"); } }

  addEventListener("message", function (event) {
    if (other && event.source === other && event.data) {
      if (event.data.ready) show(at); else if (typeof event.data.slide === "number") show(event.data.slide, true);
    }
  });
  addEventListener("keydown", turn);
  document.querySelector("[data-next]").addEventListener("click", function () { show(at + 1); });
  document.querySelector("[data-previous]").addEventListener("click", function () { show(at - 1); });
  var from = null;
  addEventListener("touchstart", function (event) { from = event.touches[0].clientX; }, { passive: true });
  addEventListener("touchend", function (event) {
    var moved = event.changedTouches[0].clientX - from;
    if (Math.abs(moved) > 60) show(at + (moved < 0 ? 1 : -1));
  });
  show(slides.findIndex(function (slide) { return slide.id && "#" + slide.id === location.hash; }));
  if (other) other.postMessage({ ready: true }, "*");
})();
