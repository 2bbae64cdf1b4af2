import { useEffect, useState } from 'react'
import { messages } from '../../../common/text/window'
import { useParley } from '../context'
import styles from './drop-zone.module.css'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Imports files that a person drops anywhere on the window. */
export function DropZone() {
  const parley = useParley()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Leaving one child for another also fires this event, with the child that was entered.
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    // The pointer does not move during a drag, so the drag ended outside the window.
    const onMove = () => setOver(false)
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void parley.imports.add([...(event.dataTransfer?.files ?? [])])
    }
    const life = new AbortController()
    const { signal } = life
    document.addEventListener('dragover', onOver, { signal })
    document.addEventListener('dragleave', onLeave, { signal })
    document.addEventListener('drop', onDrop, { signal })
    document.addEventListener('pointermove', onMove, { signal })
    return () => life.abort()
  }, [parley])
  return over && <div className={styles['zone']}>{messages.shell.imports.drop}</div>
}
