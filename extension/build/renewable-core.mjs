// wasm-bindgen's loader returns the instance it already has, for ever. After a trap that instance must not
// serve again (its memory may be half-written), and a service worker cannot import a module twice: so the
// early return is taken out, and `initSync` makes a new instance each time it is called.
import { readFile } from "node:fs/promises";

const EARLY_RETURN = /^\s*if \(wasm !== undefined\) return wasm;\s*$/m;

/** esbuild plugin: `initSync` renews the instance. */
export const renewableCore = {
  name: "renewable-core",
  setup(build) {
    build.onLoad({ filter: /[\\/]pkg[\\/]sangfroid\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const start = source.indexOf("function initSync(");
      const contents = source.slice(0, start) + source.slice(start).replace(EARLY_RETURN, "");
      if (start === -1 || contents === source) {
        return { errors: [{ text: "initSync no longer looks as expected: see extension/build/renewable-core.mjs." }] };
      }
      return { contents, loader: "js" };
    });
  },
};
