// What is to be seen of a page at one width. Runs at once, without timers, so that it
// works where the page itself may run no script.
() => {
  const SMALL = 24, LARGE = 44;
  const BUTTONS = "button, input:not([type=hidden]), select, textarea, summary, " +
    "nav:not(.crumbs) a, .action, .pages a, .tabs a, .years a, .jumps a";
  const KANA = /[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]{2,}/;
  const LATIN = /[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’.&-]*(?:[,:;]? (?:[–—&-] )?[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’.&-]*)+/;
  const shows = one => one.checkVisibility({visibilityProperty: true});
  const all = selector => [...document.querySelectorAll(selector)];
  const words = one => (one.innerText ?? one.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
  const named = one => `${one.tagName.toLowerCase()}.${one.className.baseVal ?? one.className} "${words(one) || one.id || one.name}"`;

  const ids = all("[id]").map(one => one.id);
  const levels = all("h1, h2, h3, h4, h5, h6").filter(shows).map(one => Number(one.tagName[1]));

  const isInText = link => {
    const block = link.closest("p, li, dd, td, th, figcaption, caption, h1, h2, h3, h4, h5, h6, div");
    return getComputedStyle(link).display === "inline" && block &&
      words(block).length > words(link).length;
  };
  const drawn = link => link instanceof SVGElement &&
    all(`a[href="${link.getAttribute("href")}"]`).some(other => !(other instanceof SVGElement));
  const small = [];
  for (const one of all("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!shows(one) || one.matches(".skip") || one.disabled || drawn(one)) continue;
    const large = one.matches(BUTTONS);
    if (!large && isInText(one)) continue;
    let box = one.getBoundingClientRect();
    let height = box.height;
    // A link alone in its line is hit in the whole line.
    if (getComputedStyle(one).display === "inline")
      height = Math.max(height, parseFloat(getComputedStyle(one.parentElement).lineHeight) || 0);
    if (one.matches("[type=checkbox], [type=radio]") && one.labels.length)
      ({ height } = box = one.labels[0].getBoundingClientRect());
    const least = large ? LARGE : SMALL;
    // A word of two characters is as wide as it is; it can be hit by its height.
    if (Math.round(height) < least || Math.round(box.width) < SMALL)
      small.push(`${named(one)} ${box.width.toFixed(1)} x ${height.toFixed(1)} < ${least}`);
  }

  const foreign = [];
  const judge = (one, text) => {
    const spoken = one.closest("[lang]")?.lang ?? "";
    const other = spoken === "ja" ? LATIN : spoken === "en" ? KANA : null;
    // An option holds no marks; a proper name in it is read as the browser can.
    if (one.tagName === "OPTION" && KANA.test(text)) return;
    const found = other ? text.match(other) : [`lang=${spoken}: ${text}`];
    if (found) foreign.push(`${spoken}: ${found[0].slice(0, 60)} < ${named(one).slice(0, 60)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (one && !one.closest("script, style, noscript, textarea") && walker.currentNode.data.trim())
      judge(one, walker.currentNode.data);
  }
  for (const one of all("body [alt], body [aria-label], body [title], body [placeholder]"))
    for (const name of ["alt", "aria-label", "title", "placeholder"])
      if (one.getAttribute(name)) judge(one, one.getAttribute(name));

  const wide = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    for (const one of all("body *")) {
      const box = one.getBoundingClientRect();
      if (box.right > width + 1 && !one.closest(".scroll")) wide.push(`${named(one)} ${Math.round(box.right)}`);
    }
  return {
    title: document.title,
    h1: all("h1").filter(shows).map(words),
    skipped: levels.filter((level, n) => level > (n ? levels[n - 1] + 1 : 1)),
    twice: ids.filter((id, n) => ids.indexOf(id) !== n),
    small, foreign, wide: wide.slice(-3),
    overflow: document.documentElement.scrollWidth - width,
    scripts: all("script:not([type='application/ld+json'])").map(one => one.outerHTML.slice(0, 100)),
    playing: all("video, audio, iframe, embed, object, meta[http-equiv=refresh], marquee").map(named),
    sending: all("form[method=post]").map(named),
    moving: document.getAnimations().length,
    html: document.documentElement.outerHTML,
  };
}
