import { quickActions, type QuickAction, type ShortcutState } from '../../common/model'

/** The part of Electron's globalShortcut that is used here. */
export interface ShortcutSystem {
  /** False if another program has these keys. */
  register(accelerator: string, run: () => void): boolean
  unregister(accelerator: string): void
}

export type Accelerators = Readonly<Record<QuickAction, string | null>>
export type ShortcutStates = Readonly<Record<QuickAction, ShortcutState>>

export interface ShortcutsOptions {
  readonly system: ShortcutSystem
  /** The desktop is asked and may still refuse: `register` says only that it was asked. */
  readonly isAsked: boolean
  readonly run: (action: QuickAction) => void
}

/** Keeps the shortcuts of the system the same as those of the settings. */
export interface Shortcuts {
  apply(wanted: Accelerators): void
  /** Gives all keys back while a person chooses new ones. */
  suspend(suspended: boolean): void
  states(): ShortcutStates
}

export function createShortcuts({ system, isAsked, run }: ShortcutsOptions): Shortcuts {
  const held = new Map<QuickAction, string>()
  let wanted: Accelerators | null = null
  let isSuspended = false
  let states = Object.fromEntries(quickActions.map((id) => [id, 'off'])) as ShortcutStates

  function release(): void {
    for (const accelerator of held.values()) system.unregister(accelerator)
    held.clear()
  }

  function take(action: QuickAction, accelerator: string | null): ShortcutState {
    if (accelerator === null) return 'off'
    // Two actions with the same keys: the first one has them.
    if ([...held.values()].includes(accelerator)) return 'taken'
    try {
      if (!system.register(accelerator, () => run(action))) return 'taken'
    } catch {
      // These keys mean nothing on this system.
      return 'refused'
    }
    held.set(action, accelerator)
    return isAsked ? 'asked' : 'on'
  }

  function apply(next: Accelerators): void {
    wanted = next
    release()
    if (isSuspended) return
    states = Object.fromEntries(
      quickActions.map((action) => [action, take(action, next[action])]),
    ) as ShortcutStates
  }

  return {
    apply,
    suspend: (suspended) => {
      if (suspended === isSuspended) return
      isSuspended = suspended
      if (suspended) release()
      else if (wanted !== null) apply(wanted)
    },
    states: () => states,
  }
}
