import { OTHERS, enterRoom, noteArrival, part, todaysAssembly } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, signIn, soliha } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

test('without JavaScript, on a phone, a holder of proxies votes on two questions in one gesture, then in secret', async ({ arrive }) => {
  test.setTimeout(180_000);
  const chairPage = await arrive({ javaScriptEnabled: false });
  await signIn(chairPage, chair);
  const assembly = await todaysAssembly(chairPage);
  const room = `${assembly}/room`;
  const pages = {};
  for (const someone of [aurore, coallia, emmaus, groupeSos, ikambere, soliha]) {
    pages[someone.organization] = await arrive(PHONE);
    await enterRoom(pages[someone.organization], someone, assembly);
  }
  await chairPage.goto(`${assembly}/desk`);
  for (const association of OTHERS) await noteArrival(chairPage, association);
  await chairPage.goto(room);
  await chairPage.getByRole('button', { name: 'Ouvrir la séance' }).click();

  await test.step('the chair puts two questions to the vote together', async () => {
    await chairPage.getByText('Plusieurs questions sur un bulletin').click();
    const boxes = chairPage.getByRole('group', { name: /^Cochez les questions/ }).getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await chairPage.getByRole('button', { name: 'Mettre ces questions ensemble au vote' }).click();
    await expectTold(chairPage, 'Les votes sont ouverts.');
  });

  const page = pages.aurore;
  const question = (number) => page.getByRole('group', { name: new RegExp(`^Question ${number} sur 2`) });

  await test.step('one form has both questions for three associations, and fits a phone', async () => {
    await page.goto(room);
    await expect(page.getByText('2 questions sur un bulletin.')).toBeVisible();
    await expect(page.getByText(/^Pour Aurore \(\d+ voix\), Le Refuge/)).toBeVisible();
    const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  await test.step('one gesture votes for all, on both', async () => {
    await question(1).getByRole('radio', { name: 'Pour' }).check();
    await question(2).getByRole('radio', { name: 'Contre' }).check();
    await page.getByRole('button', { name: 'Voter pour les 3' }).click();
    await expectTold(page, 'Vos votes sont enregistrés.');
    await expect(page.getByText('3 votes enregistrés sur 3.')).toHaveCount(2);
  });

  await test.step('one association votes otherwise', async () => {
    await page.getByText('Voter association par association').click();
    await page.getByRole('group', { name: /^Le Refuge/ }).getByRole('combobox').first().selectOption('against');
    await page.getByRole('button', { name: 'Enregistrer ces réponses' }).click();
    await expectTold(page, 'Vos votes sont enregistrés.');
  });

  await test.step('both are closed at once, each with its own result', async () => {
    await chairPage.goto(room);
    await chairPage.getByRole('button', { name: 'Clore les 2 votes' }).click();
    await expectTold(chairPage, 'Les votes sont clos et dépouillés.');
    await expect(chairPage.getByText('Rejetée').first()).toBeVisible();
    await expect(chairPage.getByText('Adoptée').first()).toBeVisible();
  });

  await test.step('the next question is voted on in secret: three ballots, which are final', async () => {
    await chairPage.getByText('À bulletin secret', { exact: true }).first().click();
    await chairPage.getByRole('button', { name: /^Ouvrir le vote à bulletin secret/ }).first().click();
    await expectTold(chairPage, 'Le vote est ouvert.');
    await page.goto(room);
    await expect(page.getByText('Le vote est secret : la présidence en a décidé ainsi.')).toBeVisible();
    await page.getByRole('group', { name: /^La même réponse pour les 3/ }).getByRole('radio', { name: 'Pour' }).check();
    await page.getByRole('button', { name: 'Déposer les 3 bulletins' }).click();
    await expectTold(page, 'Vos bulletins sont dans l’urne.');
    await expect(page.getByText(/Dans l’urne\s: Aurore, Le Refuge et Taf et Maffé/)).toBeVisible();
  });

  await test.step('the close tells the result and who voted, and not what', async () => {
    await chairPage.goto(room);
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expectTold(chairPage, 'Le vote est clos.');
    await chairPage.getByText('Qui a voté', { exact: true }).first().click();
    await expect(chairPage.getByText('Ce que chacune a voté n’est pas connu : le vote était secret.').first()).toBeVisible();
    await expect(chairPage.locator('summary').filter({ hasText: 'Le vote de chaque association' })).toHaveCount(2);
  });
});
