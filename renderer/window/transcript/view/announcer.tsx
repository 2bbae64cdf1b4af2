import { useEffect, useState } from 'react'
import type { AnnouncerRate } from '../../../../common/model'
import { speakerName } from '../../../../common/speaker-name'
import { useSelected } from '../../../shared/store'
import { useParley } from '../../context'
import type { TranscriptTurn } from '../model/turn-words'
import { createAnnouncements, shownNow } from './announcements'

/** The shortest time between two announcements, in ms. */
const pauses: Record<AnnouncerRate, number | null> = {
  'each-turn': 0,
  '10-s': 10_000,
  '30-s': 30_000,
  off: null,
}

/** Has finals read by screen readers, as often as the settings say. */
export function Announcer() {
  const { settings } = useParley()
  const rate = useSelected(settings.current, (current) => current?.announcer ?? 'off')
  const pauseMs = pauses[rate]
  return pauseMs === null ? null : <LiveRegion pauseMs={pauseMs} />
}

function LiveRegion({ pauseMs }: { readonly pauseMs: number }) {
  const { announced, open } = useParley().transcript
  const [said, setSaid] = useState<readonly TranscriptTurn[]>([])
  useEffect(() => {
    const announcements = createAnnouncements({
      pauseMs,
      say: (turns) => setSaid(shownNow(turns, open.get().rows)),
    })
    const unsubscribe = announced.subscribe(() => announcements.add(announced.get()))
    return () => {
      unsubscribe()
      announcements.end()
    }
  }, [announced, open, pauseMs])
  return (
    <div className="visually-hidden" aria-live="polite">
      {said.map((turn) => `${speakerName(turn)}: ${turn.text}`).join(' ')}
    </div>
  )
}
