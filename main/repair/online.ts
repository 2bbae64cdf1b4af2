/** What is used of Electron's `net`. */
export interface OnlineSource {
  isOnline(): boolean
}

const everyMs = 5_000

/** Calls back each time that the network comes back; returns the function that stops it. */
export function watchOnline(net: OnlineSource, onBack: () => void): () => void {
  let wasOnline = net.isOnline()
  const timer = setInterval(() => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) onBack()
    wasOnline = isOnline
  }, everyMs)
  return () => clearInterval(timer)
}
