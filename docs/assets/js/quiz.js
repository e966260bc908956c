// Marks a test. Nothing is sent; answers are kept on this device only where the reader asks for it.
(function () {
  document.querySelectorAll("[data-quiz]").forEach(function (quiz) {
    var key = "quiz:" + quiz.dataset.quiz, questions = [].slice.call(quiz.querySelectorAll("[data-question]"));
    var inputs = function (question) { return [].slice.call(question.querySelectorAll("input")); };
    var add = function (tag, parent) { return parent.appendChild(document.createElement(tag)); };

    var bar = add("p", quiz), mark = add("button", bar), again = add("button", bar), score = add("output", bar);
    var label = add("label", quiz), keep = add("input", label);
    bar.className = "quiz__bar";
    mark.type = again.type = "button";
    mark.textContent = quiz.dataset.mark;
    again.textContent = quiz.dataset.again;
    score.setAttribute("role", "status");
    keep.type = "checkbox";
    label.append(" " + quiz.dataset.keep);

    /** The answers as text, or what was kept. Where storage is refused, nothing is kept. */
    function store(text) {
      try {
        if (text === undefined) return localStorage.getItem(key);
        if (text === null) localStorage.removeItem(key); else localStorage.setItem(key, text);
      } catch (_) { /* refused */ }
      return null;
    }

    function chosen() {
      var all = {};
      questions.forEach(function (question) {
        all[question.dataset.question] = inputs(question).filter(function (i) { return i.checked; }).map(function (i) { return i.value; });
      });
      return all;
    }

    function right(question) {
      return inputs(question).every(function (input) {
        return input.checked === question.querySelector('[data-choice="' + input.value + '"]').hasAttribute("data-right");
      });
    }

    function save() { if (keep.checked) store(JSON.stringify(chosen())); }

    mark.addEventListener("click", function () {
      var n = 0;
      questions.forEach(function (question) {
        var good = right(question);
        n += good;
        question.dataset.marked = good ? "right" : "wrong";
        question.querySelector("details").open = true;
      });
      score.textContent = quiz.dataset.score.replace("##", questions.length).replace("#", n);
    });

    again.addEventListener("click", function () {
      questions.forEach(function (question) {
        inputs(question).forEach(function (input) { input.checked = false; });
        delete question.dataset.marked;
        question.querySelector("details").open = false;
      });
      score.textContent = "";
      save();
    });

    keep.addEventListener("change", function () { if (keep.checked) save(); else store(null); });
    quiz.addEventListener("change", save);

    var kept;
    try { kept = JSON.parse(store()); } catch (_) { kept = null; }
    if (kept) {
      keep.checked = true;
      questions.forEach(function (question) {
        inputs(question).forEach(function (input) {
          input.checked = (kept[question.dataset.question] || []).indexOf(input.value) >= 0;
        });
      });
    }
  });
})();
