// The page around a lesson in a learning platform (LMS): it finds the platform's SCORM 1.2 interface, hands back to the
// portal how far the lesson had come, and reports what the portal keeps of it. The portal itself knows nothing of that:
// both are of one origin, and this page reads the portal's entry in localStorage whenever it changes.
(() => {
  const lesson = document.body.dataset.lesson;
  const [rev, total, pass] = ["rev", "points", "pass"].map((name) => Number(document.body.dataset[name]));

  // What the names of this copy of the portal begin with where it is not the first at its origin, as src/boot.js has it.
  const own = (() => {
    const path = new URL("portal/", document.baseURI).pathname;
    try {
      return [null, path].includes(localStorage.getItem("iep/home")) ? "" : path + " ";
    } catch {
      return "";
    }
  })();
  // As src/lessons/progress.rs has it.
  const PROGRESS = own + "iep/pref/learn";
  const FORMAT = "progress/1";
  // Which run of the lesson is the one in this browser: on a shared computer it may be somebody else's.
  const RUN = own + "iep/scorm/" + lesson;
  // The workspace that this tab shows, as src/portal/backend/workspaces.rs has it.
  const SLOT = own + "iep/slot";
  // What is put into the platform's suspend data, and how long that may be.
  const SUSPENDED = "suspended/1";
  const MOST = 4096;

  // --- What the person is told.

  const said = document.getElementById("said");
  const frame = document.getElementById("portal");
  let now = null;

  function preference(name) {
    try {
      return localStorage.getItem(own + "iep/pref/" + name);
    } catch {
      return null;
    }
  }

  // The sentence in the language and the colours that the portal has.
  function show() {
    const theme = preference("theme");
    document.documentElement.dataset.theme = theme ?? "system";
    if (!now) return;
    const all = [...document.querySelectorAll(`[data-say="${now.what}"] > [lang]`)];
    const wanted = [preference("language"), ...navigator.languages].filter(Boolean).map((tag) => tag.split("-")[0]);
    const tag = wanted.find((tag) => all.some((one) => one.lang === tag));
    const found = all.find((one) => one.lang === tag) ?? all[0];
    document.documentElement.lang = found.lang;
    const text = found.textContent.replace(/\{(\w+)\}/g, (whole, name) => now.values[name] ?? whole);
    if (said.textContent !== text) said.textContent = text;
    said.dataset.tone = now.tone;
  }

  function say(what, tone = "info", values = {}) {
    now = { what, tone, values };
    show();
  }

  // --- The platform's interface.

  // Above this window, or above the one that has opened it. A window of another origin does not let itself be asked.
  function find() {
    const above = (from) => {
      for (let at = from, step = 0; at && step < 50; at = at.parent, step += 1) {
        try {
          if (typeof at.API?.LMSInitialize === "function") return at.API;
        } catch {
          // Its parents may be of this origin again.
        }
        if (at.parent === at) break;
      }
      return null;
    };
    const opener = (of) => {
      try {
        return of.opener;
      } catch {
        return null;
      }
    };
    return above(window) ?? above(opener(window)) ?? above(opener(window.top));
  }

  const api = find();
  // Why the last call failed, as the platform says it.
  let why = "";

  // What a call comes to; null if it failed.
  function call(name, ...values) {
    try {
      const answer = String(api[name](...values));
      const code = String(api.LMSGetLastError());
      if (name === "LMSGetValue" ? code === "0" : answer === "true") return answer;
      why = `${code} ${api.LMSGetErrorString(code)}`.trim();
    } catch (error) {
      why = String(error?.message ?? error);
    }
    return null;
  }

  const get = (name) => call("LMSGetValue", name);
  const set = (name, value) => call("LMSSetValue", name, String(value)) !== null;

  // --- What the portal keeps of the lesson.

  function progress() {
    try {
      const all = JSON.parse(localStorage.getItem(PROGRESS));
      if (all?.format === FORMAT && all.lessons) return all;
    } catch {
      // The portal takes what it cannot read for nothing too.
    }
    return { format: FORMAT, lessons: {} };
  }

  function entry() {
    const kept = progress().lessons[lesson];
    // One that was only handed over says nothing of this run yet.
    return kept?.rev === rev && !kept.elsewhere ? kept : null;
  }

  const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
  const areCounts = (value) => value === undefined || (Array.isArray(value) && value.every(isCount));

  // What the platform has kept, as the portal would keep it; null where that is not of this revision of the lesson.
  function suspended(text) {
    try {
      const { format, run, lesson: of, ...kept } = JSON.parse(text);
      const areRight = ["seed", "done", "of", "points", "seconds"].every((name) => isCount(kept[name]));
      const lists = areCounts(kept.hints) && areCounts(kept.shown) && areCounts(kept.quiz?.map((given) => given ?? 0));
      if (format !== SUSPENDED || of !== lesson || kept.rev !== rev || typeof run !== "string") return null;
      const { seed, done, points, seconds, hints, shown, quiz } = kept;
      return areRight && lists ? { run, kept: { rev, seed, done, of: kept.of, complete: kept.complete === true, points, hints, shown, quiz, seconds } } : null;
    } catch {
      return null;
    }
  }

  // The compact form: what the portal notes of refused calls stays in the browser, with the workspace.
  function suspend({ notes, elsewhere, ...kept }, run) {
    const of = (what) => JSON.stringify({ format: SUSPENDED, run, lesson, ...what });
    const { hints, shown, quiz, ...least } = kept;
    return [of(kept), of(least)].find((text) => text.length <= MOST) ?? "";
  }

  // Has the portal go on where the platform says that the lesson was left. Returns what is to be said of that.
  function resume(text) {
    const all = progress();
    const here = localStorage.getItem(RUN);
    const fresh = crypto.getRandomValues(new Uint32Array(2)).join("-");
    // A platform that cannot say what it keeps hands nothing back; the run in this browser goes on.
    if (text === null) {
      localStorage.setItem(RUN, here ?? fresh);
      return "connected";
    }
    const before = suspended(text);
    const found = all.lessons[lesson];
    if (before && before.run === here && found && !found.elsewhere) return "resumed";
    const run = before?.run ?? fresh;
    if (before) all.lessons[lesson] = { ...before.kept, elsewhere: true };
    else delete all.lessons[lesson];
    localStorage.setItem(PROGRESS, JSON.stringify(all));
    localStorage.setItem(RUN, run);
    // This tab may still show the run of somebody else.
    sessionStorage.removeItem(SLOT);
    if (before) return "elsewhere";
    return text ? "unread" : "connected";
  }

  // --- The session.

  const began = performance.now();
  // "HHHH:MM:SS.SS", the time of this session.
  function time() {
    const hundredths = Math.round((performance.now() - began) / 10);
    const two = (value) => String(value).padStart(2, "0");
    const minutes = Math.floor(hundredths / 6000);
    const hours = String(Math.floor(minutes / 60)).padStart(4, "0");
    return `${hours}:${two(minutes % 60)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
  }

  // A result that the platform holds already is not taken back.
  const rank = (status) => ["incomplete", "failed", "completed", "passed"].indexOf(status);

  function session() {
    const before = get("cmi.core.lesson_status") ?? "";
    const needed = Number(get("cmi.student_data.mastery_score") || pass);
    const held = Number(get("cmi.core.score.raw") || 0);
    let status = before;
    let told = "";
    let ended = false;

    // Reports what has changed; how long it was looked at is no reason by itself.
    function report() {
      const kept = entry();
      if (!kept || ended) return;
      const { seconds, notes, ...what } = kept;
      const text = JSON.stringify(what);
      if (text === told) return;
      const score = Math.max(held, total > 0 ? Math.min(100, Math.round((100 * kept.points) / total)) : 0);
      let found = "incomplete";
      if (kept.complete) found = !(needed > 0 && total > 0) ? "completed" : score >= needed ? "passed" : "failed";
      if (rank(found) > rank(status)) status = found;
      const values = [["cmi.suspend_data", suspend(kept, localStorage.getItem(RUN))]];
      // The score of a lesson that is not complete would be taken for its result.
      if (kept.complete) {
        // Not every platform knows these two.
        for (const [name, value] of [["min", 0], ["max", 100]]) set("cmi.core.score." + name, value);
        values.push(["cmi.core.score.raw", score]);
      }
      values.push(["cmi.core.lesson_status", status], ["cmi.core.session_time", time()]);
      if (!values.every(([name, value]) => set(name, value)) || call("LMSCommit", "") === null) {
        say("refused", "warning", { why });
        return;
      }
      const isFirst = told === "" && now.what !== "refused";
      told = text;
      // How the lesson began stays to be read until something is done.
      if (isFirst) return;
      const tone = { incomplete: "info", failed: "warning" }[found] ?? "success";
      say(found, tone, { done: kept.done, of: kept.of, score, pass: needed });
    }

    function end() {
      if (ended) return;
      report();
      ended = true;
      set("cmi.core.session_time", time());
      call("LMSFinish", "");
    }

    if (rank(before) < 0) set("cmi.core.lesson_status", (status = "incomplete"));
    // Else some platforms forget the suspend data.
    set("cmi.core.exit", "suspend");
    // What the session before could not report any more.
    report();
    addEventListener("storage", ({ key }) => key === PROGRESS && report());
    addEventListener("pagehide", end);
    document.addEventListener("visibilitychange", () => document.hidden && report());
    // A session that has ended does not begin again in a page that comes back.
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  }

  function start() {
    try {
      localStorage.setItem(RUN + "?", "");
      localStorage.removeItem(RUN + "?");
    } catch {
      say("storage", "warning");
      return;
    }
    if (!api) {
      say("none", "warning");
      return;
    }
    if (call("LMSInitialize", "") === null) {
      say("silent", "warning", { why });
      return;
    }
    if (["browse", "review"].includes(get("cmi.core.lesson_mode"))) {
      say("review");
      addEventListener("pagehide", () => call("LMSFinish", ""), { once: true });
      return;
    }
    const found = resume(get("cmi.suspend_data"));
    say(found, found === "unread" ? "warning" : "info");
    session();
  }

  addEventListener("storage", ({ key }) => key?.startsWith(own + "iep/pref/") && show());
  start();
  show();
  frame.src = "portal/index.html#/learn/" + lesson;
})();
