import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { refusedSwitch } from '../../../main/app/chromium-switches'
import { controlAddress } from '../../../main/control/address'
import { listenForVerbs } from '../../../main/control/server'
import { verbNames, verbOf } from '../../../common/verbs'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

async function listen(answer: (verb: string) => Promise<unknown>) {
  const address = join(mkdtempSync(join(tmpdir(), 'parley-control-')), 'control.sock')
  // What a killed app leaves behind.
  writeFileSync(address, '')
  const server = listenForVerbs({ address, answer, log })
  stops.push(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(address, () => socket.end(text))
      let answered = ''
      socket.on('data', (part) => (answered += part.toString()))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(answered))
    })
}

it('answers a verb with one line of JSON', async () => {
  const ask = await listen(async (verb) => ({ ok: true, verb }))
  expect(await ask('mark\n')).toBe('{"ok":true,"verb":"mark"}\n')
})

it.each(['nonsense\n', `${'x'.repeat(1_000)}\n`, 'mark', '', 'mark --captions\n'])(
  'does nothing for %j',
  async (text) => {
    const answer = vi.fn()
    const ask = await listen(answer)
    expect(await ask(text)).toBe('')
    expect(answer).not.toHaveBeenCalled()
  },
)

it('reads the last verb of a command line, and none beside a link', () => {
  expect(verbOf(['parley', '--status', '--lang=de'])).toBe('status')
  expect(verbOf(['parley', 'talk.wav'])).toBeNull()
  expect(verbOf(['parley', '--toggle-recording', 'parley://meeting/a'])).toBeNull()
})

it('is let through by a packaged app, which refuses other switches', () => {
  const place = { platform: 'linux', isAppImage: false } as const
  for (const verb of verbNames) expect(refusedSwitch(['parley', `--${verb}`], place)).toBeNull()
  expect(refusedSwitch(['parley', '--statuses'], place)).toBe('--statuses')
})

it('listens in the data folder, or by a short name', () => {
  expect(controlAddress('/home/a/.config/Parley', 'linux', '/tmp')).toBe(
    '/home/a/.config/Parley/control.sock',
  )
  const long = `/home/${'a'.repeat(120)}`
  expect(controlAddress(long, 'linux', '/tmp').length).toBeLessThan(100)
  expect(controlAddress('C:\\Users\\a', 'win32', 'C:\\')).toMatch(/^\\\\\.\\pipe\\parley-/)
})
