import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { contentSecurityPolicy } from '../../main/policy'
import { calls, events, sends, type Role } from '../../preload/contract'
import { openCaptions, pageOf } from './app'
import { expect, test } from './fixtures'
import { filesBelow } from './recording'

const foreign = (table: Record<string, { roles: readonly Role[] }>, role: Role) =>
  Object.entries(table)
    .filter(([, shape]) => !shape.roles.includes(role))
    .map(([name]) => name)

test('the pages have the bridge, each its own channels, and nothing of Node', async ({
  launch,
}) => {
  const parley = await launch()
  const { app } = parley
  await openCaptions(parley)
  expect(app.windows()).toHaveLength(3)
  for (const page of app.windows()) {
    const role = new URL(page.url()).host as Role
    const found = await page.evaluate(() => ({
      bridge: Object.keys(self.parley),
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(
        (name) => name in self,
      ),
    }))
    expect(found).toEqual({ bridge: ['call', 'send', 'importFiles', 'on'], node: [] })
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
    if (role !== 'window') {
      await expect(page.evaluate(() => self.parley.importFiles([]))).rejects.toThrow('No channel')
    }
    expect(refused, role).toEqual({ calls: [], sends: [], events: [] })
  }
})

test('the renderers are sandboxed and isolated, with no window to open and nowhere to go', async ({
  launch,
}) => {
  const parley = await launch()
  const { app, window } = parley
  const captions = await openCaptions(parley)
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
  expect(preferences).toHaveLength(3)
  for (const preference of preferences) {
    expect(preference).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
  }
  expect(app.process().spawnargs.filter((argument) => argument.endsWith('-sandbox'))).toEqual([])
  for (const page of [window, captions]) {
    const url = page.url()
    expect(await page.evaluate(() => self.open('https://example.org') === null)).toBe(true)
    await page.evaluate(() => void (location.href = 'https://example.org'))
    const fetched = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    expect(fetched).toBe('refused')
    expect(page.url()).toBe(url)
  }
})

test('the policies come as headers, and no page gets more than its table gives it', async ({
  launch,
  folder,
}) => {
  // Devices that are there, and nobody who says yes for the person.
  const parley = await launch({ realSound: true, args: ['--use-fake-device-for-media-stream'] })
  const { app, window } = parley
  await expect.poll(() => app.windows().length).toBe(2)
  const recorder = pageOf(parley, 'recorder')
  for (const [page, role] of [
    [await openCaptions(parley), 'captions'],
    [window, 'window'],
    [recorder, 'recorder'],
  ] as const) {
    const policy = await page.evaluate(async () => {
      const { headers } = await fetch(location.href)
      return headers.get('content-security-policy')
    })
    expect(policy).toBe(contentSecurityPolicy(role))
    // Code that was smuggled in as text does not run.
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'self.smuggled = true'
      document.body.append(script)
      // Not from here: what Playwright runs itself may compile.
      const compile: (code: string) => unknown = setTimeout
      compile('self.smuggled = true')
      await new Promise((resolve) => setTimeout(resolve, 50))
      return 'smuggled' in self
    })
    expect(ran, role).toBe(false)
    const refused = await page.evaluate(async () => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'given',
          (cause: unknown) => (cause as Error).name,
        )
      return {
        camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            ({ code }) => resolve(code),
          ),
        ),
        notifications: await Notification.requestPermission(),
        clipboard: await outcome(navigator.clipboard.readText()),
      }
    })
    expect(refused, role).toMatchObject({ camera: expect.not.stringContaining('given'), place: 1 })
    expect(Object.values(refused), role).not.toContain('given')
    expect(refused.notifications, role).toBe('denied')
  }
  expect(
    await window.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        (cause: unknown) => (cause as Error).name,
      ),
    ),
  ).toBe('NotAllowedError')

  // No file, no frame of another origin, and no word to another browser.
  await window.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['stolen']))
    link.download = 'stolen.txt'
    link.click()
  })
  const outside = createSocket('udp4')
  let packets = 0
  let connections = 0
  const outsideTcp = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => outsideTcp.listen(0, '0.0.0.0', resolve))
  outside.on('message', () => (packets += 1))
  await new Promise<void>((resolve) => outside.bind(0, '0.0.0.0', resolve))
  const address = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address
  await window.evaluate(
    async ([udp, tcp]) => {
      try {
        const turn = { urls: `turn:${tcp}?transport=tcp`, username: 'a', credential: 'b' }
        const iceServers = [{ urls: `stun:${udp}` }, turn]
        const connection = new RTCPeerConnection({ iceServers })
        connection.createDataChannel('out')
        await connection.setLocalDescription(await connection.createOffer())
      } catch {
        // Refused at once, where that is how it is refused.
      }
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org'
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 2_000))
    },
    [outside.address().port, (outsideTcp.address() as AddressInfo).port].map(
      (port) => `${address ?? '127.0.0.1'}:${port}`,
    ),
  )
  outside.close()
  outsideTcp.close()
  expect({ packets, connections }).toEqual({ packets: 0, connections: 0 })
  expect(window.frames().map((frame) => frame.url())).not.toContain('https://example.org/')
  expect(filesBelow(folder).filter((path) => path.includes('stolen'))).toEqual([])
  expect(parley.output()).toContain('download refused')
})
