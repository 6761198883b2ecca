// The door: passes are noted with the network and without, and the room hears of all of them.
import { part, todaysAssembly } from './support/assembly.js';
import { chair, signIn } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

/** The code on the pass of the first representative of an association, as the desk prints it. */
async function codeOf(page, assembly, association) {
  await page.goto(`${assembly}/desk?q=${encodeURIComponent(association)}`);
  await page.getByRole('link', { name: /^Laissez-passer/ }).first().click();
  return page.locator('.pass-code').innerText();
}

/** How many associations take part, as the room says it. */
async function presentIn(page, assembly) {
  await page.goto(`${assembly}/room`);
  const text = await part(page, 'Présence et participation').innerText();
  return Number(text.match(/(\d+) associations? présentes? ou représentées?/)[1]);
}

async function scan(page, code) {
  await page.getByLabel('Code du laissez-passer').fill(code);
  await page.getByLabel('Code du laissez-passer').press('Enter');
}

test('the door goes on while its network is down, and tells the server when it is back', async ({ arrive }, info) => {
  const page = await arrive();
  const watching = await arrive();
  await signIn(page, chair);
  await signIn(watching, chair);
  const assembly = await todaysAssembly(page);
  const before = await presentIn(watching, assembly);
  const codes = [];
  for (const association of ['Adept', 'AISPJA', 'Devenir']) codes.push(await codeOf(page, assembly, association));

  const state = page.locator('[data-part=state]');
  const answer = page.locator('[data-part=answer]');
  await page.goto(`${assembly}/door`);
  await expect(state).toHaveText('Tout est enregistré sur le serveur.');
  await scan(page, codes[0]);
  await expect(answer).toContainText(/^Bienvenue, .*Adept/);
  await expect(state).toHaveText('Tout est enregistré sur le serveur.');
  await expect.poll(() => presentIn(watching, assembly)).toBe(before + 1);
  await expect(page.locator('#door')).toHaveAttribute('data-kept', 'true');

  await page.context().setOffline(true);
  await page.reload();
  await scan(page, codes[1].toLowerCase());
  await expect(answer).toContainText(/^Bienvenue, .*AISPJA/);
  await scan(page, codes[1]);
  await expect(answer).toContainText('est déjà là');
  await scan(page, `https://trame.example${assembly}/door/${codes[2].replaceAll('-', '')}`);
  await expect(answer).toContainText(/^Bienvenue, .*Devenir/);
  await scan(page, '0000-0000-0000-0000');
  await expect(answer).toContainText('n’est pas sur la liste de cet appareil');
  await expect(state).toContainText('3 arrivées notées ici, pas encore sur le serveur.');
  await page.reload();
  await expect(state).toContainText('3 arrivées notées ici, pas encore sur le serveur.');
  await page.screenshot({ path: info.outputPath('door-offline.png'), fullPage: true });

  await page.context().setOffline(false);
  await expect(state).toHaveText('Tout est enregistré sur le serveur.', { timeout: 20_000 });
  await expect(page.locator('[data-part=conflicts]')).toContainText('n’est celui d’aucun laissez-passer');
  expect(await presentIn(watching, assembly)).toBe(before + 3);
  await watching.goto(`${assembly}/door`);
  await expect(watching.locator('#conflicts')).toContainText('n’est celui d’aucun laissez-passer');
  await page.getByRole('button', { name: 'J’ai vu' }).click();
  await expect(page.locator('[data-part=conflicts]')).toBeHidden();
});

test('the pass and the door on a phone, in the dark, in Dutch', async ({ arrive }, info) => {
  const page = await arrive({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  await signIn(page, chair);
  const assembly = await todaysAssembly(page);
  await codeOf(page, assembly, 'Adept');
  const pass = page.url();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    for (const [name, address] of [['pass', pass], ['door', `${assembly}/door`]]) {
      const url = new URL(address, page.url());
      url.searchParams.set('lang', 'nl');
      await page.goto(url.href);
      await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.screenshot({ path: info.outputPath(`${name}-${width}.png`), fullPage: true });
    }
  }
});
