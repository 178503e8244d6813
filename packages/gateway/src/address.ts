import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * Proxies whose word is taken for where a request came from.
 *
 * @param networks addresses, or networks such as `10.0.0.0/8`.
 * @throws {TypeError} if one of them is neither.
 */
export function proxyList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits, ...more] = network.split('/');
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    const isWhole = Number.isInteger(prefix) && prefix >= 0 && prefix <= most && bits !== '';
    if (version === 0 || more.length > 0 || !isWhole) {
      throw new TypeError(`${network} is no address and no network`);
    }
    list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/**
 * Where a request came from: the last address in the chain of proxies that is not one of ours. What a
 * client writes into `X-Forwarded-For` itself is to the left of that.
 */
export function clientAddress(request: IncomingMessage, proxies: BlockList): string {
  const header = request.headers['x-forwarded-for'] ?? [];
  const forwarded = [header].flat().join(',').split(',');
  let nearest = withoutPort(request.socket.remoteAddress ?? '');
  for (const hop of forwarded.toReversed()) {
    const farther = withoutPort(hop.trim());
    if (!isTrusted(nearest, proxies) || isIP(farther) === 0) break;
    nearest = farther;
  }
  return nearest;
}

/**
 * What counts as one place: an IPv4 address, or the /64 that an IPv6 provider gives to one customer. Empty
 * for the machine itself, for that may be a proxy with the whole world behind it.
 */
export function placeOf(address: string): string {
  if (address === '::1' || address.startsWith('127.')) return '';
  return isIP(address) === 6 ? network64(address) : address;
}

function isTrusted(address: string, proxies: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function withoutPort(hop: string): string {
  const [, bracketed] = /^\[(.*)\](?::\d+)?$/.exec(hop) ?? [];
  const [, plain] = /^([\d.]+):\d+$/.exec(hop) ?? [];
  const address = bracketed ?? plain ?? hop;
  // How Node names an IPv4 peer on a socket for both.
  return address.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, '');
}

function network64(address: string): string {
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail.split(':').filter((group) => group !== '');
  const gap = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = address.includes('::') ? [...left, ...gap, ...right] : left;
  const first = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::/64`;
}
