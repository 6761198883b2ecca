// `test` shares one demo among the tests of a worker; `testOnNewDemo` gives a test one of its own.
import { test as base, expect } from '@playwright/test';

import { startDemo } from './demo.js';

async function useDemo(use, options) {
  const demo = await startDemo(options);
  await use(demo);
  await demo.stop();
  expect(demo.errors(), 'errors in the log of the server').toEqual([]);
}

const onDemo = (scope, name) =>
  base.extend({
    /** How the demo is started; see `startDemo`. */
    options: [{ name }, { scope, option: true }],
    demo: [({ options }, use) => useDemo(use, options), { scope, timeout: 60_000 }],
    baseURL: ({ demo }, use) => use(demo.url),
    /** Opens a browser of its own for one person: options of the context, such as a language. */
    arrive: async ({ browser, demo }, use) => {
      const contexts = [];
      await use(async (options = {}) => {
        const context = await browser.newContext({
          baseURL: demo.url,
          locale: 'fr-FR',
          timezoneId: 'Europe/Paris',
          ...options,
        });
        contexts.push(context);
        return context.newPage();
      });
      for (const context of contexts) await context.close();
    },
  });

export const test = onDemo('worker');
export const testOnNewDemo = onDemo('test');
/** The same under a name, where passkeys work. */
export const testOnNamedDemo = onDemo('test', 'localhost');
export { expect };
