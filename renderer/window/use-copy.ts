import type { Clipping } from '../../preload/model'
import { useCallback, useEffect, useState } from 'react'

const shownMs = 2000

/** Copies; `copied` is true for two seconds after it worked. */
export function useCopy(): {
  readonly copied: boolean
  /** Writes this text to the clipboard. */
  readonly copy: (text: string) => Promise<void>
  /** Writes the same as text and as HTML. */
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
    setCopiedAt(Date.now())
  }, [])
  const copyBoth = useCallback(async ({ text, html }: Clipping) => {
    const blob = (words: string, type: string) => ({ [type]: new Blob([words], { type }) })
    const item = { ...blob(text, 'text/plain'), ...blob(html, 'text/html') }
    await navigator.clipboard.write([new ClipboardItem(item)])
    setCopiedAt(Date.now())
  }, [])
  return { copied: copiedAt !== null, copy, copyBoth }
}
