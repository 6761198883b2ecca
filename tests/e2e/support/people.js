// People of the demo, and how they sign in: each through the issuer of their own association.
import { expect } from '@playwright/test';

export const chair = { organization: 'interlogement93', person: 'Présidente (Interlogement93)' };
export const secretary = { organization: 'interlogement93', person: 'Secrétaire du bureau (Interlogement93)' };
/** Administers the network, and the association that carries it. */
export const director = { organization: 'interlogement93', person: 'Directrice (Interlogement93)' };

export const aurore = { name: 'Aurore', organization: 'aurore', person: 'Président (Aurore)' };
export const auroreAdministrator = { organization: 'aurore', person: 'Référente informatique (Aurore)' };
export const coallia = { name: 'Coallia', organization: 'coallia', person: 'Délégué (Coallia)' };
export const emmaus = {
  name: 'Emmaüs Solidarité',
  organization: 'emmaus-solidarite',
  person: 'Présidente (Emmaüs Solidarité)',
};
export const ikambere = { name: 'Ikambere', organization: 'ikambere', person: 'Délégué (Ikambere)' };
export const soliha = {
  name: 'Soliha Est Parisien',
  organization: 'soliha-est-parisien',
  person: 'Président (Soliha Est Parisien)',
};
export const groupeSos = {
  name: 'Groupe SOS Solidarités',
  organization: 'groupe-sos-solidarites',
  person: 'Présidente (Groupe SOS Solidarités)',
};

/** Presides the network across borders, and speaks for one of its members. */
export const voorzitter = { organization: 'vlaamse-organisatie', person: 'Voorzitter (grensoverschrijdend netwerk)' };

// These two associations have no provider: they sign in by a link, until they set one up.
export const adefPresident = { person: 'Président (ADEF)', address: 'presidence@adef.example' };
export const alteraliaPresident = { person: 'Président (ALTERALIA)', address: 'presidence@alteralia.example' };

/** On the page of an association's issuer, says who one is. */
export async function pick(page, person) {
  await page.getByRole('button', { name: `– ${person}` }).click();
}

/** Signs in at the association's own issuer, from the address that it gives to its people. */
export async function signIn(page, { organization, person }, next = '/') {
  await page.goto(`/sso/${organization}?next=${encodeURIComponent(next)}`);
  await pick(page, person);
  await expect(page.locator('.masthead').getByRole('link', { name: person })).toBeVisible();
}

/** Signs in by the letter that comes to an address. Returns the address in it. */
export async function signInByLink(page, { person, address }) {
  await page.goto('/sign-in');
  await page.getByLabel('Votre adresse e-mail').fill(address);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Regardez votre messagerie' })).toBeVisible();
  await page.goto(`/demo/mailbox?to=${encodeURIComponent(address)}`);
  const link = page.getByRole('link', { name: /\/sign-in\/link\// }).first();
  const href = await link.getAttribute('href');
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: `Bonjour ${person}` })).toBeVisible();
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await expect(page.locator('.masthead .person')).toContainText(person);
  return href;
}

/** The message about what was just done. */
export async function expectTold(page, sentence) {
  await expect(page.getByRole('status').filter({ hasText: sentence }).first()).toBeVisible();
}
