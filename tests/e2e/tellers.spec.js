import { enterRoom, openVote, todaysAssembly, vote } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, signIn, soliha } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

test('without JavaScript, two tellers count raised hands, look again where they differ, and sign off', async ({ arrive }) => {
  test.setTimeout(150_000);
  const chairPage = await arrive({ javaScriptEnabled: false });
  await signIn(chairPage, chair);
  const assembly = await todaysAssembly(chairPage);
  const pages = {};
  for (const someone of [aurore, coallia, emmaus, groupeSos, ikambere, soliha]) {
    pages[someone.organization] = await arrive(PHONE);
    await enterRoom(pages[someone.organization], someone, assembly);
  }
  const phone = pages.aurore;

  await test.step('the chair appoints two people, and opens a vote', async () => {
    await chairPage.goto(`${assembly}/room`);
    await chairPage.getByRole('link', { name: 'Scrutatrices et scrutateurs' }).click();
    await expect(chairPage.getByText(/Il en faut au moins deux/)).toBeVisible();
    for (const teller of [chair, aurore]) {
      await chairPage.getByLabel('Nom').selectOption({ label: teller.person });
      await chairPage.getByRole('button', { name: 'Désigner' }).click();
      await expectTold(chairPage, 'La personne est désignée.');
    }
    await openVote(chairPage, assembly);
  });

  await test.step('somebody votes on a screen and is on no sheet', async () => {
    await pages.coallia.goto(`${assembly}/room`);
    await vote(pages.coallia, /^Coallia/, 'Pour');
    await expectTold(pages.coallia, 'Votre vote est enregistré.');
    await phone.goto(`${assembly}/room`);
    await phone.getByRole('link', { name: 'Compter papiers et mains levées' }).click();
    await phone.getByRole('link', { name: 'Compter des mains levées plutôt que des papiers' }).click();
    await expect(phone.getByLabel('Emmaüs Solidarité')).toBeVisible();
    await expect(phone.getByLabel('Coallia')).toHaveCount(0);
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0);
    expect(wide).toBeLessThanOrEqual(0);
  });

  const sheet = new URL(phone.url()).pathname;

  await test.step('a show of hands is entered as the exceptions and all the others; blind', async () => {
    await phone.getByLabel('Emmaüs Solidarité').selectOption('Contre');
    await phone.getByLabel('Toutes les autres').selectOption('Pour');
    await phone.getByRole('button', { name: 'Rendre la feuille' }).click();
    await expectTold(phone, 'Votre feuille est rendue.');
    await chairPage.goto(sheet);
    await expect(chairPage.getByText(/Une seconde personne doit compter aussi/)).toBeVisible();
    await expect(chairPage.locator('#compared')).toHaveCount(0);
  });

  await test.step('the vote does not close over a sheet', async () => {
    await chairPage.goto(`${assembly}/room`);
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expect(chairPage.getByRole('alert')).toContainText('Des papiers ou des mains levées attendent encore.');
  });

  await test.step('where the two differ, both look again', async () => {
    await chairPage.goto(`${sheet}?way=hands`);
    await chairPage.getByLabel('Toutes les autres').selectOption('Pour');
    await chairPage.getByRole('button', { name: 'Rendre la feuille' }).click();
    const differing = chairPage.locator('#compared').getByRole('row').filter({ hasText: 'Emmaüs Solidarité' });
    await expect(differing).toContainText('Contre');
    await expect(chairPage.getByRole('button', { name: 'Signer pour les deux' })).toHaveCount(0);
    await chairPage.locator('#sheet').getByLabel('Emmaüs Solidarité').selectOption('Contre');
    await chairPage.getByRole('button', { name: 'Rendre la feuille' }).click();
    await phone.goto(sheet);
    await phone.getByRole('button', { name: 'Signer pour les deux' }).click();
    await expectTold(phone, 'Les votes sont signés : ils comptent.');
  });

  await test.step('whose hand was counted does not vote on a screen, and the minutes tell who counted', async () => {
    await pages['emmaus-solidarite'].goto(`${assembly}/room`);
    await expect(pages['emmaus-solidarite'].getByText(/elle ne vote pas une seconde fois/).first()).toBeVisible();
    await chairPage.goto(`${assembly}/room`);
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expectTold(chairPage, 'Le vote est clos.');
    await chairPage.goto(`${assembly}/minutes`);
    await expect(chairPage.getByText(/À main levée, relevé par .* et .*Emmaüs Solidarité/)).toBeVisible();
  });
});
