import { useEffect, useState } from 'react'
import { wallNow } from '../../common/clock'

/** The current time in ms, updated every `everyMs`; it stops while `running` is false. */
export function useNow(everyMs: number, running = true): number {
  const [now, setNow] = useState(() => wallNow())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(wallNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, running])
  return now
}
