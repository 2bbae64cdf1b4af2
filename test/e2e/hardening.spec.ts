import { calls, events, sends, type Role } from '../../preload/contract'
import { expect, test } from './fixtures'

const foreign = (table: Record<string, { roles: readonly Role[] }>, role: Role) =>
  Object.entries(table)
    .filter(([, shape]) => !shape.roles.includes(role))
    .map(([name]) => name)

test('the pages have the bridge, each its own channels, and nothing of Node', async ({
  launch,
}) => {
  const { app } = await launch()
  await expect.poll(() => app.windows().length).toBe(2)
  for (const page of app.windows()) {
    const role = new URL(page.url()).host as Role
    const found = await page.evaluate(() => ({
      bridge: Object.keys(self.parley),
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(
        (name) => name in self,
      ),
    }))
    expect(found).toEqual({ bridge: ['call', 'send', 'on'], node: [] })
    const refused = await page.evaluate(
      ([callNames, sendNames, eventNames]) => {
        const refuses = (act: () => unknown): boolean => {
          try {
            act()
            return false
          } catch {
            return true
          }
        }
        return {
          calls: callNames.filter(
            (name) => !refuses(() => self.parley.call(name as never, undefined as never)),
          ),
          sends: sendNames.filter(
            (name) => !refuses(() => self.parley.send(name as never, undefined as never)),
          ),
          events: eventNames.filter(
            (name) => !refuses(() => self.parley.on(name as never, () => undefined)),
          ),
        }
      },
      [
        [...foreign(calls, role), 'keys:read', 'toString'],
        [...foreign(sends, role), 'anything', '__proto__'],
        [...foreign(events, role), 'anything'],
      ] as const,
    )
    expect(refused, role).toEqual({ calls: [], sends: [], events: [] })
  }
})

test('the renderers are sandboxed and isolated, with no window to open and nowhere to go', async ({
  launch,
}) => {
  const { app, window } = await launch()
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
        contents as unknown as {
          getLastWebPreferences(): Record<string, boolean | undefined>
        }
      ).getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity }
    }),
  )
  expect(preferences).toHaveLength(2)
  for (const preference of preferences) {
    expect(preference).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
  }
  expect(app.process().spawnargs.filter((argument) => argument.endsWith('-sandbox'))).toEqual([])
  expect(await window.evaluate(() => self.open('https://example.org') === null)).toBe(true)
  await window.evaluate(() => void (location.href = 'https://example.org'))
  const fetched = await window.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(fetched).toBe('refused')
  expect(window.url()).toBe('app://window/index.html')
})
