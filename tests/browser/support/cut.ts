// Text that nobody can read: cut off, running out of its box, or wider than the window.

/** What is cut off on the page as it is, one line a part. Runs in the page. */
export function cutOff(): string[] {
  const found: string[] = [];
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const say = (element: Element, what: string) => {
    const words = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
    const name = [element.tagName.toLowerCase(), ...element.classList].join(".");
    found.push(`${name} ${what}: ${words}`);
  };
  const wide = [document.documentElement, ...document.querySelectorAll("main, dialog[open], .dialog__body, [popover]:popover-open")];
  for (const part of wide) if (part.scrollWidth > part.clientWidth + 1) say(part, "is wider than its room");
  for (const element of document.querySelectorAll("body *")) {
    if (!element.textContent!.trim() || element instanceof SVGElement || element.clientWidth === 0 || !seen(element)) continue;
    // What only screen readers read is as small as can be, and what stands in a field can be scrolled there.
    if (element.closest(".visually-hidden, select, textarea, [title], .skip-link")) continue;
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    if (clipPath !== "none" || ["auto", "scroll"].includes(overflowX)) continue;
    // A box that cuts nothing off is judged where its text stands.
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
    if (!own && overflowX === "visible") continue;
    if (element.scrollWidth > element.clientWidth + 1) say(element, overflowX === "visible" ? "runs out of its box" : "is cut off");
    else if (overflowY !== "visible" && overflowY !== "auto" && element.scrollHeight > element.clientHeight + 2) say(element, "is cut off below");
  }
  return found;
}
