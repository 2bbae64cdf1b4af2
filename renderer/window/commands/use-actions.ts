import { useEffect, useMemo, useRef } from 'react'
import { actionIds } from '../../../common/model'
import { useParley } from '../context'
import type { ActionHandlers } from './store'

/** Offers actions while the calling component is shown. Which actions must not change meanwhile. */
export function useActions(handlers: ActionHandlers): void {
  const { commands } = useParley()
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  const ids = actionIds.filter((id) => handlers[id] !== undefined).join(' ')
  const stable = useMemo(() => {
    const own = new Set(ids.split(' '))
    return Object.fromEntries(
      actionIds.filter((id) => own.has(id)).map((id) => [id, () => latest.current[id]?.()]),
    )
  }, [ids])
  useEffect(() => commands.provide(stable), [commands, stable])
}
