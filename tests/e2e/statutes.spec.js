import { NETWORK } from './support/assembly.js';
import { speak } from './support/pages.js';
import { auroreAdministrator, director, signIn } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const DRAFT = `${NETWORK}/statutes/draft`;

test('without JavaScript, rules are changed by form, tried on the past and put into force', async ({ arrive }) => {
  const page = await arrive({ javaScriptEnabled: false });
  await signIn(page, director);
  await speak(page, 'en');

  await test.step('what past votes would have become is told before anything applies', async () => {
    await page.goto(DRAFT);
    await expect(page.getByText('Until it is adopted, this draft applies to nothing.')).toBeVisible();
    await expect(page.locator('#what-if')).toContainText('3 closed votes, one of them with another result.');
    await page.getByRole('link', { name: 'See vote by vote' }).click();
    const rows = page.locator('main tbody tr');
    await expect(rows).toHaveCount(3);
    await page.locator('[name=show]').selectOption('changed');
    await page.locator('main form.filters button').click();
    await expect(page).toHaveURL(/show=changed/);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Adopted');
    await expect(rows).toContainText('No effect: quorum lost');
  });

  await test.step('an error keeps what was typed, beside the field', async () => {
    await page.goto(`${DRAFT}/kinds/ordinary`);
    await page.locator('[name=total_threshold]').fill('7/3');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.locator('[name=total_threshold]')).toHaveValue('7/3');
    await expect(page.locator('#field-total_threshold-error')).toHaveText(/^Write a share of the whole/);
  });

  await test.step('and a quorum that all of them had changes nothing', async () => {
    await page.locator('[name=total_threshold]').fill('3/4');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('The draft is saved.')).toBeVisible();
    await expect(page.locator('#what-if')).toContainText('3 closed votes, all with the same result.');
    await expect(page.locator('#differences')).toContainText('Quorum, votes handed in: at least three quarters');
  });

  await test.step('a line that cannot be read is named', async () => {
    await page.goto(`${DRAFT}/toml`);
    const text = await page.locator('[name=toml]').inputValue();
    await page.locator('[name=toml]').fill(text.replace('reference_days = 30', 'reference_days = thirty'));
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.locator('#field-toml-error')).toHaveText(/^Line 1: this passage cannot be read/);
  });

  await test.step('adopted, they are version 2, in plain sentences for every member', async () => {
    await page.goto(DRAFT);
    await page.locator('[name=note]').fill('Quorum by those who vote');
    await page.getByRole('button', { name: 'Put into force' }).click();
    await expect(page).toHaveURL(/\/statutes\/2/);
    const member = await arrive({ javaScriptEnabled: false });
    await signIn(member, auroreAdministrator);
    await speak(member, 'nl');
    await member.goto(`${NETWORK}/statutes`);
    await expect(member.getByText('Quorum, wie stemt: minstens drie vierde')).toBeVisible();
    await expect(member.getByRole('link', { name: 'Een nieuwe versie voorbereiden' })).toHaveCount(0);
    await member.goto(`${NETWORK}/statutes/1`);
    await expect(member.getByText('Quorum, aanwezig of met volmacht').first()).toBeVisible();
  });
});

test('an item of the agenda names its kind of decision, and the statutes say what it needs', async ({ arrive }) => {
  const page = await arrive({ javaScriptEnabled: false });
  await signIn(page, director);
  await speak(page, 'fr');
  await page.goto(`${NETWORK}/assemblies/new`);
  await page.locator('[name=title]').fill('Assemblée de printemps');
  await page.locator('[name=day]').fill('2030-03-14');
  await page.locator('[name=place]').fill('Bobigny');
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/\/assemblies\/[0-9a-f-]{36}/);
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}/items/new`);
  await page.locator('[name=title]').fill('Dissolution');
  await page.locator('[name=text]').fill('L’assemblée décide la dissolution.');
  await page.locator('[name=decision][value=dissolution]').check();
  await page.locator('main form button[type=submit]').click();
  await expect(page.locator('#item-1')).toContainText('Il faut les trois quarts au moins des voix émises');
  await expect(page.locator('#rules')).toContainText('Version 1');
});
