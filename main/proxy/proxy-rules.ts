import type { ProxyConfig } from 'electron'

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
}

/**
 * Converts an answer of `session.resolveProxy`, such as `PROXY a:80; DIRECT`, into fixed settings with
 * the same order. Addresses of this computer are reached directly.
 */
export function fixedProxy(answer: string): ProxyConfig {
  const rules = answer.split(';').flatMap((part) => {
    const [kind = '', address = ''] = part.trim().split(/\s+/)
    if (kind === 'DIRECT') return 'direct://'
    const scheme = schemes[kind]
    return scheme === undefined || address === '' ? [] : `${scheme}://${address}`
  })
  if (rules.every((rule) => rule === 'direct://')) return { mode: 'direct' }
  return { mode: 'fixed_servers', proxyRules: rules.join(',') }
}
