import { useEffect, useState } from 'react'
import { messages } from '../../preload/messages'
import { useParley } from './context'
import styles from './drop-zone.module.css'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files that are dropped anywhere on the window become meetings. */
export function DropZone() {
  const { actions } = useParley()
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Children are entered and left as well; the window is left when the last of them is.
    let depth = 0
    const show = (change: number) => {
      depth = Math.max(0, depth + change)
      setOver(depth > 0)
    }
    const onEnter = (event: DragEvent) => hasFiles(event) && show(1)
    const onLeave = (event: DragEvent) => hasFiles(event) && show(-1)
    const onOver = (event: DragEvent) => hasFiles(event) && event.preventDefault()
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      show(-depth)
      void actions.importFiles([...(event.dataTransfer?.files ?? [])])
    }
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop }
    const entries = Object.entries(listeners) as [
      keyof typeof listeners,
      (event: DragEvent) => void,
    ][]
    for (const [name, listener] of entries) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of entries) document.removeEventListener(name, listener)
    }
  }, [actions])
  return over && <div className={styles['zone']}>{messages.shell.imports.drop}</div>
}
