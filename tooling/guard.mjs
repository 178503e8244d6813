// Runs before anything else and in any Node, so it is plain JavaScript.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 4)) {
  console.error(
    `Indelible needs Node 24.4 or newer and this is ${process.versions.node}. ` +
      'Started through pnpm ("npx -y pnpm start") it brings its own; if you see this, ' +
      'that copy could not be installed for this machine.',
  );
  process.exit(1);
}
