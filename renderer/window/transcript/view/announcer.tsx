import { useEffect, useState } from 'react'
import type { AnnouncerRate, Turn } from '../../../../common/model'
import { speakerName } from '../../../../common/speaker-name'
import { useSelected } from '../../../shared/store'
import { useParley } from '../../context'
import { createAnnouncements } from './announcements'

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
  const { announced } = useParley().transcript
  const [said, setSaid] = useState<readonly Turn[]>([])
  useEffect(() => {
    const announcements = createAnnouncements({ pauseMs, say: setSaid })
    const unsubscribe = announced.subscribe(() => announcements.add(announced.get()))
    return () => {
      unsubscribe()
      announcements.end()
    }
  }, [announced, pauseMs])
  return (
    <div className="visually-hidden" aria-live="polite">
      {said.map((turn) => `${speakerName(turn)}: ${turn.text}`).join(' ')}
    </div>
  )
}
