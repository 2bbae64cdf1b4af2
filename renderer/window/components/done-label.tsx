interface DoneLabelProps {
  /** Whether the action of the button was done just now. */
  readonly isDone: boolean
  readonly label: string
  readonly done: string
}

/**
 * The label of a button that says for a moment that it has done its work. Only that is announced: a
 * label that is live all the time would be read whenever its button appears.
 */
export function DoneLabel({ isDone, label, done }: DoneLabelProps) {
  return <span aria-live={isDone ? 'polite' : 'off'}>{isDone ? done : label}</span>
}
