import type { EngineReason, EngineState, Settings } from './model'

/** Which model runs (an installed one by its id, or a Moonshine), and why it and no other. */
export function usedModel(
  { model, installed }: Pick<EngineState, 'model' | 'installed'>,
  { onDeviceModel, installedModel }: Pick<Settings, 'onDeviceModel' | 'installedModel'>,
): { readonly model: string; readonly why: EngineReason } {
  if (installed !== undefined) return { model: installed, why: 'chosen' }
  if (installedModel !== null) return { model, why: 'in-place' }
  return { model, why: model === onDeviceModel ? 'usual' : 'too-slow' }
}

/** The value in the middle of all; null if there is none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
