import { OTHERS, enterRoom, noteArrival, todaysAssembly } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, signIn, soliha } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
const FINAL = 'Un bulletin est définitif : une fois déposé, il ne peut être ni changé ni repris.';

test('without JavaScript, on a phone, two people are elected by secret ballot', async ({ arrive }) => {
  test.setTimeout(150_000);
  const chairPage = await arrive({ javaScriptEnabled: false });
  await signIn(chairPage, chair);
  const assembly = await todaysAssembly(chairPage);
  const pages = {};
  for (const someone of [aurore, coallia, emmaus, groupeSos, ikambere, soliha]) {
    pages[someone.organization] = await arrive(PHONE);
    await enterRoom(pages[someone.organization], someone, assembly);
  }
  await chairPage.goto(`${assembly}/desk`);
  for (const association of OTHERS) await noteArrival(chairPage, association);
  await chairPage.goto(`${assembly}/room`);
  await chairPage.getByRole('button', { name: 'Ouvrir la séance' }).click();
  await chairPage.goto(assembly);
  await chairPage.locator('main a[href*="/elections/"]').first().click();
  const election = new URL(chairPage.url()).pathname;

  await test.step('the chair opens the vote from the page of the election', async () => {
    await expect(chairPage.getByText('3 candidatures.')).toBeVisible();
    await chairPage.getByRole('button', { name: /^Ouvrir le vote/ }).click();
    await expectTold(chairPage, 'Le vote est ouvert.');
    await expect(chairPage.getByText(/graine [0-9a-f]{32}, publiée avant le premier bulletin/)).toBeVisible();
  });

  const page = pages.aurore;
  const form = page.locator('main form').filter({ has: page.getByRole('button', { name: 'Déposer le bulletin – Aurore' }) });
  const place = (name) => form.getByLabel(name);

  await test.step('the room leads to the ballot, which says that it is final and whom it protects from', async () => {
    await page.goto(`${assembly}/room`);
    await page.getByRole('link', { name: /^Vers les bulletins/ }).click();
    await expect(page.getByText(FINAL)).toBeVisible();
    await expect(page.getByText(/ne protège pas de qui exploite le serveur/)).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0);
    expect(wide).toBeLessThanOrEqual(0);
  });

  await test.step('a ballot that cannot be read is not recorded, and comes back as it was', async () => {
    await place('Camille Inventée').selectOption('1');
    await place('Sacha Imaginaire').selectOption('1');
    await form.getByRole('button').click();
    await expect(page.getByText('Votre bulletin n’est pas enregistré.')).toBeVisible();
    await expect(place('Camille Inventée')).toHaveValue('1');
    await expect(place('Sacha Imaginaire')).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('a right one is recorded, once', async () => {
    await place('Sacha Imaginaire').selectOption('2');
    await form.getByRole('button').click();
    await expectTold(page, 'Votre bulletin est enregistré.');
    await expect(page.getByText('Le bulletin est dans l’urne.')).toBeVisible();
    await expect(form).toHaveCount(0);
  });

  await test.step('before the close nobody sees a result or who has voted', async () => {
    await chairPage.goto(election);
    await expect(chairPage.getByText(/Bulletins dans l’urne\s: 1 sur \d+/)).toBeVisible();
    await expect(chairPage.getByText('Qui a voté', { exact: true })).toHaveCount(0);
    await expect(chairPage.locator('#result')).toHaveCount(0);
  });

  await test.step('the close counts, and everyone sees who is elected and why', async () => {
    const other = pages.coallia;
    await other.goto(election);
    const ballot = other.locator('main form').filter({ has: other.getByRole('button', { name: 'Déposer le bulletin – Coallia' }) });
    await ballot.getByLabel('Dominique Fictif').selectOption('1');
    await ballot.getByRole('button').click();
    await expectTold(other, 'Votre bulletin est enregistré.');
    await chairPage.goto(election);
    await chairPage.getByRole('button', { name: /^Clore le vote et dépouiller/ }).click();
    await expectTold(chairPage, 'Le vote est clos et dépouillé.');
    for (const seen of [chairPage, page]) {
      await seen.goto(election);
      await expect(seen.locator('#result')).toContainText('Camille Inventée');
      await expect(seen.locator('#result table').first()).toBeVisible();
      await expect(seen.locator('#result')).toContainText('Aurore');
    }
  });
});
