/**
 * Icons on a 16 px grid, in the colour of the text around them. They never carry a meaning alone.
 */
const shape = {
  width: 16,
  height: 16,
  viewBox: '0 0 16 16',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const

export function Chevron() {
  return (
    <svg {...shape}>
      <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
    </svg>
  )
}

export function Cross() {
  return (
    <svg {...shape}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </svg>
  )
}

export function Dots() {
  return (
    <svg {...shape} strokeWidth={2.4}>
      <path d="M3 8h.01M8 8h.01M13 8h.01" />
    </svg>
  )
}

export function Microphone({ muted }: { readonly muted: boolean }) {
  return (
    <svg {...shape}>
      <path d="M8 2a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0V4a2 2 0 0 1 2-2ZM3.8 8a4.2 4.2 0 0 0 8.4 0M8 12.2V14" />
      {muted && <path d="m2.5 2.5 11 11" />}
    </svg>
  )
}

export function Check() {
  return (
    <svg {...shape}>
      <path d="m3 8.5 3.2 3.2L13 4.8" />
    </svg>
  )
}

export function Up() {
  return (
    <svg {...shape}>
      <path d="M8 13V3M4 7l4-4 4 4" />
    </svg>
  )
}

export function Close() {
  return (
    <svg {...shape}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </svg>
  )
}

export function More() {
  return (
    <svg {...shape}>
      <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />
    </svg>
  )
}

export function Flag() {
  return (
    <svg {...shape} width="12" height="12">
      <path d="M4 14V2.5h8.5L10 6l2.5 3.5H4" />
    </svg>
  )
}

export function Down() {
  return (
    <svg {...shape}>
      <path d="M8 3v10M4 9l4 4 4-4" />
    </svg>
  )
}
