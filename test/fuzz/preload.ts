import { contextBridge, ipcRenderer } from 'electron'
import { isSensiblyLarge } from '../../main/message-size'
import { calls, sends, type Role } from '../../preload/contract'
import { errorCodeSchema } from '../../preload/errors'
import { spoil } from './hostile'
import { createDraw, type Draw } from './random'
import { sampleOf } from './samples'

/*
 * A page that was taken over: a second preload, which has ipcRenderer itself and calls whatever it
 * wants, and knows what main has to answer.
 */

export interface Plan {
  readonly seed: number
  readonly calls: number
  /** What main takes this page for; null where it does not know it. */
  readonly role: Role | null
  /** Texts to draw, such as ids that are real. */
  readonly strings: readonly string[]
  /** Channels whose well-formed calls are left out, since they rightly change something. */
  readonly leaveOut: readonly string[]
  /** How many of the arguments are spoilt. */
  readonly spoilt: number
}

export interface Report {
  /** How many calls got which answer: `ok`, a code, `sent` or `no channel`. */
  readonly answers: Readonly<Record<string, number>>
  /** Answers that main should not have given, the first ones. */
  readonly wrong: readonly string[]
}

/** In a row at the same time: out of order is what they then come to main. */
const atOnce = 100
const unknownChannels = ['keys:read', '__proto__', 'toString', '', 'ELECTRON_BROWSER_REQUIRE']
const channels: Readonly<
  Record<string, (typeof calls)[keyof typeof calls] | (typeof sends)[keyof typeof sends]>
> = { ...calls, ...sends }
const names = Object.keys(channels)

/** What main must answer: a code, or null where that depends. */
function expected(name: string, argument: unknown, { role, leaveOut }: Plan): string | null {
  const { roles, input } = channels[name]!
  if (role === null || !(roles as readonly Role[]).includes(role)) return 'not-allowed'
  if (!isSensiblyLarge(argument) || !input.safeParse(argument).success) return 'bad-input'
  return leaveOut.includes(name) ? 'leave-out' : null
}

function argumentFor(name: string, plan: Plan, draw: Draw): unknown {
  const sample = sampleOf(channels[name]!.input, draw, plan.strings)
  return draw.chance(plan.spoilt) ? spoil(sample, draw, 'clone') : sample
}

async function run(plan: Plan): Promise<Report> {
  const draw = createDraw(plan.seed)
  const answers: Record<string, number> = {}
  const wrong: string[] = []
  const ofRole = names.filter((name) =>
    (channels[name]!.roles as readonly (Role | null)[]).includes(plan.role),
  )
  const own = ofRole.length > 0 ? ofRole : names
  const count = (answer: string) => void (answers[answer] = (answers[answer] ?? 0) + 1)

  async function call(name: string, argument: unknown, must: string | null): Promise<void> {
    let answer: string
    try {
      const result = (await ipcRenderer.invoke(name, argument)) as { ok?: unknown; error?: unknown }
      const { code } = (result.error ?? {}) as { code?: unknown }
      const isCode = errorCodeSchema.safeParse(code).success && code !== 'internal'
      answer = result.ok === true ? 'ok' : isCode ? String(code) : JSON.stringify(result)
      const right = must === null ? answer === 'ok' || isCode : answer === must
      if (!right && wrong.length < 20) wrong.push(`${name}: ${answer.slice(0, 300)}, not ${must}`)
    } catch (cause) {
      answer = 'thrown'
      if (wrong.length < 20) wrong.push(`${name}: ${String(cause).slice(0, 300)}`)
    }
    count(answer)
  }

  async function unknown(name: string): Promise<void> {
    const answer = await ipcRenderer.invoke(name, {}).then(
      () => 'answered',
      (cause: unknown) => String(cause),
    )
    if (!answer.includes('No handler registered')) wrong.push(`${name}: ${answer}`)
    count('no channel')
  }

  for (let made = 0; made < plan.calls;) {
    const waiting: Promise<void>[] = []
    while (waiting.length < atOnce && made < plan.calls) {
      if (draw.chance(0.01)) {
        made += 1
        waiting.push(unknown(draw.pick(unknownChannels)))
        continue
      }
      const name = draw.pick(draw.chance(0.5) ? own : names)
      // As it comes out at the other end.
      const argument: unknown = structuredClone(argumentFor(name, plan, draw))
      const must = expected(name, argument, plan)
      if (must === 'leave-out') continue
      made += 1
      if (name in sends) {
        ipcRenderer.send(name, argument)
        count('sent')
      } else {
        waiting.push(call(name, argument, must))
      }
    }
    await Promise.all(waiting)
  }
  return { answers, wrong }
}

contextBridge.exposeInMainWorld('fuzz', { run })
