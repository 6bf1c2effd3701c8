import type { Connect, Plugin } from "vite";

/** Serves the separate model page at `/models` while developing; the production server has its own rule. */
export function modelsPage(): Plugin {
  return {
    name: "curbside-models-page",
    configureServer: (server) => void server.middlewares.use(toModelsFile),
    configurePreviewServer: (server) => void server.middlewares.use(toModelsFile),
  };
}

const toModelsFile: Connect.NextHandleFunction = (request, _response, next) => {
  if (request.url === "/models" || request.url?.startsWith("/models?") === true) request.url = "/models.html";
  next();
};
