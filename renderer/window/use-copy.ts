import { monotonicNow } from '../../common/clock'
import type { Clipping } from '../../common/model'
import { useCallback, useEffect, useState } from 'react'

const shownMs = 2000

/** Copies text; `copied` is true for two seconds after a success. */
export function useCopy(): {
  readonly copied: boolean
  /** Writes this text to the clipboard. */
  readonly copy: (text: string) => Promise<void>
  /** Writes text and HTML to the clipboard. */
  readonly copyBoth: (clipping: Clipping) => Promise<void>
} {
  const [copiedAt, setCopiedAt] = useState<number | null>(null)
  useEffect(() => {
    if (copiedAt === null) return
    const timer = setTimeout(() => setCopiedAt(null), shownMs)
    return () => clearTimeout(timer)
  }, [copiedAt])
  const copy = useCallback(async (text: string) => {
    await navigator.clipboard.writeText(text)
    setCopiedAt(monotonicNow())
  }, [])
  const copyBoth = useCallback(async ({ text, html }: Clipping) => {
    const blob = (words: string, type: string) => ({ [type]: new Blob([words], { type }) })
    const item = { ...blob(text, 'text/plain'), ...blob(html, 'text/html') }
    await navigator.clipboard.write([new ClipboardItem(item)])
    setCopiedAt(monotonicNow())
  }, [])
  return { copied: copiedAt !== null, copy, copyBoth }
}
