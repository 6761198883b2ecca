// A stay at another association, from the request to the answer of both, without JavaScript.
import { expectTold, signIn, signInByLink, voorzitter } from './support/people.js';
import { speak } from './support/pages.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const VISITS = '/n/transfrontalier/trainings/visits';
const cooperative = { person: 'Directrice (coopérative d’habitat)', address: 'direction@cooperative-habitat.example' };
const delegate = { person: 'Déléguée (organisme wallon)', address: 'deleguee@organisme-wallon.example' };
const director = { person: 'Directeur (organisme wallon)', address: 'direction@organisme-wallon.example' };

const status = (page) => page.locator('.page-header');

async function arriveByLink(arrive, someone) {
  const page = await arrive({ javaScriptEnabled: false });
  await signInByLink(page, someone);
  return page;
}

test('both associations agree to a stay, in their order, and the place is taken on its days', async ({ arrive }) => {
  const asks = await arriveByLink(arrive, delegate);
  await asks.goto(VISITS);
  await asks.getByRole('link', { name: /^Demander à venir.*Une pension de famille/ }).click();
  await expect(asks.getByLabel('Qui vient')).toHaveValue(/ /);
  await asks.getByLabel('Nombre de personnes').fill('6');
  await asks.getByLabel('Premier jour').fill('2026-01-05');
  await asks.getByLabel('Dernier jour').fill('2026-01-05');
  await asks.getByLabel('Ce que vous aimeriez voir').fill('Comment les habitants reçoivent.');
  await asks.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(asks.getByText('Le premier jour est passé ou c’est aujourd’hui')).toBeVisible();
  await expect(asks.getByLabel('Nombre de personnes')).toHaveValue('6');
  await asks.getByLabel('Premier jour').fill('2031-03-03');
  await asks.getByLabel('Dernier jour').fill('2031-03-04');
  await asks.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expectTold(asks, 'La demande est envoyée.');
  await expect(status(asks)).toContainText('attend l’accord de l’association qui envoie');
  await expect(asks.getByRole('button', { name: 'Donner l’accord' })).toHaveCount(0);
  const request = new URL(asks.url()).pathname;

  const sends = await arriveByLink(arrive, director);
  await sends.goto(request);
  await sends.getByRole('button', { name: 'Donner l’accord' }).click();
  await expect(status(sends)).toContainText('attend l’accord de l’association qui accueille');
  await expect(sends.getByRole('button', { name: 'Donner l’accord' })).toHaveCount(0);

  const receives = await arriveByLink(arrive, {
    person: 'Président (organisme français)',
    address: 'presidence@organisme-francais.example',
  });
  await receives.goto(VISITS);
  // What waits for an answer stands first.
  await receives.locator('tbody tr').first().getByRole('link').click();
  await receives.getByRole('button', { name: 'Donner l’accord' }).click();
  await expect(status(receives)).toContainText('convenue');
  await asks.goto(`/demo/mailbox?to=${encodeURIComponent(delegate.address)}`);
  await expect(asks.getByText('sont d’accord : la visite a lieu.').first()).toBeVisible();
});

test('a host refuses with a reason, which is read where it was asked', async ({ arrive }) => {
  const host = await arrive({ javaScriptEnabled: false });
  await signIn(host, voorzitter);
  await speak(host, 'fr');
  await host.goto(`${VISITS}?state=agreed`);
  await host.locator('tbody').getByRole('link').click();
  await host.getByText('Refuser', { exact: true }).first().click();
  await host.getByLabel('Raison').first().fill('L’équipe déménage cette semaine-là.');
  await host.getByRole('button', { name: 'Refuser' }).click();
  await expect(status(host)).toContainText('refusée');

  const asks = await arriveByLink(arrive, cooperative);
  await asks.goto(`/demo/mailbox?to=${encodeURIComponent(cooperative.address)}`);
  await expect(asks.getByText('L’équipe déménage cette semaine-là.').first()).toBeVisible();
  await asks.goto(VISITS);
  await asks.locator('tbody').getByRole('link').first().click();
  await expect(asks.getByText('L’équipe déménage cette semaine-là.')).toBeVisible();
});
