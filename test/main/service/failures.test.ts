import { describe, expect, it } from 'vitest'
import { failureOfTransport, RequestTimedOut } from '../../../main/service/failures'
import { createHttpClient } from '../../../main/service/http'
import { createMint, defaultTokenParameters } from '../../../main/service/tokens'
import type { ErrorCode } from '../../../common/errors'
import { nodeNet } from './node-net'

/** An error as Node's fetch and sockets throw it. */
function nodeError(code: string): Error {
  const cause = Object.assign(new Error(`failed with ${code}`), { code })
  return new TypeError('fetch failed', { cause })
}

describe('failures of the network', () => {
  const chromium: readonly (readonly [string, ErrorCode])[] = [
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_NETWORK_CHANGED', 'offline'],
    ['ERR_NETWORK_IO_SUSPENDED', 'offline'],
    ['ERR_ADDRESS_UNREACHABLE', 'offline'],
    ['ERR_NAME_NOT_RESOLVED', 'dns-failed'],
    ['ERR_NAME_RESOLUTION_FAILED', 'dns-failed'],
    ['ERR_DNS_TIMED_OUT', 'dns-failed'],
    ['ERR_CERT_AUTHORITY_INVALID', 'tls-failed'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'tls-failed'],
    ['ERR_CERT_DATE_INVALID', 'tls-failed'],
    ['ERR_SSL_PROTOCOL_ERROR', 'tls-failed'],
    ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'tls-failed'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy-failed'],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy-failed'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy-failed'],
    ['ERR_SOCKS_CONNECTION_FAILED', 'proxy-failed'],
    ['ERR_PAC_SCRIPT_FAILED', 'proxy-failed'],
    ['ERR_UNEXPECTED_PROXY_AUTH', 'proxy-failed'],
    ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy-failed'],
    ['ERR_CONNECTION_REFUSED', 'connection-failed'],
    ['ERR_CONNECTION_RESET', 'connection-failed'],
    ['ERR_CONNECTION_CLOSED', 'connection-failed'],
    ['ERR_EMPTY_RESPONSE', 'connection-failed'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'connection-failed'],
    ['ERR_CONNECTION_TIMED_OUT', 'timed-out'],
    ['ERR_TIMED_OUT', 'timed-out'],
  ]
  it.each(chromium)('Chromium %s is %s', (name, code) => {
    const failure = failureOfTransport(new Error(`net::${name}`))
    expect(failure).toMatchObject({ code, detail: name })
  })

  const node: readonly (readonly [string, ErrorCode])[] = [
    ['ENOTFOUND', 'dns-failed'],
    ['EAI_AGAIN', 'dns-failed'],
    ['ENETUNREACH', 'offline'],
    ['CERT_HAS_EXPIRED', 'tls-failed'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-failed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed'],
    ['EPROTO', 'tls-failed'],
    ['ECONNREFUSED', 'connection-failed'],
    ['ECONNRESET', 'connection-failed'],
    ['UND_ERR_SOCKET', 'connection-failed'],
    ['ETIMEDOUT', 'timed-out'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
  ]
  it.each(node)('Node %s is %s', (name, code) => {
    expect(failureOfTransport(nodeError(name))).toMatchObject({ code, detail: name })
  })

  it('looks into the first of several errors', () => {
    const several = new AggregateError([nodeError('ECONNREFUSED')])
    expect(failureOfTransport(new TypeError('fetch failed', { cause: several }))).toMatchObject({
      code: 'connection-failed',
      detail: 'ECONNREFUSED',
    })
  })

  it('never quotes a message, which may hold a header', () => {
    const failure = failureOfTransport(new TypeError('Invalid character in header "0123456789"'))
    expect(failure).toMatchObject({ code: 'connection-failed', detail: 'TypeError' })
    expect(failureOfTransport('text')).toMatchObject({ code: 'connection-failed' })
  })

  it('recognises its own limit', () => {
    expect(failureOfTransport(new RequestTimedOut()).code).toBe('timed-out')
  })

  it('recognises a name that cannot be resolved', async () => {
    const http = createHttpClient(nodeNet)
    const mint = createMint({
      http: (request) => http({ ...request, url: 'http://parley.invalid/v3/token' }),
      serviceUrl: null,
    })
    const { result } = await mint({
      key: 'k',
      zone: 'default',
      parameters: defaultTokenParameters,
    })
    expect(result).toMatchObject({ error: { code: 'dns-failed' } })
  })
})
