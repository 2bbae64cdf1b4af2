import { median, usedModel } from '../../common/engine-use'
import { ok } from '../../common/errors'
import type { EngineState, EngineUse, Settings, Turn } from '../../common/model'
import type { CallHandlers, Events } from '../boundary'
import type { Library } from '../library'
import { createLog } from '../platform'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly settings: { get(): Settings }
  readonly localEngine: { state(): EngineState }
}

/** Notes what the engine on this computer used for each meeting when it is over. */
export function setupEngineUse({ events, library, settings, localEngine }: Setup) {
  const log = createLog('engine-use')
  const recorded = new Set<string>()
  events.on('meetings:changed', ({ id, state, engine }) => {
    if (state === 'recording') recorded.add(id)
    if (state !== 'done' || !recorded.delete(id) || engine !== 'on-device') return
    const turns = library.turns.originals(id)
    const now = localEngine.state()
    const stored = library.engineUses.set(id, {
      ...usedModel(now, settings.get()),
      loadPercent: now.load === null ? null : Math.round(now.load * 100),
      delayMs: turns.ok ? medianDelay(turns.value) : null,
    } satisfies EngineUse)
    if (!stored.ok) log.warn('not noted', { code: stored.error.code })
  })
  return {
    handlers: {
      'meetings:engine-use': ({ id }) => {
        const use = library.engineUses.get(id)
        return use.ok ? ok(use.value) : use
      },
    } satisfies Partial<CallHandlers>,
  }
}

/** The median time from the end of a live turn's words to its final text, in ms; null without turns. */
export function medianDelay(
  turns: readonly Pick<Turn, 'isFinal' | 'filledIn' | 'finalMs' | 'endMs'>[],
): number | null {
  return median(
    turns.flatMap(({ isFinal, filledIn, finalMs, endMs }) =>
      isFinal && !filledIn && finalMs !== null ? [Math.max(0, finalMs - endMs)] : [],
    ),
  )
}
