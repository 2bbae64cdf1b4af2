import type { EngineReason, ModelRow, OnDeviceModel } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { percent, seconds } from '../format'

const text = messages.settings.transcription

/** What the engine used or uses, why, and what it costs. */
export interface UseOfEngine {
  /** The id of an installed model, or a Moonshine. */
  readonly model: string
  readonly why: EngineReason
  /** Share of one core, or null before any sound. */
  readonly load: number | null
  readonly delayMs: number | null
}

/** `Moonshine base on one thread, because no other model is chosen.` */
export function modelAndReason(
  { model, why }: Pick<UseOfEngine, 'model' | 'why'>,
  models: readonly ModelRow[],
  wanted: OnDeviceModel,
): string {
  const { uses, localModels } = text
  const name = isMoonshine(model)
    ? localModels[model]
    : (models.find(({ id }) => id === model)?.name ?? model)
  if (why === 'too-slow') return uses.tooSlow(name, localModels[wanted])
  return { chosen: uses.chosen, usual: uses.usual, 'in-place': uses.inPlace }[why](name)
}

/** `Uses 48 % of one core. Final words come 1.2 s after their sound.` Empty before any sound. */
export function costOf({ load, delayMs }: Pick<UseOfEngine, 'load' | 'delayMs'>): string {
  const parts = [
    load === null ? '' : text.load(percent(load)),
    delayMs === null ? '' : text.delay(seconds(delayMs)),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function isMoonshine(model: string): model is OnDeviceModel {
  return Object.hasOwn(text.localModels, model)
}
