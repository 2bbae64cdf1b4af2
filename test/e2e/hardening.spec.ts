import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { contentSecurityPolicy } from '../../main/boundary/policy'
import { calls, events, sends, type Role } from '../../common/ipc/channels'
import { openCaptions, pageOf } from './app'
import { expect, test } from './fixtures'
import { filesBelow } from './recording'

const foreign = (table: Record<string, readonly Role[]>, role: Role) =>
  Object.entries(table)
    .filter(([, roles]) => !roles.includes(role))
    .map(([name]) => name)

test('the pages have the bridge with their own channels, and nothing of Node', async ({
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

test('the renderers are sandboxed and isolated, and cannot open a window or navigate', async ({
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

test('the policies are headers, and no page gets more than its policy allows', async ({
  launch,
  folder,
  service,
}) => {
  // There are devices, and nothing grants permissions automatically.
  const parley = await launch({ realSound: true, args: ['--use-fake-device-for-media-stream'] })
  const { app, window } = parley
  await expect.poll(() => app.windows().length).toBe(2)
  const recorder = pageOf(parley, 'recorder')
  const enginePort = await recorder.evaluate(async () => {
    const { headers } = await fetch(location.href)
    return (
      /ws:\/\/127[.]0[.]0[.]1:\d+/.exec(headers.get('content-security-policy') ?? '')?.[0] ?? ''
    )
  })
  for (const [page, role] of [
    [await openCaptions(parley), 'captions'],
    [window, 'window'],
    [recorder, 'recorder'],
  ] as const) {
    const policy = await page.evaluate(async () => {
      const { headers } = await fetch(location.href)
      return headers.get('content-security-policy')
    })
    expect(policy).toBe(
      contentSecurityPolicy(role, [enginePort, service.url.replace('http', 'ws')]),
    )
    // Code that was injected as text does not run.
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'self.smuggled = true'
      document.body.append(script)
      // Not with Playwright's evaluate, because its code is allowed to compile.
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

  // No file, no frame of another origin, and no connection to another browser.
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
        // Some refusals are immediate.
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

test('the recorder reaches the port of the on-device engine, and no other port of this computer', async ({
  launch,
}) => {
  const parley = await launch({ hasKey: false })
  await expect.poll(() => parley.app.windows().length).toBe(2)
  await expect
    .poll(async () => (await parley.value('local-engine:state', undefined)).state, {
      timeout: 30_000,
    })
    .toBe('ready')
  let connections = 0
  const other = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const blocked = await pageOf(parley, 'recorder').evaluate(async (otherPort) => {
    const { headers } = await fetch(location.href)
    const policy = headers.get('content-security-policy') ?? ''
    const named = /ws:\/\/127[.]0[.]0[.]1:\d+/.exec(policy)?.[0] ?? ''
    const targets: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => targets.push(event.blockedURI))
    for (const target of [named, `ws://127.0.0.1:${otherPort}`]) {
      await new Promise((resolve) => {
        const socket = new WebSocket(`${target}/v3/ws`)
        // A policy that refuses it gives an error and no close.
        socket.onerror = resolve
      }).catch(() => undefined)
    }
    return { named, targets, any: policy.includes('127.0.0.1:*') }
  }, port)
  other.close()
  expect(blocked.named).not.toBe('')
  expect(blocked.any).toBe(false)
  expect(blocked.targets.map((target) => new URL(target).port)).toEqual([String(port)])
  expect(connections).toBe(0)
})
