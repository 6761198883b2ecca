import { enterRoom, openVote, todaysAssembly } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, signIn, soliha } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

/** What has the focus can be seen: it has an outline, lies in the window, and nothing covers it. */
async function expectFocusSeen(page) {
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
async function tabTo(page, control) {
  await expect(control).toBeVisible();
  for (let steps = 0; steps < 80; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    await expectFocusSeen(page);
  }
  throw new Error(`the Tab key does not lead to ${control}`);
}

for (const [device, viewport] of [
  ['a laptop', { width: 1280, height: 720 }],
  ['a phone', { width: 360, height: 640 }],
]) {
  test(`signing in and voting with the keyboard alone, on ${device}`, async ({ arrive }) => {
    const chairPage = await arrive();
    await signIn(chairPage, chair);
    const assembly = await todaysAssembly(chairPage);
    for (const someone of [coallia, emmaus, ikambere, soliha, groupeSos]) await enterRoom(await arrive(), someone, assembly);

    const page = await arrive({ viewport });
    await page.goto('/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
    await expectFocusSeen(page);
    await tabTo(page, page.locator('.masthead').getByRole('link', { name: 'Se connecter' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Votre adresse e-mail'));
    await page.keyboard.type('presidence@aurore.example');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: `– ${aurore.person}` }));
    await page.keyboard.press('Enter');
    await expect(page.locator('.masthead .person')).toContainText(aurore.person);

    await page.goto(`${assembly}/room`);
    await tabTo(page, page.getByRole('button', { name: 'Je suis là, dans la salle – Aurore' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Aurore : votre présence est enregistrée.')).toBeVisible();
    await openVote(chairPage, assembly);

    const ballot = page.getByRole('group', { name: /^Aurore, votre association/ });
    await tabTo(page, ballot.getByRole('radio', { name: 'Pour' }));
    await page.keyboard.press('ArrowDown');
    await expect(ballot.getByRole('radio', { name: 'Contre' })).toBeChecked();
    await expectFocusSeen(page);
    await page.keyboard.press('ArrowUp');
    await expect(ballot.getByRole('radio', { name: 'Pour' })).toBeChecked();
    await tabTo(page, page.getByRole('button', { name: 'Voter – Aurore' }));
    await page.keyboard.press('Space');
    await expectTold(page, 'Votre vote est enregistré.');
  });
}
