import { useId } from 'react'
import { messages } from '../../common/text/window'
import type { CaptionsLook, CaptionsSettings } from '../../common/model'
import styles from './captions.module.css'

const text = messages.captions

const sizes = ['small', 'medium', 'large'] as const

export interface ControlsProps {
  readonly look: CaptionsLook
  readonly set: (change: Partial<CaptionsSettings>) => void
  readonly close: () => void
}

/** Visible while the mouse or the keyboard focus is in the captions. */
export function Controls({ look, set, close }: ControlsProps) {
  const keys = useId()
  const isClear = look.background === 'clear'
  return (
    <div
      className={styles['controls']}
      role="group"
      aria-label={text.controls}
      aria-describedby={keys}
    >
      <p id={keys} className="visually-hidden">
        {text.keys}
      </p>
      <div className={styles['sizes']} role="group" aria-label={text.textSize}>
        {sizes.map((size) => (
          <button
            key={size}
            type="button"
            data-letter={size}
            aria-label={text.sizes[size]}
            title={text.sizes[size]}
            aria-pressed={look.size === size}
            onClick={() => set({ size })}
          >
            {text.letter}
          </button>
        ))}
      </div>
      <button
        type="button"
        aria-pressed={isClear}
        onClick={() => set({ background: isClear ? 'opaque' : 'clear' })}
      >
        {text.clear}
      </button>
      <button
        type="button"
        title={text.clickThroughText}
        aria-pressed={look.clickThrough}
        onClick={() => set({ clickThrough: !look.clickThrough })}
      >
        {text.clickThrough}
      </button>
      <button type="button" aria-keyshortcuts="Escape" onClick={close}>
        {text.close}
      </button>
    </div>
  )
}
