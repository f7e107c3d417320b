// Whether what a screen says has room: nothing is wider than the page, and no word is cut off or lies over its neighbour.
import { expect } from './harness.mjs';

/** In the page: what is too wide, cut off, or spills out of its place. */
function cramped() {
  const root = document.documentElement;
  const found = [];
  const tell = (what, one, by) => found.push(`${what} by ${Math.round(by)} px: ${one.outerHTML.slice(0, 110)}`);
  const over = root.scrollWidth - root.clientWidth;
  if (over > 0) found.push(`the page is ${over} px too wide`);
  const scrolls = (one) => {
    for (let up = one; up && up !== document.body; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  for (const one of document.body.querySelectorAll('*')) {
    // What is for those who listen alone is one pixel wide on purpose.
    if (one instanceof SVGElement || one.closest('.hide, .skip, .stack thead, [hidden]') || !one.checkVisibility({ contentVisibilityAuto: true })) continue;
    const style = getComputedStyle(one);
    const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const [wide, high] = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
    if (one.matches('input, textarea')) continue;
    if (style.display !== 'inline' && (one.clientWidth || one.clientHeight)) {
      if (/hidden|clip/.test(style.overflowX) && wide > 1) tell('cut off', one, wide);
      if (/hidden|clip/.test(style.overflowY) && high > 1) tell('cut off below', one, high);
      if (words && style.overflowX === 'visible' && wide > 1) tell('spills', one, wide);
    }
    if (!words || scrolls(one)) continue;
    for (const node of one.childNodes) {
      if (node.nodeType !== 3 || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right } of range.getClientRects()) {
        if (left < -1) tell('beyond the edge', one, -left);
        else if (right > root.clientWidth + 1) tell('beyond the edge', one, right - root.clientWidth);
      }
    }
  }
  return [...new Set(found)];
}
export async function hasRoom(page, name) {
  const found = await page.evaluate(cramped);
  expect(`room for its words: ${name}`, found.length === 0, `\n  ${found.slice(0, 6).join('\n  ')}`);
}
