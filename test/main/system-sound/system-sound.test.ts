import { describe, expect, it } from 'vitest'
import type { FromProcess, ToProcess } from '../../../main/system-sound/messages'
import { createSystemSound, type SoundChild } from '../../../main/system-sound/system-sound'
import { createLog } from '../../../main/platform/log'

/** A process or a thread by hand. */
function fakeChild() {
  const orders: ToProcess[] = []
  let say: (message: unknown) => void = () => undefined
  let exit: () => void = () => undefined
  const child: SoundChild<string> & { killed: boolean } = {
    killed: false,
    postMessage: (order) => void orders.push(order),
    onMessage: (listener) => (say = listener),
    onExit: (listener) => (exit = listener),
    kill: () => {
      child.killed = true
    },
  }
  return { child, orders, say: (message: FromProcess) => say(message), exit: () => exit() }
}

function setUp(canFork = true) {
  const children: ReturnType<typeof fakeChild>[] = []
  const chosen: { program: string | null } = { program: null }
  const start = () => {
    const made = fakeChild()
    children.push(made)
    return made.child
  }
  const sound = createSystemSound<string>({
    fork: canFork ? start : null,
    startThread: canFork ? start : null,
    createPorts: () => ({ here: 'here', there: 'there' }),
    ownPid: 100,
    program: () => chosen.program,
    log: createLog('test'),
  })
  const open = async () => {
    const opening = sound.open({ own: false })
    const child = children.at(-1)
    child?.say({ type: 'opened' })
    return { opened: await opening, child }
  }
  return { sound, children, chosen, open }
}

const unheard = (device: string): FromProcess => ({
  type: 'state',
  hearsOwn: false,
  unheard: { kind: 'monitor-muted', device },
})

describe('createSystemSound', () => {
  it('gives the other end of the port once the process hears', async () => {
    const { sound, chosen, open } = setUp()
    chosen.program = 'zoom'
    const { opened, child } = await open()
    expect(opened).toEqual({ ok: true, value: 'there' })
    expect(sound.hearsOwn()).toBe(false)
    child?.say({ type: 'state', hearsOwn: true, unheard: null })
    expect(sound.hearsOwn()).toBe(true)
    expect(child?.orders).toEqual([{ type: 'open', ownPid: 100, program: 'zoom' }])
  })

  it('hears everything, Parley too, for a sound check', async () => {
    const { sound, children, chosen } = setUp()
    chosen.program = 'zoom'
    void sound.open({ own: true })
    expect(children[0]?.orders).toEqual([{ type: 'open', ownPid: null, program: null }])
    children[0]?.exit()
  })

  it('tells why something is not heard, for as long as it is so', async () => {
    const { sound, open } = setUp()
    const { child } = await open()
    child?.say(unheard('Headset'))
    expect(sound.problem()).toMatchObject({ code: 'system-monitor-muted', detail: 'Headset' })
    sound.openMonitors()
    expect(child?.orders.at(-1)).toEqual({ type: 'open-monitors' })
    child?.say({ type: 'state', hearsOwn: false, unheard: null })
    expect(sound.problem()).toBeNull()
  })

  it('follows the choice of the program', async () => {
    const { sound, chosen, open } = setUp()
    const { child } = await open()
    chosen.program = 'firefox'
    sound.programChanged()
    expect(child?.orders.at(-1)).toEqual({ type: 'choose', program: 'firefox' })
  })

  it('leaves a computer without a sound server to the browser, with a sentence', async () => {
    const { sound, children } = setUp()
    const opening = sound.open({ own: false })
    children[0]?.say({ type: 'failed', detail: 'connect ENOENT' })
    expect(await opening).toMatchObject({ ok: false, error: { code: 'system-unsupported' } })
    expect(children[0]?.child.killed).toBe(true)
    sound.usesBrowser('connect ENOENT')
    expect(sound.problem()?.code).toBe('system-default-only')
    expect(sound.hearsOwn()).toBe(true)
  })

  it('waits for a sound server that was there before', async () => {
    const { sound, children, open } = setUp()
    const { child } = await open()
    child?.exit()
    const opening = sound.open({ own: false })
    children[1]?.exit()
    expect(await opening).toMatchObject({ ok: false, error: { code: 'system-failed' } })
  })

  it('lists what plays, and ends the thread that was asked', async () => {
    const { sound, children } = setUp()
    const listing = sound.programs()
    const programs = [{ key: 'zoom', name: 'Zoom' }]
    children[0]?.say({ type: 'programs', programs })
    expect(await listing).toEqual({ ok: true, value: programs })
    expect(children[0]?.child.killed).toBe(true)
  })

  it('hears no single program on other systems', async () => {
    const { sound } = setUp(false)
    expect(await sound.programs()).toMatchObject({ error: { code: 'system-unsupported' } })
    expect(await sound.open({ own: false })).toMatchObject({
      error: { code: 'system-unsupported' },
    })
    sound.usesBrowser(null)
    expect([sound.problem(), sound.hearsOwn()]).toEqual([null, true])
    sound.browserLeavesOwnOut()
    expect(sound.hearsOwn()).toBe(false)
  })
})
