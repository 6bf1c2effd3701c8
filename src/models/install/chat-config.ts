/** What `mlc-chat-config.json` says about the model of a WebLLM package. */
import { recogniseChatTemplate } from "../../contracts/gguf-fit.ts";
import { isPackFileName, type PackModel } from "../../contracts/pack.ts";
import { readCountField, readField, readTextField } from "./source-file.ts";

export type ChatConfig = { readonly model: PackModel; readonly tokenizerFiles: readonly string[] };

/** The facts; undefined where one is missing without which no engine can run the model. */
export function parseChatConfig(value: unknown): ChatConfig | undefined {
  const architecture = readTextField(value, "model_type");
  const quantisation = readTextField(value, "quantization");
  const contextTokens =
    readCountField(value, "context_window_size") ?? readCountField(value, "sliding_window_size");
  const tokenizerFiles = readField(value, "tokenizer_files");
  if (architecture === undefined || quantisation === undefined || contextTokens === undefined)
    return undefined;
  if (!Array.isArray(tokenizerFiles) || !tokenizerFiles.every(isPackFileName)) return undefined;
  // What WebLLM lists as required features is unreliable; the name of the quantisation is not.
  const needsHalfPrecision = quantisation.includes("f16");
  const config = readField(value, "model_config");
  const inner = readField(config, "text_config");
  const bytesPerContextToken = countContextBytes(inner ?? config, needsHalfPrecision ? 2 : 4);
  const template = readTemplate(value, architecture);
  return {
    model: { architecture, template, quantisation, contextTokens, needsHalfPrecision, bytesPerContextToken },
    tokenizerFiles,
  };
}

/** Keys and values of every layer that attends to the whole context; 0 where the file does not say. */
function countContextBytes(config: unknown, bytesPerNumber: number): number {
  const heads = readCountField(config, "num_attention_heads");
  const keyHeads = readCountField(config, "num_key_value_heads") ?? heads;
  const hidden = readCountField(config, "hidden_size");
  const headSize =
    readCountField(config, "head_dim") ??
    (hidden === undefined || heads === undefined ? undefined : Math.floor(hidden / heads));
  const layers = countAttentionLayers(config);
  if (keyHeads === undefined || headSize === undefined || layers === undefined) return 0;
  return 2 * layers * keyHeads * headSize * bytesPerNumber;
}

/** Hybrid models attend in some layers only, and say which or every how many. */
function countAttentionLayers(config: unknown): number | undefined {
  const kinds = readField(config, "layer_types");
  if (Array.isArray(kinds)) return kinds.filter((kind) => kind === "full_attention").length;
  const layers = readCountField(config, "num_hidden_layers");
  const interval = readCountField(config, "full_attention_interval") ?? 1;
  return layers === undefined ? undefined : Math.floor(layers / interval);
}

/** The package has its template in pieces; all of them together hold the family's marks. */
function readTemplate(value: unknown, architecture: string): string | undefined {
  const pieces = readField(value, "conv_template");
  if (typeof pieces === "string") return recogniseChatTemplate(pieces);
  if (typeof pieces !== "object" || pieces === null) return undefined;
  const template = recogniseChatTemplate(JSON.stringify(pieces));
  const opening = readTextField(pieces, "role_empty_sep") ?? "";
  if (template !== "chatml") return template;
  if (opening.includes("<think>")) return "qwen3.5";
  return architecture === "qwen3" ? "qwen3" : template;
}
