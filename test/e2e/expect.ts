import { expect as playwrights } from '@playwright/test'

/** After how many ms a poll asks again; the last value repeats. Playwright's own grow to 1,000. */
const intervals = [100, 100, 100, 200]

const poll: typeof playwrights.poll = (actual, options) =>
  playwrights.poll(actual, {
    intervals,
    ...(typeof options === 'string' ? { message: options } : options),
  })

/** Playwright's `expect`, with polls that see a change sooner. */
export const expect: typeof playwrights = new Proxy(playwrights, {
  get: (target, name) => (name === 'poll' ? poll : (Reflect.get(target, name) as unknown)),
})
