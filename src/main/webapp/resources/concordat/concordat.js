/* Six helps, and every page works without them: focus on the error summary, no double sending, drafts saved while you type, progress told anew, all rows chosen at once, word that a list has changed. */
(function () {
  "use strict";

  var PAUSE = 700;
  var AGAIN = 5000;

  function element(name, text, attributes) {
    var made = document.createElement(name);
    made.textContent = text || "";
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }

  function clock() {
    var now = new Date();
    var hour = now.getHours();
    var minute = now.getMinutes();
    return (hour % 12 || 12) + ":" + (minute < 10 ? "0" : "") + minute + (hour < 12 ? "am" : "pm");
  }

  /* The summary takes the focus; a link in it goes to the control itself, not just to its place on the page. */
  function errorSummary() {
    var summary = document.querySelector("[data-errors]");
    if (!summary) { return; }
    summary.focus();
    summary.addEventListener("click", function (event) {
      var link = event.target.closest("a[href^='#']");
      var control = link && document.getElementById(link.hash.slice(1));
      if (!control) { return; }
      event.preventDefault();
      (control.closest(".field") || control).scrollIntoView();
      control.focus({ preventScroll: true });
    });
  }

  /* A second press of a button within a form that is on its way does nothing. Coming back to the page undoes it. */
  function sendOnce(form) {
    var sent = false;
    form.addEventListener("submit", function (event) {
      if (sent) { event.preventDefault(); return; }
      sent = true;
      form.setAttribute("data-sent", "");
      window.setTimeout(function () { sent = false; }, 10000);
    });
    window.addEventListener("pageshow", function () { sent = false; form.removeAttribute("data-sent"); });
  }

  /* Its answer is a file: the page stays, may ask again, and says that something was taken. */
  function downloads(form) {
    var said = document.createElement("p");
    said.setAttribute("role", "status");
    said.className = "meta";
    form.append(said);
    var last = 0;
    form.addEventListener("submit", function (event) {
      if (Date.now() - last < 2000) { event.preventDefault(); return; } // the second click of a double one
      last = Date.now();
      form.querySelectorAll(".note a[href^='/step-up']").forEach(function (proof) { proof.closest(".note").remove(); });
      document.querySelectorAll("[data-errors], .field .error").forEach(function (old) { old.remove(); });
      form.querySelectorAll(".field--wrong").forEach(function (field) { field.classList.remove("field--wrong"); });
      document.title = document.title.replace(/^Error: /, "");
      said.textContent = "Your file is being made. Look for it in your downloads.";
    });
    window.addEventListener("pageshow", function () { said.textContent = ""; });
  }

  function autosave(form) {
    var button = form.getAttribute("data-autosave");
    var where = document.querySelector("[data-saved]");
    var timer = 0;
    var changed = false;
    var sending = false;
    var failed = false;
    var stopped = false;
    var notice = null;
    var waiting = null;
    var saved = answers();
    var sent = saved;

    function say(text) {
      if (where && where.textContent !== text) { where.textContent = text; }
    }

    function show(kind, parts) {
      hide();
      notice = element("div", "", { "class": "note note--late", "role": "alert", "tabindex": "-1", "data-why": kind });
      var line = element("p");
      parts.forEach(function (part) { line.append(part); });
      notice.append(line);
      form.prepend(notice);
    }

    /* Somebody wants to go on, but would lose what they typed: they stay and read why. */
    function stay() {
      if (waiting) { notice.focus(); }
      waiting = null;
    }

    function hide() {
      if (notice) { notice.remove(); notice = null; }
    }

    function soon(pause) {
      window.clearTimeout(timer);
      if (!stopped) { timer = window.setTimeout(save, pause); }
    }

    function body() {
      var data = new URLSearchParams(new FormData(form));
      data.append(button, button);
      return data;
    }

    /* What somebody has answered, without what the page itself carries. */
    function answers() {
      var data = new URLSearchParams(new FormData(form));
      data.delete("version");
      return data.toString();
    }

    function signedOut() {
      changed = true;
      say("Not saved");
      if (!notice || notice.dataset.why !== "signed-out") {
        show("signed-out", [
          element("b", "You have been signed out."),
          " What you typed is still here. ",
          element("a", "Sign in again in a new tab", { href: form.getAttribute("data-sign-in") || "/signed-in.xhtml", target: "_blank", rel: "noopener" }),
          ", then carry on here."
        ]);
      }
      stay();
    }

    function overtaken() {
      stopped = true;
      say("Not saved");
      show("changed", [
        element("b", "This has changed since you opened it."),
        " What you typed is still here, but it cannot be saved. Copy what you need, then ",
        element("a", "load it again", { href: window.location.href }),
        "."
      ]);
      stay();
    }

    function refused() {
      say("Not saved");
      show("refused", [element("b", "This could not be saved."), " What you typed is still here. Press the button below to see why."]);
    }

    function answered(answer) {
      /* Being sent elsewhere, to the sign-in page, is no answer from us. */
      if (answer.status === 401 || answer.type === "opaqueredirect") { return signedOut(); }
      if (answer.status === 409 || answer.status === 412) { return overtaken(); }
      if (answer.status >= 400 && answer.status < 500) { return refused(); }
      if (!answer.ok) { throw new Error("status " + answer.status); }
      var version = answer.headers.get("X-Version");
      var held = form.elements.namedItem("version");
      if (version && held) { held.value = version; }
      hide();
      saved = sent;
      say("Draft saved at " + clock() + (answer.headers.get("X-Saved") === "part" ? ", but not all of it" : ""));
      if (changed) { soon(PAUSE); }
    }

    function save() {
      if (!changed || sending || stopped || form.hasAttribute("data-sent")) { return; }
      changed = false;
      failed = false;
      sending = true;
      sent = answers();
      window.fetch(form.action, {
        method: "POST",
        body: body(),
        headers: { "X-Requested-With": "fetch" },
        credentials: "same-origin",
        redirect: "manual"
      }).then(answered).catch(function () {
        changed = true;
        failed = true;
        say("Not saved yet, trying again");
        soon(AGAIN);
      }).then(function () {
        sending = false;
        if (waiting && !failed) { form.requestSubmit(waiting.button); }
      });
    }

    /* What is typed is saved before the page is left: where the session has ended, the answer to the form itself would be
       another page, and what was typed would be gone. It also carries the version that the next request must name. */
    form.addEventListener("submit", function (event) {
      window.clearTimeout(timer);
      if (stopped || !(sending || changed)) { return; }
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { button: event.submitter };
      save();
    });

    function touched(pause) {
      return function () {
        changed = answers() !== (sending ? sent : saved);
        if (changed) { soon(pause); }
      };
    }

    form.addEventListener("input", touched(PAUSE));
    form.addEventListener("change", touched(0));
    window.addEventListener("focus", function () { if (changed) { soon(0); } });
    window.addEventListener("online", function () { if (changed) { soon(0); } });
    window.addEventListener("pagehide", function () {
      if (!changed || sending || stopped || form.hasAttribute("data-sent")) { return; }
      changed = false;
      window.fetch(form.action, { method: "POST", body: body(), headers: { "X-Requested-With": "fetch" }, credentials: "same-origin", keepalive: true });
    });
  }

  /* How far something has come is asked for again and again, and once it has ended the page is read anew. */
  function progress(where) {
    window.setTimeout(function () {
      window.fetch(window.location.href, { credentials: "same-origin", redirect: "manual" }).then(function (answer) {
        return answer.text();
      }).then(function (text) {
        var now = new DOMParser().parseFromString(text, "text/html").querySelector("[data-progress]");
        if (!now) { window.location.reload(); return; }
        if (now.textContent !== where.textContent) { where.textContent = now.textContent; }
        progress(where);
      }).catch(function () { progress(where); });
    }, AGAIN);
  }

  /* One tick for all rows that can be chosen; it shows when they all are. */
  function chooseAll(where) {
    var all = where.querySelector("input");
    var form = where.closest("form");
    var each = Array.prototype.slice.call(form.querySelectorAll("[data-pick]"));
    where.hidden = each.length < 2;
    all.addEventListener("change", function () { each.forEach(function (one) { one.checked = all.checked; }); });
    form.addEventListener("change", function () { all.checked = each.every(function (one) { return one.checked; }); });
  }

  /* A list is told when it has changed. It says so and stays as it is: what is typed or chosen is not lost. */
  function watch(where) {
    var path = where.getAttribute("data-watched").replace(/^[a-z]+:\/\/[^/]+/, "");
    var address = window.location.protocol.replace("http", "ws") + "//" + window.location.host + path;
    var failed = 0;
    var leaving = false;

    function say(text, act) {
      var line = element("p", text + " ");
      /* Without a place on the page: a link to one would only jump there. */
      line.append(element("a", act, { href: window.location.pathname + window.location.search }));
      var note = element("div", "", { "class": "note note--now" });
      note.append(line);
      where.replaceChildren(note);
    }

    /* Told at each news, and when a socket opens after news that it could not hear. */
    function changed() {
      if (!where.firstChild) { say("The list has changed.", "Show the changes"); }
    }

    /* What ends it for good is that the session is over, or that this node does not know it. */
    function closed(event) {
      if (leaving) { return; }
      failed += 1;
      if (event.code === 1000 || event.code === 1008 || failed > 5) {
        say("This page is not told of changes any more.", "Load it again");
      } else {
        window.setTimeout(open, 1000 * Math.pow(2, failed));
      }
    }

    function open() {
      var socket = new window.WebSocket(address);
      socket.onopen = function () {
        where.setAttribute("data-watching", "");
        failed = 0;
      };
      socket.onmessage = changed;
      socket.onclose = closed;
    }

    window.addEventListener("pagehide", function () { leaving = true; });
    window.addEventListener("pageshow", function (event) { if (event.persisted) { leaving = false; open(); } });
    open();
  }

  errorSummary();
  document.querySelectorAll("[data-watched]").forEach(watch);
  document.querySelectorAll("[data-pick-all]").forEach(chooseAll);
  document.querySelectorAll("[data-progress]").forEach(progress);
  document.querySelectorAll("form[data-autosave]").forEach(autosave);
  document.querySelectorAll("form[data-once]").forEach(sendOnce);
  document.querySelectorAll("form[data-downloads]").forEach(downloads);
})();
