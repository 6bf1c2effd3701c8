/** What this engine itself reads in the configuration that a WebLLM package brings along. */

export type ChatConfig = {
  /** How many layers keep something of every token of context. */
  readonly layers: number;
};

/** The configuration in these bytes; undefined for what is none. */
export function readChatConfig(bytes: Uint8Array): ChatConfig | undefined {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof read !== "object" || read === null) return undefined;
    const outer = part(read, "model_config");
    const inner = part(outer, "text_config");
    return { layers: findLayers(inner) ?? findLayers(outer) ?? 1 };
  } catch {
    return undefined;
  }
}

/** Undefined where it is not said: then all of the context is taken to need one buffer, which is the careful answer. */
function findLayers(config: object): number | undefined {
  const kinds: unknown = Reflect.get(config, "layer_types");
  // Hybrid models attend to the whole context in some layers only.
  if (Array.isArray(kinds)) return atLeastOne(kinds.filter((kind) => kind === "full_attention").length);
  const layers = atLeastOne(Reflect.get(config, "num_hidden_layers") ?? Reflect.get(config, "n_layer"));
  const interval = atLeastOne(Reflect.get(config, "full_attention_interval")) ?? 1;
  return layers === undefined ? undefined : atLeastOne(Math.floor(layers / interval));
}

function atLeastOne(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}

function part(config: object, name: string): object {
  const found: unknown = Reflect.get(config, name);
  return typeof found === "object" && found !== null ? found : {};
}
