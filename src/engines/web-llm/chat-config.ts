/** What this engine itself reads in the configuration that a WebLLM package brings along. */

export type ChatConfig = {
  readonly layers: number;
};

/** The configuration in these bytes; undefined for what is none. */
export function readChatConfig(bytes: Uint8Array): ChatConfig | undefined {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof read !== "object" || read === null) return undefined;
    return { layers: findLayers(read) };
  } catch {
    return undefined;
  }
}

/** One where it is not said: then all of the context must fit into one buffer, which is the careful answer. */
function findLayers(config: object): number {
  const model = part(config, "model_config");
  const inner = part(model, "text_config");
  const found: unknown =
    Reflect.get(model, "num_hidden_layers") ??
    Reflect.get(model, "n_layer") ??
    Reflect.get(inner, "num_hidden_layers");
  return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : 1;
}

function part(config: object, name: string): object {
  const found: unknown = Reflect.get(config, name);
  return typeof found === "object" && found !== null ? found : {};
}
