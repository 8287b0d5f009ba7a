// Renews the parts of a page that say so, while something is on its way.
// data-renewed holds the seconds until the next look, empty when all is done;
// data-from is the address of the part alone.
const PART = "[data-renewed]:not([data-renewed=''])";

// Changes only what differs: a button that somebody is about to press stays the same
// one, and a screen reader hears the status alone.
const change = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return;
  }
  if (old.nodeType === Node.TEXT_NODE) {
    old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  if (before.length === after.length) {
    before.forEach((child, place) => change(child, after[place]));
  } else {
    old.replaceChildren(...after);
  }
};

const renew = async (part) => {
  const answer = await fetch(part.dataset.from, { credentials: "same-origin" });
  // Logged out meanwhile: the page itself leads to the log-in.
  if (answer.redirected || answer.status === 403) return location.reload();
  if (!answer.ok) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(part.id);
  const focused = part.contains(document.activeElement);
  if (fresh) change(part, fresh);
  if (focused && !part.contains(document.activeElement)) {
    part.tabIndex = -1;
    part.focus();
  }
  return undefined;
};

const watch = (part) => {
  if (!part.matches(PART)) return;
  setTimeout(
    () => renew(part).catch(() => undefined).then(() => watch(part)),
    Number(part.dataset.renewed) * 1000,
  );
};

document.querySelectorAll(PART).forEach(watch);
