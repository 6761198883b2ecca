// The keyboard alone: where the focus goes, and that it can be seen.
import { expect } from '@playwright/test';

/** What has the focus can be seen: it has an outline, lies in the window, and nothing covers it. */
export async function expectFocusSeen(page) {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === document.body) return { name: 'the page', outlined: true, inside: true, uncovered: true };
    // A radio button in a box shows its focus on the box.
    const shown = focused.closest('label') ?? focused;
    const outlined = [focused, shown].some((element) => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    });
    const box = shown.getBoundingClientRect();
    const inside = box.width > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const uncovered = shown.contains(top) || top?.contains(shown);
    return { name: shown.outerHTML.slice(0, 120), outlined, inside, uncovered: Boolean(uncovered) };
  });
  expect(seen, 'the focus').toMatchObject({ outlined: true, inside: true, uncovered: true });
}

/** Goes on with the Tab key until the control has the focus. */
export async function tabTo(page, control) {
  await expect(control).toBeVisible();
  for (let steps = 0; steps < 80; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    await expectFocusSeen(page);
  }
  throw new Error(`the Tab key does not lead to ${control}`);
}
