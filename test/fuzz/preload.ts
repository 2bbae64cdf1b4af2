import { contextBridge, ipcRenderer } from 'electron'
import type { z } from 'zod'
import { isSensiblyLarge } from '../../main/boundary/message-size'
import { calls, sends, type Role } from '../../common/ipc/channels'
import { callSchemas, sendSchemas } from '../../common/ipc/contract'
import { errorCodeSchema } from '../../common/schemas'
import { corrupt } from './hostile'
import { createDraw, type Draw } from './random'
import { sampleOf } from './samples'

/*
 * Plays a page that an attacker controls: a second preload with ipcRenderer calls anything, and checks
 * what main answers.
 */

export interface Plan {
  readonly seed: number
  readonly calls: number
  /** The role that main gives this page; null if it does not know the page. */
  readonly role: Role | null
  /** Texts to draw from, such as real ids. */
  readonly strings: readonly string[]
  /** Channels that get no well-formed calls, because those would really change something. */
  readonly leaveOut: readonly string[]
  /** The share of damaged arguments. */
  readonly corruptShare: number
}

export interface Report {
  /** How many calls got which answer: `ok`, a code, `sent` or `no channel`. */
  readonly answers: Readonly<Record<string, number>>
  /** The first answers that main should not have given. */
  readonly wrong: readonly string[]
}

/** Calls that are sent at the same time, so that main handles them in any order. */
const atOnce = 100
const unknownChannels = ['keys:read', '__proto__', 'toString', '', 'ELECTRON_BROWSER_REQUIRE']
const roles: Readonly<Record<string, readonly (Role | null)[]>> = { ...calls, ...sends }
const inputs: Readonly<Record<string, { readonly input: z.ZodType }>> = {
  ...callSchemas,
  ...sendSchemas,
}
const names = Object.keys(roles)

/** What main must answer: a code, or null if several answers are right. */
function expected(name: string, argument: unknown, { role, leaveOut }: Plan): string | null {
  const { input } = inputs[name]!
  if (role === null || !roles[name]!.includes(role)) return 'not-allowed'
  if (!isSensiblyLarge(argument) || !input.safeParse(argument).success) return 'bad-input'
  return leaveOut.includes(name) ? 'leave-out' : null
}

function argumentFor(name: string, plan: Plan, draw: Draw): unknown {
  const sample = sampleOf(inputs[name]!.input, draw, plan.strings)
  return draw.chance(plan.corruptShare) ? corrupt(sample, draw, 'clone') : sample
}

async function run(plan: Plan): Promise<Report> {
  const draw = createDraw(plan.seed)
  const answers: Record<string, number> = {}
  const wrong: string[] = []
  const ofRole = names.filter((name) => roles[name]!.includes(plan.role))
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
      // As it arrives at the other end.
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
