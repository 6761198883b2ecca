import { enterRoom, openVote, todaysAssembly } from './support/assembly.js';
import { expectFocusSeen, tabTo } from './support/keyboard.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, signIn, soliha } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

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
