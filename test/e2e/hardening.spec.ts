import { calls, events, sends, type Role } from '../../preload/contract'
import { expect, test } from './fixtures'
import { goodKey } from './service-key'
import { filesWith, microphoneFile, record, stop, chooseService, waitForWord } from './recording'

const secretPart = goodKey.slice(0, -4)
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

test('neither a key nor a token is ever in the window, in a log, or in a file', async ({
  launch,
  service,
  folder,
}) => {
  const { path } = microphoneFile(folder, { words: 6 })
  const parley = await launch({ microphone: path })
  await parley.window.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(self, { heard })
    for (const name of [
      'keys:changed',
      'settings:changed',
      'recording:status',
      'meetings:changed',
    ] as const) {
      self.parley.on(name, (payload) => heard.push(payload))
    }
  })
  await chooseService(parley)
  const id = await record(parley)
  await waitForWord(parley, id, 5, 20_000)
  const report = await parley.value('tokens:try', {
    expiresInSeconds: 60,
    maxSessionDurationSeconds: 60,
  })
  await stop(parley)
  const everything = [
    await parley.window.content(),
    JSON.stringify(
      await parley.window.evaluate(() => (self as unknown as { heard: unknown[] }).heard),
    ),
    JSON.stringify(report),
    JSON.stringify(await parley.value('keys:list', undefined)),
  ].join('\n')
  const token = service.log.sessions()[0]?.query.token ?? ''
  expect(token).toMatch(/^AQI/)
  for (const secret of [secretPart, token.slice(0, 24)]) {
    expect(everything).not.toContain(secret)
    expect(parley.output()).not.toContain(secret)
  }
  await parley.quit()
  for (const secret of [secretPart, token.slice(0, 24)]) {
    expect(filesWith(folder, secret)).toEqual([])
  }
})
