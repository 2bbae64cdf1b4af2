import type ICAL from 'ical.js'

const mostPeople = 50
const longestName = 40

/** The people of an appointment by name: who comes, and not rooms, groups or who declined. */
export function peopleOf(component: ICAL.Component): string[] {
  const found = new Map<string, string>()
  const properties = [
    ...component.getAllProperties('organizer'),
    ...component.getAllProperties('attendee'),
  ]
  for (const property of properties) {
    const parameter = (name: string) =>
      (property.getFirstParameter(name) as string | undefined) ?? ''
    if (/^(ROOM|RESOURCE|GROUP)$/i.test(parameter('cutype'))) continue
    if (/^DECLINED$/i.test(parameter('partstat'))) continue
    if (/^NON-PARTICIPANT$/i.test(parameter('role'))) continue
    const name = nameOf(parameter('cn'))
    if (name !== null && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), name)
    if (found.size === mostPeople) break
  }
  return [...found.values()]
}

/** `Kim, Ana (Sales)` is Ana Kim. null for an address, and for what is no name. */
function nameOf(written: string): string | null {
  const plain = written
    .replace(/[\p{Cc}"]/gu, ' ')
    .replace(/\([^)]*\)|\[[^\]]*\]|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(.*)'$/, '$1')
  const [last = '', first = '', ...more] = plain.split(',').map((part) => part.trim())
  const name = first !== '' && more.length === 0 ? `${first} ${last}` : plain
  const isName = /\p{L}/u.test(name) && !/[@/\\]/.test(name) && name.length <= longestName
  return isName ? name : null
}
