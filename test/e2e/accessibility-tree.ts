import type { CDPSession, Page } from '@playwright/test'

/** What a screen reader is given of an element. */
export interface AccessibleNode {
  readonly role: string
  readonly name: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** How often Tab is pressed before an element counts as unreachable. */
const mostTabs = 120

const thePage: AccessibleNode = { role: 'RootWebArea', name: '', properties: {} }

const shorten = ({ role, name }: AccessibleNode) => `${role} "${name.slice(0, 60)}"`

/** A page as a person uses it who hears it: the keyboard, and Chromium's accessibility tree. */
export interface HeardPage {
  /** Every element that is not left out for screen readers. */
  readonly tree: () => Promise<AccessibleNode[]>
  /** The element with the focus, or the page. */
  readonly focused: () => Promise<AccessibleNode>
  /** Presses Tab, or another key, until an element with this role and name has the focus. */
  readonly goTo: (role: string, name: string | RegExp, key?: string) => Promise<void>
  /** The elements that had the focus and have no name or no role. */
  readonly nameless: () => readonly string[]
}

export async function hear(page: Page): Promise<HeardPage> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  const nameless = new Set<string>()

  const tree = () => nodesOf(session)

  async function focused(): Promise<AccessibleNode> {
    const nodes = (await tree()).filter(({ properties }) => properties['focused'] === true)
    // The page itself is focused too.
    return nodes.findLast(({ role }) => role !== 'RootWebArea') ?? thePage
  }

  return {
    tree,
    focused,
    goTo: async (role, name, key = 'Tab') => {
      const seen: string[] = []
      for (let pressed = 0; pressed <= mostTabs; pressed += 1) {
        const node = await focused()
        const isNamed = typeof name === 'string' ? node.name === name : name.test(node.name)
        if (node.role === role && isNamed) return
        if (node.role !== 'RootWebArea' && node.name.trim() === '') nameless.add(shorten(node))
        seen.push(shorten(node))
        await page.keyboard.press(key)
      }
      throw new Error(`No ${role} "${name}" after ${mostTabs} keys:\n${seen.join('\n')}`)
    },
    nameless: () => [...nameless],
  }
}

async function nodesOf(session: CDPSession): Promise<AccessibleNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      properties: Object.fromEntries(properties.map((one) => [one.name, one.value.value])),
    }))
}
