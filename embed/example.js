// The example: a frame that may be written to, a button for each question, and what the frame says.
(() => {
  const language = /^tr\b/i.test(navigator.language) ? "tr" : "en";
  document.documentElement.lang = language;
  for (const text of document.querySelectorAll("main [lang]")) text.hidden = text.lang !== language;

  const said = document.getElementById("said");
  function note(what, data) {
    said.textContent = `${what} ${JSON.stringify(data)}\n${said.textContent}`.slice(0, 20_000);
  }

  // `?sandbox` shows the same in a frame without an origin.
  const sandbox = location.search === "?sandbox" ? "allow-scripts" : undefined;
  const portal = globalThis.iex.embed(document.getElementById("portal"), { write: true, sandbox });
  portal.ready.then((ready) => note("ready", ready));
  for (const event of ["job", "refused", "route"]) portal.on(event, (data) => note(event, data));
  for (const button of document.querySelectorAll("[data-method]")) {
    const { method, params } = button.dataset;
    button.addEventListener("click", () => {
      portal.call(method, params && JSON.parse(params)).then(
        (result) => note(method, result),
        (error) => note(method, { code: error.code, message: error.message }),
      );
    });
  }
})();
