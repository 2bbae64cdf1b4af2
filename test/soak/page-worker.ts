/**
 * Replaces Worker in a page whose clock is stepped: the worker's code runs in the page, on the same
 * clock. Messages are not copied.
 */
export class PageWorker extends EventTarget {
  private readonly loaded: Promise<unknown>

  constructor(url: URL | string) {
    super()
    // The worker's code answers with the global postMessage, which is that of the page here.
    Object.assign(globalThis, {
      postMessage: (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })),
    })
    this.loaded = import(/* @vite-ignore */ String(url))
  }

  postMessage(data: unknown): void {
    void this.loaded.then(() => globalThis.dispatchEvent(new MessageEvent('message', { data })))
  }
}
