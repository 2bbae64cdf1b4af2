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
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Children are left as well; then there is one that is entered.
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    // There is no moving pointer while something is dragged: the drag ended elsewhere.
    const onMove = () => setOver(false)
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void actions.importFiles([...(event.dataTransfer?.files ?? [])])
    }
    const life = new AbortController()
    const { signal } = life
    document.addEventListener('dragover', onOver, { signal })
    document.addEventListener('dragleave', onLeave, { signal })
    document.addEventListener('drop', onDrop, { signal })
    document.addEventListener('pointermove', onMove, { signal })
    return () => life.abort()
  }, [actions])
  return over && <div className={styles['zone']}>{messages.shell.imports.drop}</div>
}
