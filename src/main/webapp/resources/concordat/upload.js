/* Sends chosen files one after another and shows how far each is. Without it the form sends them all at once, and the page says the same. */
(function () {
  "use strict";

  var form = document.querySelector("form[enctype='multipart/form-data']");
  var chooser = form && form.querySelector("input[type=file][multiple]");
  var place = document.querySelector("[data-sending]");
  if (!chooser || !place) { return; }
  var said = place.querySelector("[role=status]");
  var bar = place.querySelector("progress");
  var list = place.querySelector("ul");
  var busy = false;

  /* As it is kept: without folders before it, and without marks that turn or hide letters. */
  function plain(name) {
    return name.replace(/^.*[\\/]/, "").replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "");
  }

  function line(name, text, kept) {
    var item = document.createElement("li");
    var tag = document.createElement("span");
    tag.className = "tag tag--" + (kept ? "done" : "late");
    tag.textContent = kept ? "Attached" : "Not attached";
    item.append(tag, " " + plain(name) + (kept ? "" : ": " + text));
    list.append(item);
  }

  function body(file, button) {
    var data = new FormData(form);
    data.delete(chooser.name);
    data.append(chooser.name, file, file.name);
    if (button && button.name) { data.append(button.name, button.value); }
    return data;
  }

  /* What the page would have said, out of the page that was answered. */
  function refusal(request) {
    if (request.status === 413) { return "This is larger than can be sent."; }
    var page = new DOMParser().parseFromString(request.responseText, "text/html");
    var attached = page.querySelector("[data-attached]");
    var here = document.querySelector("[data-attached]");
    if (!attached) { return "It could not be sent. Go back to the referral, sign in again if you are asked to, and try once more."; }
    here.replaceChildren.apply(here, Array.from(attached.childNodes));
    var problem = page.querySelector("[data-errors] li");
    return problem ? problem.textContent.trim() : null;
  }

  function send(file, button, then) {
    if (Number(chooser.dataset.most) && file.size > Number(chooser.dataset.most)) {
      then("This file is larger than 25 MB. Make it smaller, or attach it in parts");
      return;
    }
    var request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", function (event) {
      if (event.lengthComputable) { bar.value = Math.round(100 * event.loaded / event.total); }
      if (event.loaded === event.total) { said.textContent = "Checking " + plain(file.name); }
    });
    request.addEventListener("load", function () { then(refusal(request)); });
    request.addEventListener("error", function () { then("It could not be sent. Check your connection and try again."); });
    said.textContent = "Sending " + plain(file.name);
    bar.value = 0;
    request.send(body(file, button));
  }

  function next(files, button, failed) {
    if (files.length === 0) {
      busy = false;
      form.removeAttribute("data-sent");
      bar.hidden = true;
      var kept = list.children.length - failed;
      said.textContent = failed === 0 ? "All files are attached." : kept + failed === 1 ? "One file is not attached." : kept + " attached, " + failed + " not attached.";
      chooser.value = "";
      place.focus();
      return;
    }
    send(files[0], button, function (problem) {
      line(files[0].name, problem, !problem);
      next(files.slice(1), button, failed + (problem ? 1 : 0));
    });
  }

  document.addEventListener("submit", function (event) {
    if (event.target !== form || chooser.files.length === 0) { return; }
    event.preventDefault();
    event.stopPropagation();
    if (busy) { return; }
    busy = true;
    document.querySelectorAll("[data-errors], .field .error").forEach(function (old) { old.remove(); });
    form.querySelectorAll(".field--wrong").forEach(function (field) { field.classList.remove("field--wrong"); });
    list.replaceChildren();
    place.hidden = false;
    bar.hidden = false;
    next(Array.from(chooser.files), event.submitter, 0);
  }, true);
})();
