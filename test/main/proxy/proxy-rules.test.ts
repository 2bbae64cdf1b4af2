import { expect, it } from 'vitest'
import { fixedProxy } from '../../../main/proxy/proxy-rules'

it.each([
  ['DIRECT', null],
  ['', null],
  ['PROXY proxy.company:3128', 'http://proxy.company:3128'],
  ['PROXY a:80; PROXY b:80; DIRECT', 'http://a:80,http://b:80,direct://'],
  ['HTTPS a:443;SOCKS5 b:1080;SOCKS c:1080', 'https://a:443,socks5://b:1080,socks4://c:1080'],
  ['QUIC a:443', null],
])('the answer %j becomes fixed settings', (answer, rules) => {
  expect(fixedProxy(answer)).toEqual(
    rules === null ? { mode: 'direct' } : { mode: 'fixed_servers', proxyRules: rules },
  )
})
