import { lookup as lookUp, type LookupAddress } from "node:dns";
import { request as requestPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { pictureType } from "@/lib/server/pictures/picture-type";
import { isPublicAddress } from "@/lib/server/pictures/public-address";

export type Picture = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Why there is no picture; for the log, never for the browser. */
export class PictureError extends Error {
  override readonly name = "PictureError";
}

export const pictureBytesMax = 1024 * 1024;
const TIMEOUT_MS = 8_000;

type Resolve = typeof resolveName;

export type PictureSource = {
  /** The sandbox on this machine, which stands for every host of its vendors. Null = the internet. */
  readonly sandbox: URL | null;
  readonly resolve?: Resolve;
  readonly bytesMax?: number;
  readonly timeoutMs?: number;
};

/**
 * Fetches one address of a vendor's record. The name is looked up once and the connection goes to exactly what was
 * found, so that a name cannot turn into an address inside; redirects are refused, and the bytes decide what it is.
 */
export async function fetchPicture(address: string, source: PictureSource): Promise<Picture> {
  const { sandbox, resolve = resolveName, bytesMax = pictureBytesMax, timeoutMs = TIMEOUT_MS } = source;
  const url = new URL(address);
  const signal = AbortSignal.timeout(timeoutMs);
  const options: RequestOptions = {
    signal,
    // No connection is kept for another name.
    agent: false,
    headers: { accept: "image/png, image/jpeg, image/webp, image/gif", "accept-encoding": "identity" },
    ...(sandbox ? {} : { lookup: publicLookup(resolve) }),
  };
  const response = await send(sandbox ? atSandbox(sandbox, url) : url, options);
  const bytes = await readBytes(response, bytesMax);
  const type = pictureType(bytes);
  if (type === null) throw new PictureError("what came is no picture of a known kind");
  return { type, bytes };
}

/** Set part by part: a path that begins with two slashes would otherwise be read as another host. */
function atSandbox(sandbox: URL, { pathname, search }: URL): URL {
  const url = new URL(sandbox.origin);
  url.pathname = pathname;
  url.search = search;
  return url;
}

function send(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.destroy();
      reject(new PictureError(`the host answered ${response.statusCode}`));
    });
    sent.once("error", reject);
    sent.end();
  });
}

async function readBytes(response: IncomingMessage, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > bytesMax) {
      response.destroy();
      throw new PictureError("the picture is too large");
    }
    chunks.push(bytes);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** One inside address among several is refused like one alone: the name is not to be trusted. */
function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, found) => {
      const [first] = found;
      if (error || !first) return callback(error ?? new PictureError("no such host"), "", 0);
      if (!found.every(({ address }) => isPublicAddress(address))) {
        return callback(new PictureError("the host is not on the public internet"), "", 0);
      }
      if (options.all) callback(null, [...found]);
      else callback(null, first.address, first.family);
    });
  };
}

function resolveName(hostname: string, answer: (error: Error | null, found: readonly LookupAddress[]) => void): void {
  lookUp(hostname, { all: true, verbatim: true }, (error, found) => answer(error, found ?? []));
}
