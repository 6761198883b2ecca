// Brings a page's islands to life. Loaded as a module by every page that has one:
//   <script type="module" src="…/islands.js" data-app-js="…/app.js" data-app-wasm="…/app_bg.wasm"></script>
// A page without islands loads nothing more. Modules run after the document has been read.

const script = document.querySelector("script[data-app-js]");

if (script && document.querySelector("leptos-island")) {
  const app = await import(script.dataset.appJs);
  await app.default({ module_or_path: script.dataset.appWasm });
  app.hydrate();
  await bringToLife(document.body, app, []);
}

// Outer islands first: an island inside another's children finds the context of the outer one, which the callback
// on the nearest <leptos-children> sets.
async function bringToLife(node, app, callbacks) {
  if (node.localName === "leptos-island") {
    const start = app[node.dataset.component];
    if (start) {
      callbacks.at(-1)?.();
      await start(node);
    } else {
      console.warn(`There is no island ${node.dataset.component} in the app.`);
    }
  }
  const inner = node.localName === "leptos-children" ? [...callbacks, node.$$on_hydrate] : callbacks;
  for (const child of node.children) {
    await bringToLife(child, app, inner);
  }
}
