const [major = 0, minor = 0] = process.versions.node.split(".").map((part) => parseInt(part, 10));

/** `crypto.argon2` arrived in 24.7; npm installs a fitting Node with the project and puts it first in its PATH. */
if (major < 24 || (major === 24 && minor < 7)) {
  process.stderr.write(
    `Reseller Desk needs Node 24.7 or newer; this is ${process.versions.node}.\n` +
      "Run it through npm (npm run demo): npm ci installs a fitting Node. Do not omit optional dependencies.\n",
  );
  process.exit(1);
}
