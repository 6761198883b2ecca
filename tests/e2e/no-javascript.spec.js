import { NETWORK } from './support/assembly.js';
import { draftAssembly, speak } from './support/pages.js';
import { auroreAdministrator, director, signIn } from './support/people.js';
import { expect, test } from './support/test.js';

const MISSING = { fr: 'Remplissez ce champ.', nl: 'Vul dit veld in.', en: 'Fill in this field.' };
const NOT_A_DATE = { fr: /^Écrivez une date qui existe/, nl: /^Schrijf een datum die bestaat/, en: /^Write a date that exists/ };
const NOT_A_CHOICE = {
  fr: /^Choisissez une réponse parmi/,
  nl: /^Kies een van de voorgestelde antwoorden/,
  en: /^Choose one of the answers offered/,
};
const TYPO = {
  fr: /^Ce numéro contient sans doute une faute de frappe/,
  nl: /^In dit nummer staat wellicht een tikfout/,
  en: /^There is probably a typing error in this number/,
};
const TEXT = 'Été « 2026 » <b>&amp; "après"';

// What is typed comes back; what is wrong has its sentence beside the field.
const FORMS = [
  { name: 'the identity of an association', who: auroreAdministrator, address: '/o/aurore/edit', typed: { phone: '+33 1 99 00 00 01', description: `${TEXT}\nseconde ligne`, siren: '123 456 789' }, wrong: { siren: TYPO } },
  { name: 'a new name of an association', who: auroreAdministrator, address: '/o/aurore/names', typed: { short_name: TEXT, reason: TEXT }, wrong: { name: MISSING } },
  { name: 'a new site', who: auroreAdministrator, address: '/o/aurore/sites', typed: { street: TEXT, postal_code: '93000' }, wrong: { label: MISSING, city: MISSING } },
  { name: 'a mandate', who: auroreAdministrator, address: '/o/aurore/people/new', typed: { email: 'nouvelle@aurore.example', pseudonym: TEXT }, wrong: { name: MISSING } },
  { name: 'the connection', who: auroreAdministrator, address: '/o/aurore/connection', form: '#settings', typed: { client_id: '', scopes: 'openid email' }, wrong: { client_id: MISSING } },
  { name: 'a new member', who: director, address: `${NETWORK}/new-member`, typed: { short_name: TEXT, description: TEXT }, wrong: { name: MISSING } },
  { name: 'a new assembly', who: director, address: `${NETWORK}/assemblies/new`, typed: { title: TEXT, place: TEXT, day: '' }, wrong: { day: NOT_A_DATE } },
  { name: 'an item of the agenda', who: director, address: (draft) => `${draft}/items/new`, typed: { text: `${TEXT}\n\nseconde ligne`, title: ' ' }, wrong: { title: MISSING } },
];

for (const { name, who, address, form = '', typed, wrong } of FORMS) {
  test(`without JavaScript, the form for ${name} gives back what was typed, with errors beside the fields`, async ({ arrive }) => {
    const page = await arrive({ javaScriptEnabled: false });
    await signIn(page, who);
    const path = typeof address === 'string' ? address : address(await draftAssembly(page));
    for (const language of ['fr', 'nl', 'en']) {
      await speak(page, language);
      await page.goto(path);
      const field = (name) => page.locator(`main ${form} [name=${name}]`).first();
      for (const [name, text] of Object.entries(typed)) await field(name).fill(text);
      const answer = page.waitForResponse((response) => response.request().method() === 'POST');
      await field(Object.keys(typed)[0]).locator('xpath=ancestor::form').getByRole('button').first().click();
      expect((await answer).status()).toBe(422);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const [name, text] of Object.entries(typed)) await expect(field(name)).toHaveValue(text);
      for (const [name, sentence] of Object.entries(wrong)) {
        await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
        await expect(page.locator(`#field-${name}-error`)).toHaveText(sentence[language]);
        await expect(page.getByRole('alert').getByRole('link', { name: sentence[language] }).first()).toBeVisible();
      }
    }
  });
}

test('without JavaScript, what no list offers is refused beside the field', async ({ arrive, baseURL }) => {
  const page = await arrive({ javaScriptEnabled: false });
  await signIn(page, director);
  for (const language of ['fr', 'nl', 'en']) {
    const answer = await page.request.post(`${NETWORK}/assemblies/new?lang=${language}`, {
      headers: { origin: baseURL },
      form: { kind: 'secret', title: TEXT, venue: 'nowhere', day: '2030-02-30', time: '25:00' },
    });
    expect(answer.status()).toBe(422);
    await page.setContent(await answer.text());
    await expect(page.locator('[name=title]')).toHaveValue(TEXT);
    await expect(page.locator('#field-kind-error')).toHaveText(NOT_A_CHOICE[language]);
    await expect(page.locator('#field-venue-error')).toHaveText(NOT_A_CHOICE[language]);
    await expect(page.locator('#field-day-error')).toHaveText(NOT_A_DATE[language]);
  }
});
