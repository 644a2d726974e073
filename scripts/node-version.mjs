/** Imported first by every script: an old Node gets one clear line instead of a stack of syntax errors. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;

if (!fits) {
  process.stderr.write(`Bauta needs Node 20.19 or newer (of 22: 22.12 or newer). This is ${process.version}.\n`);
  process.exit(1);
}
