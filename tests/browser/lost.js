// Text that is cut off, lies on other text, or makes the page wider than the window.
() => {
  const shows = one => one.checkVisibility({visibilityProperty: true});
  // Hidden from the eye alone: nothing is lost of it.
  const unseen = one => {
    for (let at = one; at && at !== document.body; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      if (getComputedStyle(at).position === "absolute" && box.width <= 1) return true;
    }
    return false;
  };
  const named = one =>
    `${one.tagName} ${one.className} "${(one.innerText ?? one.textContent).slice(0, 40)}"`;
  const cut = [...document.querySelectorAll("body *")].filter(one => {
    if (one instanceof SVGElement || !shows(one) || unseen(one)) return false;
    const style = getComputedStyle(one);
    return ["hidden", "clip"].includes(style.overflowX) && one.innerText?.trim() &&
      (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2);
  }).map(one => `cut ${named(one)}`);

  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, one = node.parentElement;
    if (!node.data.trim() || one.closest("svg, script, option, .skip, rt, rp")) continue;
    if (!shows(one) || unseen(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1) lines.push([node, one, box]);
  }
  const over = [];
  lines.forEach(([node, one, a], n) => {
    for (const [next, other, b] of lines.slice(n + 1, n + 20)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (next !== node && wide > 4 && high > 0.4 * Math.min(a.height, b.height))
        over.push(`over ${named(one)} / ${named(other)}`);
    }
  });
  const root = document.documentElement;
  const more = root.scrollWidth - root.clientWidth;
  return [...cut, ...over, ...(more > 0 ? [`wider by ${more}`] : [])];
}
