import { sources, type Gap, type Meeting, type Source, type Turn } from '../../common/model'

/**
 * Columns of text whose values come from a list. Only the library writes them; another value is
 * damage of the disk and becomes the one that promises least.
 */
const reasons: Readonly<Record<Gap['reason'], true>> = {
  network: true,
  engine: true,
  'recorder-restart': true,
  'app-restart': true,
  device: true,
  sleep: true,
  'disk-full': true,
  import: true,
}
const states = ['recording', 'finishing', 'done', 'interrupted'] as const

export function isSource(value: string): value is Source {
  return (sources as readonly string[]).includes(value)
}

/** A damaged source of a turn becomes that of a file: its text stays readable. */
export function sourceOr(value: string): Source {
  return isSource(value) ? value : 'file'
}

export function timingOf(value: string): Turn['timing'] {
  return value === 'measured' ? value : 'estimated'
}

export function reasonOf(value: string): Gap['reason'] {
  return Object.hasOwn(reasons, value) ? (value as Gap['reason']) : 'app-restart'
}

export function stateOf(value: string): Meeting['state'] {
  return states.find((state) => state === value) ?? 'interrupted'
}

export function engineOf(value: string): Meeting['engine'] {
  return value === 'on-device' ? value : 'service'
}

export function soundOf(value: string | undefined): Meeting['sound'] {
  return value === 'packed' || value === 'deleted' ? value : 'recorded'
}
