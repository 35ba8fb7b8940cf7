import { describe, expect, it } from "vitest";
import { cleanHtml, httpsUrl, identifier, plainText } from "@/lib/vendors/text";

describe("plain text", () => {
  it.each([
    ["Tom & Jerry", "Tom & Jerry"],
    ["a < b > c", "a < b > c"],
    ["  two \n\t words ", "two words"],
    ["<b>bold</b> name", "bold name"],
    ["one<br>two", "one two"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;x", "x"],
    ["&amp;lt;img src=x onerror=y&amp;gt;z", "z"],
    ["R&amp;D", "R&D"],
    ["日本語 Ünïcode ليبي", "日本語 Ünïcode ليبي"],
    ["evil\u202Egnp.exe", "evilgnp.exe"],
    ["nul\u0000byte", "nulbyte"],
    ["lone \ud800 half", "lone \ufffd half"],
    ["<script>x</script>", null],
    ["", null],
    [null, null],
  ])("%j becomes %j", (value, expected) => {
    expect(plainText(value, 300)).toBe(expected);
  });

  it("is cut where it is too long", () => {
    expect(plainText("x".repeat(50), 10)).toBe(`${"x".repeat(9)}…`);
    expect(plainText("😀".repeat(50), 10)?.isWellFormed()).toBe(true);
  });
});

describe("HTML", () => {
  it.each([
    ["plain words", "<p>plain words</p>"],
    ["one\n\ntwo", "<p>one</p><p>two</p>"],
    ["<p>a<br>b</p>", "<p>a<br />b</p>"],
    ["<b>a</b> <i>b</i>", "<strong>a</strong> <em>b</em>"],
    ["<div><h1 onclick=x>t</h1></div>", "t"],
    [
      `<a href="https://x.example/a?b=1&c=2">x</a>`,
      `<a href="https://x.example/a?b=1&amp;c=2" rel="noopener nofollow">x</a>`,
    ],
    [`<a href="http://x.example">x</a>`, "x"],
    [`<a href="javascript:alert(1)">x</a>`, "x"],
    [`<a href="//x.example">x</a>`, "x"],
    [`<a href="data:text/html,x">x</a>`, "x"],
    [`<a href="https://u:p@x.example">x</a>`, "x"],
    [`x <a href="javascript:alert(1)">y</a>.</p>`, "x y.<p></p>"],
    [
      `<a href="http://x.example">x <a href="https://y.example/">y</a></a>`,
      `x <a href="https://y.example/" rel="noopener nofollow">y</a>`,
    ],
    [`<img src=x onerror=alert(1)>y`, "y"],
    [`<svg><script>alert(1)</script></svg>z`, "z"],
    ["<style>p{}</style>w", "w"],
    ["<p> </p>", null],
    ["", null],
    [null, null],
  ])("%s becomes %s", (value, expected) => {
    expect(cleanHtml(value)).toBe(expected);
  });
});

describe("links", () => {
  it.each([
    ["https://www.example.com/a", "https://www.example.com/a"],
    ["https://www.example.com:443/a", "https://www.example.com/a"],
    ["https://www.example.com:8443/a", null],
    ["http://www.example.com", null],
    ["javascript:alert(1)", null],
    ["https://u@www.example.com", null],
    ["/relative", null],
    ["", null],
    [null, null],
    [`https://www.example.com/${"x".repeat(2048)}`, null],
  ])("%s becomes %s", (value, expected) => {
    expect(httpsUrl(value)).toBe(expected);
  });
});

describe("identifiers", () => {
  it.each([
    ["  D1BCYLL ", "D1BCYLL"],
    ["0012-34", "0012-34"],
    ["", null],
    ["a\u202Eb", null],
    ["a\nb", null],
    ["\ud800", null],
    ["x".repeat(201), null],
    [undefined, null],
  ])("%j becomes %j", (value, expected) => {
    expect(identifier(value)).toBe(expected);
  });
});
