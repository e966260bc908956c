// Sends the reader of an address that has moved on to the new one, and to the same section of it.
addEventListener("DOMContentLoaded", function () {
  var link = document.querySelector("a[data-moved]");
  location.replace(link.hash ? link.href : link.href + location.hash);
});
