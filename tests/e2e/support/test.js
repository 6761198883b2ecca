// `test` shares one demo among the tests of a worker; `testOnNewDemo` gives a test one of its own.
import { test as base, expect } from '@playwright/test';

import { startDemo } from './demo.js';

async function useDemo(use) {
  const demo = await startDemo();
  await use(demo);
  await demo.stop();
  expect(demo.errors(), 'errors in the log of the server').toEqual([]);
}

const onDemo = (scope) =>
  base.extend({
    demo: [({}, use) => useDemo(use), { scope, timeout: 60_000 }],
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
export { expect };
