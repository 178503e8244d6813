import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { describe, expect, it } from 'vitest';

import { clientAddress, placeOf, proxyList } from '../src/address.ts';

/** A request over a socket whose other end says to be `peer`. */
function request(peer: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const message = new IncomingMessage(socket);
  if (forwarded !== undefined) message.headers['x-forwarded-for'] = forwarded;
  return message;
}

describe('where a request comes from', () => {
  const proxies = proxyList(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

  it.each([
    ['5.5.5.5', '1.1.1.1', '5.5.5.5'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', '1.1.1.1', '1.1.1.1'],
    ['::ffff:127.0.0.1', '1.1.1.1', '1.1.1.1'],
    ['127.0.0.1', '6.6.6.6, 1.1.1.1, 10.1.2.3', '1.1.1.1'],
    ['fd12::1', '1.1.1.1:4711', '1.1.1.1'],
    ['127.0.0.1', '[2001:DB8::1]:4711', '2001:db8::1'],
    ['127.0.0.1', '1.1.1.1, nonsense', '127.0.0.1'],
    ['127.0.0.1', '', '127.0.0.1'],
  ])('from %s, forwarded for %s, is %s', (peer, forwarded, address) => {
    expect(clientAddress(request(peer, forwarded), proxies)).toBe(address);
  });

  it('is never what a header says if no proxy is trusted', () => {
    expect(clientAddress(request('127.0.0.1', '1.1.1.1'), proxyList([]))).toBe('127.0.0.1');
  });
});

it('one place is an IPv4 address, an IPv6 /64, and not the machine itself', () => {
  const places = ['1.2.3.4', '2001:db8::1', '2001:db8:0:0:ffff::', '2001:db8:0:1::', '127.0.0.1'];
  expect(places.map(placeOf)).toEqual([
    '1.2.3.4',
    '2001:db8:0:0::/64',
    '2001:db8:0:0::/64',
    '2001:db8:0:1::/64',
    '',
  ]);
});

it.each(['', 'localhost', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/8/8', '1.2.3'])(
  '“%s” is no proxy',
  (text) => {
    expect(() => proxyList([text])).toThrow(TypeError);
  },
);
