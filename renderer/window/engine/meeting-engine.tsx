import { useEffect, useState } from 'react'
import type { EngineUse, Meeting } from '../../../common/model'
import { useStore } from '../../shared/store'
import { useParley } from '../context'
import usage from '../usage/usage.module.css'
import { costOf, modelAndReason } from './engine-use'

/** What the engine on this computer used for a meeting, why, and what it cost. */
export function MeetingEngine({ meeting }: { readonly meeting: Meeting }) {
  const { engine, models } = useParley()
  const rows = useStore(models.state)?.models ?? []
  const [use, setUse] = useState<EngineUse | null>(null)
  useEffect(() => {
    let isCurrent = true
    void engine.ofMeeting(meeting.id).then((found) => {
      if (isCurrent && found.ok) setUse(found.value)
    })
    return () => {
      isCurrent = false
    }
  }, [engine, meeting])
  if (use === null) return null
  const load = use.loadPercent === null ? null : use.loadPercent / 100
  // A slow computer falls back from base; the light model has no lighter one.
  const line = [modelAndReason(use, rows, 'base'), costOf({ load, delayMs: use.delayMs })]
  return (
    <span className={usage['meeting']} data-engine-use="">
      {line.filter((part) => part !== '').join(' ')}
    </span>
  )
}
