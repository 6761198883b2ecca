import { OTHERS, enterRoom, noteArrival, todaysAssembly } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, signIn, soliha } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

test('without JavaScript, a tie is decided by a run-off between the tied', async ({ arrive }) => {
  test.setTimeout(180_000);
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
  await chairPage.locator('main a[href*="/elections/"]').nth(1).click();
  const first = new URL(chairPage.url()).pathname;

  const votes = async (page, election, organization, name) => {
    await page.goto(election);
    const form = page.locator('main form').filter({ has: page.getByRole('button', { name: `Déposer le bulletin – ${organization}` }) });
    await form.getByLabel(name).check();
    await form.getByRole('button').click();
    await expectTold(page, 'Votre bulletin est enregistré.');
  };
  const closes = async () => {
    await chairPage.getByRole('button', { name: /^Clore le vote et dépouiller/ }).click();
    await expectTold(chairPage, 'Le vote est clos et dépouillé.');
  };

  await test.step('two candidates have one vote each', async () => {
    await chairPage.getByRole('button', { name: /^Ouvrir le vote/ }).click();
    await expectTold(chairPage, 'Le vote est ouvert.');
    await votes(pages.aurore, first, 'Aurore', 'Alix Supposée');
    await votes(pages.coallia, first, 'Coallia', 'Noor Feinte');
    await chairPage.goto(first);
    await closes();
    await expect(chairPage.locator('#tie')).toContainText('Le dépouillement ne départage pas Alix Supposée et Noor Feinte.');
  });

  await test.step('a decision without a reason comes back with what was chosen', async () => {
    const form = chairPage.locator('#tie form').filter({ has: chairPage.getByRole('button', { name: 'Noter la décision de l’assemblée' }) });
    await form.getByLabel('Noor Feinte').check();
    await form.getByRole('button').click();
    await expect(chairPage.getByText('Écrivez la raison')).toBeVisible();
    await expect(form.getByLabel('Noor Feinte')).toBeChecked();
  });

  await test.step('one press opens the run-off, and the pages tell the chain', async () => {
    await chairPage.getByRole('button', { name: 'Ouvrir un scrutin de départage' }).click();
    await expectTold(chairPage, 'Le scrutin de départage est ouvert.');
    const runoff = new URL(chairPage.url()).pathname;
    await expect(chairPage.getByRole('heading', { level: 1 })).toContainText('Scrutin de départage');
    await votes(pages.aurore, runoff, 'Aurore', 'Alix Supposée');
    await votes(pages.coallia, runoff, 'Coallia', 'Alix Supposée');
    await chairPage.goto(runoff);
    await closes();
    await expect(chairPage.locator('#result')).toContainText('Personne élue : Alix Supposée');
    await chairPage.getByRole('link', { name: 'Vers la première élection' }).click();
    await expect(chairPage.getByText('L’égalité est remise à un scrutin de départage.')).toBeVisible();
    const wide = await chairPage.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0);
    expect(wide).toBeLessThanOrEqual(0);
  });
});
