import {
  app,
  webContents,
  type AuthInfo,
  type Event,
  type Session,
  type WebContents,
} from 'electron'
import type { LoginHandler } from './sign-in'

/** What the app's event `login` has, in its order. */
type Question = [
  event: Event,
  contents: WebContents | null,
  details: { readonly url: string },
  info: AuthInfo,
  answer: (user?: string, password?: string) => void,
]

/** How long a proxy may take, in ms. */
const limitMs = 5_000

/**
 * Signs in at the proxy on the way to the host of an address, in the session of a page whose requests
 * fail after a crash of the network service: with a download, which nobody keeps (main/boundary refuses
 * each one). Its question for a password is an event of the app. Resolves when it is over.
 */
export function passWithDownload(
  url: string,
  session: Session,
  handler: LoginHandler,
): Promise<void> {
  const page = webContents.getAllWebContents().find((contents) => contents.session === session)
  if (page === undefined) return Promise.resolve()
  const address = `${new URL(url).origin}/`
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      app.off('login', onLogin)
      session.off('will-download', end)
      resolve()
    }
    const onLogin = (...[event, , details, info, answer]: Question): void => {
      if (details.url !== address) return
      event.preventDefault()
      handler(info, answer)
    }
    const timer = setTimeout(end, limitMs)
    app.on('login', onLogin)
    session.on('will-download', end)
    page.downloadURL(address)
  })
}
