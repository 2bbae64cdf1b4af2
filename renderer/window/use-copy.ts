import { useEffect, useState } from 'react'

const shownMs = 2000

/** Writes to the clipboard; `copied` is true for two seconds after it worked. */
export function useCopy(): {
  readonly copied: boolean
  readonly copy: (text: string) => Promise<void>
} {
  const [copiedAt, setCopiedAt] = useState<number | null>(null)
  useEffect(() => {
    if (copiedAt === null) return
    const timer = setTimeout(() => setCopiedAt(null), shownMs)
    return () => clearTimeout(timer)
  }, [copiedAt])
  return {
    copied: copiedAt !== null,
    copy: async (text) => {
      await navigator.clipboard.writeText(text)
      setCopiedAt(Date.now())
    },
  }
}
