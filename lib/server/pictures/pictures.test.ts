import { createServer, type RequestListener, type Server } from "node:http";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { answerPicture } from "@/lib/sandbox/pictures";
import { fetchPicture } from "@/lib/server/pictures/fetch-picture";
import { pictureAddresses } from "@/lib/server/pictures/picture-addresses";
import { pictureResponse } from "@/lib/server/pictures/picture-response";
import { pictureType } from "@/lib/server/pictures/picture-type";
import { isPublicAddress } from "@/lib/server/pictures/public-address";

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A server inside; `connections` counts whoever reached it. */
async function inside(answer: RequestListener) {
  const server = createServer(answer);
  let connections = 0;
  server.on("connection", () => (connections += 1));
  open.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { port, url: new URL(`http://127.0.0.1:${port}/cloud/v2`), connections: () => connections };
}

const drawn = Buffer.from(answerPicture("GET", "/x/a.png")?.body ?? "");
const png: RequestListener = (_request, response) => response.end(drawn);

test("a sandbox picture comes as its bytes say, whatever its name and header say", async () => {
  const paths: (string | undefined)[] = [];
  const { url } = await inside((request, response) => {
    paths.push(request.url);
    response.setHeader("content-type", "text/html").end(drawn);
  });
  const picture = await fetchPicture("https://www.vendor.example//www.other.example/a.jpg?s=1", { sandbox: url });
  expect([picture.type, Buffer.from(picture.bytes).equals(drawn)]).toEqual(["image/png", true]);
  expect(paths).toEqual(["//www.other.example/a.jpg?s=1"]);
});

test("what is no picture, too large, too slow, cut, redirected or refused is no picture", async () => {
  const answers: RequestListener[] = [
    (_request, response) => response.setHeader("content-type", "image/png").end("<svg onload='alert(1)'/>"),
    (_request, response) => response.setHeader("content-type", "image/png").end("<!doctype html>"),
    (_request, response) => response.end(Buffer.concat([drawn, Buffer.alloc(5_000)])),
    (_request, response) => response.write(drawn.subarray(0, 20)),
    (_request, response) => {
      response.writeHead(200, { "content-length": drawn.length });
      response.write(drawn.subarray(0, 20), () => response.destroy());
    },
    (_request, response) => response.writeHead(302, { location: "/other.png" }).end(),
    (_request, response) => response.writeHead(404).end(drawn),
    (request) => request.socket.destroy(),
  ];
  for (const [index, answer] of answers.entries()) {
    const { url, connections } = await inside(answer);
    const limits = { bytesMax: 5_000, timeoutMs: 300 };
    await expect(
      fetchPicture("https://www.vendor.example/a.png", { sandbox: url, ...limits }),
      `${index}`,
    ).rejects.toThrow();
    expect(connections()).toBe(1);
  }
});

const insideNames = [
  "127.0.0.1",
  "127.1",
  "2130706433",
  "0x7f.1",
  "0177.0.0.1",
  "0.0.0.0",
  "10.1.2.3",
  "169.254.169.254",
  "192.168.0.1",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "[fd00::1]",
  "[fe80::1]",
  "localhost",
  "localhost.",
  "a.localhost",
  "metadata.google.internal",
  "printer.local",
  "desk",
];

test("addresses that lead inside, carry more than a name or are drawings with scripts are not even asked for", () => {
  const wrapped = insideNames.flatMap((host) => [
    `https://${host}/a.png`,
    `https://user:pass@${host}/a.png`,
    `http://${host}/a.png`,
    `https://${host}:8443/a.png`,
    `https://www.vendor.example@${host}/a.png`,
    `//${host}/a.png`,
    `https:\\\\${host}\\a.png`,
    `https://${host}%2fwww.vendor.example/a.png`,
    `ftp://${host}/a.png`,
    `gopher://${host}/a.png`,
  ]);
  const others = ["file:///etc/passwd", "data:image/png;base64,AAAA", "javascript:alert(1)", "", "a.png", "https://"];
  const drawings = ["https://www.vendor.example/a.svg", "https://www.vendor.example/a.SVGZ?x=1"];
  const imageUrls = [...wrapped, ...others, ...drawings];
  expect(imageUrls.length).toBeGreaterThan(190);
  expect(pictureAddresses({ imageUrls })).toEqual([]);
});

test("a record's own pictures are kept in its order, each once", () => {
  const [one, two] = ["https://www.vendor.example/1.png", "https://cdn.vendor.example/2.jpg"];
  expect(pictureAddresses({ imageUrls: [one, two, one] })).toEqual([one, two]);
});

test("a name that turns out to be inside is refused before anything connects", async () => {
  const { port, connections } = await inside(png);
  const ways = [
    [{ address: "127.0.0.1", family: 4 }],
    [{ address: "::1", family: 6 }],
    [{ address: "::ffff:127.0.0.1", family: 6 }],
    // One good address does not make up for one inside.
    [
      { address: "93.184.215.14", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ],
  ];
  for (const found of ways) {
    const wish = fetchPicture(`https://www.vendor.example:${port}/a.png`, {
      sandbox: null,
      resolve: (_hostname, answer) => answer(null, found),
      timeoutMs: 500,
    });
    await expect(wish).rejects.toThrow("public internet");
  }
  expect(connections()).toBe(0);
});

test("only the public internet is public", () => {
  for (const address of ["93.184.215.14", "1.1.1.1", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  const special = [
    "::",
    "::1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "ff02::1",
    "fc00::1",
    "::ffff:10.0.0.1",
  ];
  for (const address of [...special, "100.64.0.1", "198.19.0.1", "224.0.0.1", "255.255.255.255", "text", ""])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  fc.assert(
    fc.property(fc.constantFrom("10", "127", "0"), fc.nat(255), fc.nat(255), fc.nat(255), (first, ...rest) => {
      expect(isPublicAddress([first, ...rest].join("."))).toBe(false);
    }),
  );
});

test("the kind of a picture is read off its first bytes", () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  expect(pictureType(drawn)).toBe("image/png");
  expect(pictureType(bytes("\u00ff\u00d8\u00ff\u00e0"))).toBe("image/jpeg");
  expect(pictureType(bytes("GIF89a"))).toBe("image/gif");
  expect(pictureType(bytes("RIFF0000WEBP"))).toBe("image/webp");
  for (const text of [
    "",
    "\u0089PN",
    "0000ftypavif",
    "0000ftypheic",
    "<svg",
    "RIFF0000WAVE",
    "00000000WEBP",
    "BM",
    "GIF",
  ])
    expect([text, pictureType(bytes(text))]).toEqual([text, null]);
});

test("nothing runs in a picture that is answered, and it is sent once", async () => {
  const picture = { type: "image/png", bytes: new Uint8Array(drawn) };
  const first = pictureResponse(new Request("https://desk.example/p"), picture);
  expect(first.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(first.headers.get("content-disposition")).toBe('inline; filename="picture.png"');
  const headers = { "if-none-match": first.headers.get("etag") ?? "" };
  expect(pictureResponse(new Request("https://desk.example/p", { headers }), picture).status).toBe(304);
});
